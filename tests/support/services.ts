import { startDatabase } from '../../worker/local/database.ts';
import type { Database } from '../../worker/local/database.ts';
import { withClient } from '../../worker/local/database-setup.ts';
import { makeTempFolder } from './temp-folder.ts';

/** Copies for single test files are made from this one, which nobody ever connects to. */
export const TEMPLATE = 'lockstep_template';

type Shared = { started: Promise<Database>; users: number; remove(): void };
let shared: Shared | undefined;

/** The run's one PostgreSQL and Neon endpoint, migrated once, however many projects ask; stopped after the last. */
export async function holdDatabase(): Promise<{ database: Database; release(): Promise<void> }> {
  shared ??= start();
  const held = shared;
  held.users += 1;
  const database = await held.started;
  return {
    database,
    release: async () => {
      held.users -= 1;
      if (held.users > 0) return;
      await database.stop();
      held.remove();
    },
  };
}

function start(): Shared {
  const { folder, remove } = makeTempFolder();
  const started = startDatabase({ dataDir: folder, durable: false, onMigrated: makeTemplate });
  return { started, users: 0, remove };
}

const makeTemplate = (superuserUrl: string): Promise<void> =>
  withClient(new URL('/postgres', superuserUrl).href, async (client) => {
    await client.query(`create database ${TEMPLATE} template lockstep owner lockstep_owner`);
  });
