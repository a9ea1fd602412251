import { createRolesAndDatabase, DATABASE, urlOf } from './database-setup.ts';
import { migrateDatabase } from './migrate.ts';
import { startNeonEndpoint } from './neon/endpoint.ts';
import type { NeonEndpoint } from './neon/endpoint.ts';
import { startPostgres } from './postgres/server.ts';
import { loadSecrets } from './secrets.ts';
import type { Secrets } from './secrets.ts';

/** PostgreSQL with roles and migrated schema, and the Neon endpoint in front of it. */
export type Database = {
  processId: number;
  secrets: Secrets;
  neon: NeonEndpoint;
  /** Through the Neon endpoint, as the Worker's requests and rooms connect. */
  databaseUrl: string;
  /** Through the Neon endpoint, as the accounts library connects. */
  authDatabaseUrl: string;
  /** Straight to PostgreSQL, as the owner of the tables (row-level security still holds). */
  ownerUrl: string;
  /** Straight to PostgreSQL, above every policy: for tests and benches that look behind the product. */
  superuserUrl: string;
  stop(): Promise<void>;
};

export type DatabaseOptions = {
  dataDir: string;
  durable: boolean;
  bufferMegabytes?: number;
  /** Called as soon as there is a process to look after. */
  onProcess?: (processId: number) => void;
  /** Called before anything but the migrations has connected: tests copy the untouched database here. */
  onMigrated?: (superuserUrl: string) => Promise<void>;
};

export async function startDatabase({
  dataDir,
  durable,
  bufferMegabytes,
  onProcess,
  onMigrated,
}: DatabaseOptions): Promise<Database> {
  const secrets = loadSecrets(dataDir);
  const postgres = await startPostgres({ dataDir, durable, bufferMegabytes, password: secrets.postgres });
  onProcess?.(postgres.processId);
  try {
    await createRolesAndDatabase(secrets, postgres.port);
    const ownerUrl = urlOf('lockstep_owner', secrets, postgres.port);
    const superuserUrl = urlOf('postgres', secrets, postgres.port, DATABASE);
    await migrateDatabase(ownerUrl);
    await onMigrated?.(superuserUrl);
    const neon = await startNeonEndpoint(postgres.port);
    return {
      processId: postgres.processId,
      secrets,
      neon,
      databaseUrl: urlOf('lockstep_app', secrets, neon.port),
      authDatabaseUrl: urlOf('lockstep_auth', secrets, neon.port),
      ownerUrl,
      superuserUrl,
      stop: async () => {
        await neon.close();
        await postgres.stop();
      },
    };
  } catch (error) {
    await postgres.stop();
    throw error;
  }
}
