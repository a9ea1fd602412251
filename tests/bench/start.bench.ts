/** Fresh clone → `npm start` → ready line, with npm's own cache warm, and then a second start of the same clone. */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { findFreePort } from '#worker/local/free-port.ts';
import { atMost, report } from './figure.ts';

const root = path.resolve(import.meta.dirname, '../..');
const scratch = mkdtempSync(path.join(os.tmpdir(), 'lockstep-clone-'));
const clone = path.join(scratch, 'clone');

/** The environment a newcomer has: no node_modules/.bin of this project, so the machine's own Node and npm. */
function newcomerEnvironment(port: number): NodeJS.ProcessEnv {
  const { PATH = '', ...rest } = process.env;
  const plain = Object.fromEntries(Object.entries(rest).filter(([name]) => !name.startsWith('npm_')));
  const own = PATH.split(path.delimiter).filter((folder) => !folder.includes('node_modules'));
  return { ...plain, PATH: own.join(path.delimiter), PORT: String(port) };
}

/** Seconds from starting `npm start` in the clone to its ready line. */
async function secondsToReady(port: number): Promise<number> {
  const begun = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: clone,
    env: newcomerEnvironment(port),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const seconds = await readyLine(child, begun);
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
  return seconds;
}

function readyLine(child: ChildProcess, begun: number): Promise<number> {
  return new Promise((resolve, reject) => {
    if (!child.stdout) throw new Error('npm start has no output to read.');
    createInterface({ input: child.stdout }).on('line', (line) => {
      console.log(`  ${line}`);
      if (line.startsWith('Lockstep ready at ')) resolve((performance.now() - begun) / 1000);
    });
    child.once('exit', (code) => reject(new Error(`npm start ended with ${code} before it was ready.`)));
  });
}

try {
  execFileSync('git', ['clone', '--quiet', root, clone]);
  const port = await findFreePort();
  const first = await secondsToReady(port);
  const second = await secondsToReady(port);
  report('From a fresh clone to two people watching', [
    atMost('fresh clone to ready line, packages cached', first, 60, 's', 1),
    atMost('second start to ready line', second, 3, 's', 1),
  ]);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}
