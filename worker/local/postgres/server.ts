import { spawn, spawnSync } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findFreePort } from '../free-port.ts';
import { findPostgresBinaries } from './binaries.ts';
import { endWithHost } from './end-with-host.ts';
import { chooseRunAs, giveTo } from './run-as.ts';
import type { RunAs } from './run-as.ts';

export type PostgresOptions = {
  /** Absolute; holds the cluster in `postgres/` and the server's log. */
  dataDir: string;
  password: string;
  /** Off for tests: a crash of the machine may lose data, a crash of the process does not. */
  durable: boolean;
  /** PostgreSQL's own 128 MB when left out. */
  bufferMegabytes?: number;
};
export type Postgres = { processId: number; port: number; stop(): Promise<void> };

const START_TIMEOUT_MS = 60_000;

export async function startPostgres({
  dataDir,
  password,
  durable,
  bufferMegabytes,
}: PostgresOptions): Promise<Postgres> {
  const cluster = join(dataDir, 'postgres');
  const binaries = findPostgresBinaries();
  const runAs = chooseRunAs(cluster, binaries);
  if (!existsSync(join(cluster, 'PG_VERSION')))
    createCluster({ cluster, binaries, runAs, password, durable });
  const port = await findFreePort();
  const { uid, gid } = runAs;
  const logFile = join(dataDir, 'postgres.log');
  const log = openSync(logFile, 'w');
  const [command, ...args] = [
    ...runAs.prefix,
    join(binaries, 'postgres'),
    '-D',
    cluster,
    ...settingsOf(port, durable),
    ...(bufferMegabytes ? ['-c', `shared_buffers=${bufferMegabytes}MB`] : []),
  ];
  // Its own process group: Ctrl-C in the terminal reaches the host only, which then stops its parts in order.
  const server = spawn(command ?? '', args, {
    uid,
    gid,
    cwd: '/',
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  await waitUntilReady(server, cluster, logFile);
  const unwatch = endWithHost(server);
  return {
    processId: server.pid ?? 0,
    port,
    stop: async () => {
      unwatch();
      await stopServer(server);
    },
  };
}

type ClusterOptions = { cluster: string; binaries: string; runAs: RunAs; password: string; durable: boolean };

function createCluster({ cluster, binaries, runAs, password, durable }: ClusterOptions): void {
  const unfinished = `${cluster}.new`; // gets its name once it is whole: an interrupted initdb leaves no database
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished);
  const passwordFile = `${cluster}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  giveTo(passwordFile);
  // The Neon driver pipelines the password, so the server must ask for it in clear text; it listens on loopback only.
  const flags = ['-U', 'postgres', '-A', 'password', `--pwfile=${passwordFile}`, '-E', 'UTF8', '--locale=C'];
  const locale = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', ...(durable ? [] : ['--no-sync'])];
  const [command, ...args] = [
    ...runAs.prefix,
    join(binaries, 'initdb'),
    '-D',
    unfinished,
    ...flags,
    ...locale,
  ];
  const { uid, gid } = runAs;
  const result = spawnSync(command ?? '', args, { uid, gid, cwd: '/', encoding: 'utf8' });
  rmSync(passwordFile);
  if (result.status !== 0) throw new Error(`initdb failed: ${result.error?.message ?? result.stderr}`);
  renameSync(unfinished, cluster);
}

function settingsOf(port: number, durable: boolean): string[] {
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    max_connections: 120,
    timezone: 'UTC',
    // A refused write is the product's to answer; the log is for the server's own trouble.
    log_min_messages: 'log',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
}

/** As pg_ctl does: the eighth line of postmaster.pid says how far the server is. */
async function waitUntilReady(server: ChildProcess, cluster: string, logFile: string): Promise<void> {
  let failure: Error | undefined;
  server.once('error', (error) => (failure = error));
  const giveUpAtMs = Date.now() + START_TIMEOUT_MS;
  for (;;) {
    if (failure) throw failure;
    if (server.exitCode !== null || server.signalCode !== null || Date.now() > giveUpAtMs)
      throw new Error(`PostgreSQL did not start: ${readFileSync(logFile, 'utf8').trim()}`);
    const [id, , , , , , , status] = readLines(join(cluster, 'postmaster.pid'));
    if (Number(id) === server.pid && status?.trim() === 'ready') return;
    await sleep(10);
  }
}

function readLines(file: string): string[] {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch {
    return [];
  }
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill('SIGINT'); // "fast": end sessions, write everything, leave
  await gone;
}
