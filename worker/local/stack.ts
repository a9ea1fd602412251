import type { Miniflare } from 'miniflare';
import { buildClient } from './build/client.ts';
import { buildWorker } from './build/worker.ts';
import type { WorkerBuild } from './build/worker.ts';
import { openDataFolder } from './data-folder.ts';
import { startDatabase } from './database.ts';
import type { Database } from './database.ts';
import { requireFreePort } from './free-port.ts';
import { claimDataFolder } from './running.ts';
import { startWorkerd } from './workerd.ts';

export type StackOptions = {
  dataDir: string;
  /** 0, the default: any free port. */
  port?: number;
  host?: string;
  /** Whether data must survive a crash of the machine, not only of the process. On by default. */
  durable?: boolean;
  /** Keeps progress and the worker's console to itself. */
  quiet?: boolean;
};

/** The whole product, running. */
export type Stack = Pick<
  Database,
  'databaseUrl' | 'authDatabaseUrl' | 'ownerUrl' | 'superuserUrl' | 'neon' | 'secrets'
> & {
  /** `http://127.0.0.1:<port>` */
  origin: string;
  /** Absolute path of the data folder. */
  dataDir: string;
  mf: Miniflare;
  workerdPids: number[];
  postgresPid: number;
  /** Runs the worker's cron handler once, as Cloudflare does every hour. */
  runScheduled(): Promise<void>;
  stop(): Promise<void>;
};

export async function startStack(options: StackOptions): Promise<Stack> {
  const { port = 0, host = '127.0.0.1', durable = true, quiet = false } = options;
  const say = (line: string): void => (quiet ? undefined : console.log(line));
  const dataDir = openDataFolder(options.dataDir);
  const claim = await claimDataFolder(dataDir);
  const undo: (() => unknown)[] = [() => claim.release()];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    // Only now: what an earlier run left behind may have held the port.
    if (port !== 0) await requireFreePort(port, host);
    const [built, data] = await Promise.allSettled([
      build(say),
      startDatabase({ dataDir, durable, onProcess: (id) => claim.add(id) }),
    ]);
    if (data.status === 'rejected') throw data.reason;
    const database = data.value;
    undo.push(() => database.stop());
    if (built.status === 'rejected') throw built.reason;
    const workerd = await startWorkerd({
      build: built.value,
      dataDir,
      host,
      port,
      secrets: workerSecretsOf(database),
      onLog: (level, message) => (quiet ? undefined : console.error(`[worker ${level}] ${message}`)),
      onProcess: (id) => claim.add(id),
    });
    undo.push(() => workerd.miniflare.dispose());
    const { databaseUrl, authDatabaseUrl, ownerUrl, superuserUrl, neon, secrets } = database;
    return {
      databaseUrl,
      authDatabaseUrl,
      ownerUrl,
      superuserUrl,
      neon,
      secrets,
      stop,
      origin: workerd.origin,
      dataDir,
      mf: workerd.miniflare,
      workerdPids: workerd.processIds,
      postgresPid: database.processId,
      runScheduled: () => runScheduled(workerd.miniflare),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function build(say: (line: string) => void): Promise<WorkerBuild> {
  await buildClient(() => say('Building the pages …'));
  return buildWorker(() => say('Building the worker …'));
}

const workerSecretsOf = ({ databaseUrl, authDatabaseUrl, secrets }: Database): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  AUTH_DATABASE_URL: authDatabaseUrl,
  AUTH_SECRET: secrets.AUTH_SECRET,
  TICKET_SECRET: secrets.TICKET_SECRET,
});

async function runScheduled(miniflare: Miniflare): Promise<void> {
  const worker = await miniflare.getWorker();
  const { outcome } = await worker.scheduled({ cron: '17 * * * *' });
  if (outcome !== 'ok') throw new Error(`The worker's cron handler ended with ${outcome}.`);
}
