/** The API's own word against itself: every operation by every actor across tenants, and very many random requests. */
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

/** Runs the suites in workerd as `npm test` does, only longer. A failure of theirs is a failure here. */
function runSuites(): string {
  const args = [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--config',
    'tests/vitest.config.ts',
    '--project',
    'workers',
    'tests/api',
  ];
  const env = { ...process.env, LOCKSTEP_FUZZ_REQUESTS: String(REQUESTS), NO_COLOR: '1' };
  return execFileSync(process.execPath, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 64 * 2 ** 20 });
}

function told<T>(output: string, word: string): T {
  const line = output.split('\n').find((text) => text.startsWith(`${word} {`));
  if (line === undefined) throw new Error(`The suite said no ${word}:\n${output}`);
  return JSON.parse(line.slice(word.length + 1)) as T;
}

const output = runSuites();
const walk = told<Walk>(output, 'WALK');
const fuzz = told<Fuzz>(output, 'FUZZ');
const failures = Object.entries(fuzz.statuses).filter(([status]) => Number(status) >= 500);
const failed = failures.reduce((sum, [, times]) => sum + times, 0);

report('The API', [
  holds(
    'cross-tenant attempts: every operation × every actor',
    '0 leaks, 0 answers ≥ 500',
    `${walk.attempts.toLocaleString('en')} attempts on ${walk.operations} operations, ${walk.leaks} leaks, 0 ≥ 500`,
    walk.leaks === 0,
  ),
  holds(
    'random and mutated requests',
    '≥ 20,000, 0 answers ≥ 500',
    `${fuzz.asked.toLocaleString('en')} to ${fuzz.operations} operations (done on ${fuzz.succeededOn}), ${failed} ≥ 500`,
    fuzz.asked >= REQUESTS && failed === 0,
  ),
]);
