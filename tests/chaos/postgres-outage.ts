import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE, urlOf } from '#worker/local/database-setup.ts';
import { findPostgresBinaries } from '#worker/local/postgres/binaries.ts';
import { chooseRunAs } from '#worker/local/postgres/run-as.ts';
import { listChildren } from '#worker/local/process-table.ts';
import { loadSecrets } from '#worker/local/secrets.ts';

/** What the server itself has noted: its process id on the first line, its port on the fourth. */
function readNote(dataDir: string): string[] {
  const file = join(dataDir, 'postgres/postmaster.pid');
  return existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
}

/** Straight to PostgreSQL, above every policy, whoever has started it. */
export const superuserUrlOf = (dataDir: string): string =>
  urlOf('postgres', loadSecrets(dataDir), Number(readNote(dataDir)[3]), DATABASE);

/** Ends the server as a crash does: nothing is written in order, and it recovers from its log when it returns. */
export const crashPostgres = (dataDir: string): Promise<void> => control(dataDir, 'stop', '-m', 'immediate');

/** Starts it again with the settings it had, on the same port. It is nobody's child then: `endPostgres` ends it. */
export const bringPostgresBack = (dataDir: string): Promise<void> => control(dataDir, 'restart', '-w');

export const endPostgres = (dataDir: string): Promise<void> => control(dataDir, 'stop', '-m', 'fast');

/** To the server and its sessions, the server first: it must not start others meanwhile. */
export function signalPostgres(dataDir: string, signal: NodeJS.Signals): void {
  const serverId = Number(readNote(dataDir)[0]);
  if (!serverId) return; // it is not running
  for (const processId of [serverId, ...listChildren(serverId, 'postgres')])
    try {
      process.kill(processId, signal);
    } catch {
      // It has just ended.
    }
}

async function control(dataDir: string, ...args: string[]): Promise<void> {
  const cluster = join(dataDir, 'postgres');
  const binaries = findPostgresBinaries();
  const { prefix, uid, gid } = chooseRunAs(cluster, binaries);
  const [command = '', ...rest] = [...prefix, join(binaries, 'pg_ctl'), '-D', cluster, '-s', ...args];
  const child = spawn(command, rest, { uid, gid, cwd: '/', stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`pg_ctl ${args.join(' ')} ended with ${code}.`);
}
