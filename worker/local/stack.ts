import type { Miniflare } from 'miniflare';
import { buildClient } from './build/client.ts';
import { buildWorker } from './build/worker.ts';
import type { WorkerBuild } from './build/worker.ts';
import { startDatabase } from './database.ts';
import type { Database } from './database.ts';
import { hold } from './hold.ts';
import type { Hold } from './hold.ts';
import { openWorkerLog } from './worker-log.ts';
import { startWorkerd } from './workerd.ts';

export type StackOptions = {
  dataDir: string;
  /** 0, the default, takes a free one. */
  port?: number;
  host?: string;
  /** Whether data must survive a crash of the machine, not only of the process. On by default. */
  durable?: boolean;
  /** Settings of the worker beside, or instead of, those at home. */
  settings?: Record<string, string>;
  /** Keeps progress and the worker's troubles out of the terminal. */
  quiet?: boolean;
};

/** The whole product, running. */
export type Stack = Omit<Database, 'processId' | 'stop'> & {
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

export function startStack(options: StackOptions): Promise<Stack> {
  const { dataDir, port = 0, host = '127.0.0.1', durable = true, quiet = false, settings } = options;
  return hold({ dataDir, port, host }, async (hold) => {
    const { built, database } = await startAndBuild(hold, { durable, quiet });
    const log = openWorkerLog(hold.dataDir, quiet);
    hold.undo(() => log.close());
    const workerd = await startWorkerd({
      build: built,
      dataDir: hold.dataDir,
      host,
      port,
      secrets: { ...workerSecretsOf(database), ...settings },
      onLog: log.write,
      onProcess: hold.onProcess,
    });
    hold.undo(() => workerd.miniflare.dispose());
    const { processId, stop: _, ...rest } = database;
    return {
      ...rest,
      origin: workerd.origin,
      mf: workerd.miniflare,
      workerdPids: workerd.processIds,
      postgresPid: processId,
      runScheduled: () => runScheduled(workerd.miniflare),
    };
  });
}

type Built = { built: WorkerBuild; database: Database };

/** Side by side; a build that fails still leaves the database to be stopped in order. */
async function startAndBuild(hold: Hold, options: { durable: boolean; quiet: boolean }): Promise<Built> {
  const { durable, quiet } = options;
  const [built, database] = await Promise.allSettled([
    build((line) => (quiet ? undefined : console.log(line))),
    startDatabase({ dataDir: hold.dataDir, durable, onProcess: hold.onProcess }),
  ]);
  if (database.status === 'rejected') throw database.reason;
  hold.undo(() => database.value.stop());
  if (built.status === 'rejected') throw built.reason;
  return { built: built.value, database: database.value };
}

async function build(say: (line: string) => void): Promise<WorkerBuild> {
  await buildClient(() => say('Building the pages …'));
  return buildWorker(() => say('Building the worker …'));
}

/** What production sets with `wrangler secret put`. */
export const workerSecretsOf = ({
  databaseUrl,
  authDatabaseUrl,
  secrets,
}: Database): Record<string, string> => ({
  DATABASE_URL: databaseUrl,
  AUTH_DATABASE_URL: authDatabaseUrl,
  AUTH_SECRET: secrets.AUTH_SECRET,
  TICKET_SECRET: secrets.TICKET_SECRET,
  WEBHOOK_SECRET: secrets.WEBHOOK_SECRET,
  // Whoever tries webhooks at home receives them at home.
  WEBHOOK_LOOPBACK: 'on',
  // At home a cache would be a second store on the same disk.
  MEDIA_CACHE: 'off',
  // At home mails are kept, and looked at under /outbox.
  MAIL_URL: 'outbox:',
});

async function runScheduled(miniflare: Miniflare): Promise<void> {
  const worker = await miniflare.getWorker();
  const { outcome } = await worker.scheduled({ cron: '17 * * * *' });
  if (outcome !== 'ok') throw new Error(`The worker's cron handler ended with ${outcome}.`);
}
