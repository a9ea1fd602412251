import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type StartCommand = {
  process: ChildProcess;
  /** What it has printed so far, line by line. */
  lines: string[];
  /** The address of its ready line, once the link after it is printed too; fails where it ends before. */
  ready: Promise<string>;
  /** Its exit code, or the signal that ended it. */
  ended: Promise<number | NodeJS.Signals | null>;
};

/** `npm start` as a process of its own, without npm around it. */
export function runStart(env: Record<string, string>): StartCommand {
  const script = join(import.meta.dirname, '../../worker/local/start.ts');
  const child = spawn(process.execPath, [script], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const lines: string[] = [];
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  const ready = new Promise<string>((resolve, reject) => {
    for (const input of [child.stdout, child.stderr])
      createInterface({ input }).on('line', (line) => {
        lines.push(line);
        const [, origin] = /^Lockstep ready at (.*)$/.exec(lines.at(-2) ?? '') ?? [];
        if (origin !== undefined) resolve(origin);
      });
    void ended.then((how) =>
      reject(new Error(`It ended with ${how} before it was ready:\n${lines.join('\n')}`)),
    );
  });
  ready.catch(() => lines); // a test that waits for the end only need not care
  return { process: child, lines, ready, ended };
}
