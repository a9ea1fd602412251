import { startDatabase } from '../../worker/local/database.ts';
import type { Database } from '../../worker/local/database.ts';
import { withClient } from '../../worker/local/database-setup.ts';
import { startStack } from '../../worker/local/stack.ts';
import type { Stack } from '../../worker/local/stack.ts';
import { makeTempFolder } from './temp-folder.ts';
import { TEMPLATE } from './template.ts';

/** The run's one PostgreSQL and Neon endpoint, migrated once. */
export const holdDatabase = shareAmongProjects((dataDir) =>
  startDatabase({ dataDir, durable: false, onMigrated: makeTemplate }),
);

/** The run's one whole product, with a database of its own. */
export const holdStack = shareAmongProjects((dataDir) =>
  startStack({ dataDir, durable: false, quiet: !process.env['LOCKSTEP_LOG'] }),
);

type Held<T> = { service: T; release(): Promise<void> };

/** Started by the first project that asks, stopped and wiped after the last is done. */
function shareAmongProjects<T extends Database | Stack>(start: (dataDir: string) => Promise<T>) {
  let shared: { started: Promise<T>; users: number; remove(): void } | undefined;
  return async (): Promise<Held<T>> => {
    if (!shared) {
      const { folder, remove } = makeTempFolder();
      shared = { started: start(folder), users: 0, remove };
    }
    const held = shared;
    held.users += 1;
    const service = await held.started;
    const release = async (): Promise<void> => {
      held.users -= 1;
      if (held.users > 0) return;
      await service.stop();
      held.remove();
    };
    return { service, release };
  };
}

const makeTemplate = (superuserUrl: string): Promise<void> =>
  withClient(new URL('/postgres', superuserUrl).href, async (client) => {
    await client.query(`create database ${TEMPLATE} template lockstep owner lockstep_owner`);
  });
