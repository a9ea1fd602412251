import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { buildClient } from './build/client.ts';
import { offlineEnvironment, toolPath } from './build/run-tool.ts';
import { startDatabase } from './database.ts';
import { hold } from './hold.ts';
import type { Held, Place } from './hold.ts';
import { projectRoot } from './project-root.ts';
import { workerSecretsOf } from './stack.ts';
import { StartError } from './start-error.ts';

export type Watched = Held<{ origin: string; postgresPid: number; workerdPids: number[] }>;

/** `npm run dev`: the same data, served by `wrangler dev`, which reloads on every change; pages are rebuilt too. */
export function startWatched(place: Place): Promise<Watched> {
  return hold(place, async ({ dataDir, onProcess, undo }) => {
    const database = await startDatabase({ dataDir, durable: true, onProcess });
    undo(() => database.stop());
    await buildClient(() => console.log('Building the pages …'));
    const config = join(projectRoot, 'client/vite.config.ts');
    const run = (script: string, args: string[]): ChildProcess => {
      const child = startTool(script, args);
      onProcess(child.pid ?? 0);
      undo(() => stopTool(child));
      return child;
    };
    run('vite/bin/vite.js', ['build', '--watch', '--config', config, '--logLevel', 'warn']);
    const secretsFile = join(dataDir, 'dev.env');
    writeFileSync(secretsFile, toEnvFile(workerSecretsOf(database)), { mode: 0o600 });
    const address = ['--ip', place.host, '--port', String(place.port)];
    // wrangler adds `v3` to the folder: with that it is the one `npm start` uses.
    const storage = ['--persist-to', join(dataDir, 'workerd'), '--env-file', secretsFile];
    const flags = [...address, ...storage, '--show-interactive-dev-session=false'];
    const wrangler = run('wrangler/bin/wrangler.js', ['dev', ...flags]);
    await waitUntilReady(wrangler);
    return {
      origin: `http://127.0.0.1:${place.port}`,
      postgresPid: database.processId,
      workerdPids: [wrangler.pid ?? 0],
    };
  });
}

/** In a process group of its own: Ctrl-C reaches the host only, which then stops its parts in order. */
function startTool(script: string, args: string[]): ChildProcess {
  return spawn(process.execPath, [toolPath(script), ...args], {
    cwd: projectRoot,
    env: { ...process.env, ...offlineEnvironment },
    stdio: ['ignore', 'pipe', 'inherit'],
    detached: true,
  });
}

async function stopTool(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

function waitUntilReady(wrangler: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    if (!wrangler.stdout) throw new Error('wrangler dev has no output to read.');
    createInterface({ input: wrangler.stdout }).on('line', (line) => {
      console.log(line);
      if (line.includes('Ready on ')) resolve();
    });
    wrangler.once('exit', (code) =>
      reject(new StartError(`wrangler dev ended with ${code} before it was ready.`)),
    );
  });
}

const toEnvFile = (values: Record<string, string>): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}="${value}"\n`)
    .join('');
