/**
 * The API's own word against itself: every operation by every actor across tenants, very many random requests, how often
 * a GET asks the database, and a sign-up interrupted everywhere. These are suites of `npm test`, only longer.
 */
import { execFileSync } from 'node:child_process';
import path from 'node:path';
import { holds, report } from './figure.ts';

const REQUESTS = 20_000;
const root = path.join(import.meta.dirname, '../..');

interface Walk {
  operations: number;
  attempts: number;
  leaks: number;
}
interface Fuzz {
  asked: number;
  operations: number;
  succeededOn: number;
  statuses: Record<string, number>;
}
interface Trips {
  operations: number;
  most: number;
}
interface SignUp {
  statements: number;
  interruptions: number;
}

/** A failure of the suites is a failure here. */
function runSuites(): string[] {
  const suites = ['tests/api', 'tests/worker/http/round-trips', 'tests/worker/accounts/sign-up.pg'];
  const projects = ['--project', 'workers', '--project', 'pg'];
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    ...projects,
    ...suites,
  ];
  const env = { ...process.env, LOCKSTEP_FUZZ_REQUESTS: String(REQUESTS), NO_COLOR: '1' };
  const options = { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 } as const;
  return execFileSync(process.execPath, args, options).split('\n');
}

const lines = runSuites();

function told<T>(word: string): T[] {
  const found = lines.filter((text) => text.startsWith(`${word} {`));
  if (found.length === 0) throw new Error(`The suites said no ${word}.`);
  return found.map((line) => JSON.parse(line.slice(word.length + 1)) as T);
}

const walks = told<Walk>('WALK');
const sum = (numbers: number[]): number => numbers.reduce((all, one) => all + one, 0);
const attempts = sum(walks.map((walk) => walk.attempts));
const leaks = sum(walks.map((walk) => walk.leaks));
const figures = walks.map(({ operations }) =>
  holds(
    'cross-tenant attempts: every operation × every actor',
    '0 leaks, 0 answers ≥ 500',
    `${attempts.toLocaleString('en')} attempts on ${operations} operations, ${leaks} leaks, 0 answers ≥ 500`,
    leaks === 0,
  ),
);

for (const { asked, operations, succeededOn, statuses } of told<Fuzz>('FUZZ')) {
  const failed = sum(Object.entries(statuses).map(([status, times]) => (Number(status) >= 500 ? times : 0)));
  figures.push(
    holds(
      'random and mutated requests',
      '≥ 20,000, 0 answers ≥ 500',
      `${asked.toLocaleString('en')} to ${operations} operations (done on ${succeededOn}), ${failed} answers ≥ 500`,
      asked >= REQUESTS && failed === 0,
    ),
  );
}

for (const { operations, most } of told<Trips>('TRIPS'))
  figures.push(
    holds(
      'a signed-in GET: round trips to the database',
      '≤ 1',
      `${most} at most, of ${operations} operations (streamed exports and /readyz besides)`,
      most <= 1,
    ),
  );

const signUps = told<SignUp>('SIGNUP');
figures.push(
  holds(
    'sign-up interrupted at any statement',
    'whole or not at all',
    `always: ${sum(signUps.map((one) => one.interruptions))} interruptions at ${sum(signUps.map((one) => one.statements))} statements`,
    true,
  ),
);

report('The API', figures);
