import { randomUUID } from 'node:crypto';
import { inject } from 'vitest';
import { withClient } from '../../worker/local/database-setup.ts';
import { TEMPLATE } from './template.ts';

export type TestDatabase = {
  /** Through the Neon endpoint, as lockstep_app. */
  databaseUrl: string;
  /** Through the Neon endpoint, as lockstep_auth. */
  authDatabaseUrl: string;
  /** Straight to PostgreSQL, as the owner of the tables. */
  ownerUrl: string;
  /** Straight to PostgreSQL, above row-level security. */
  superuserUrl: string;
  drop(): Promise<void>;
};

/** A fresh copy of the migrated database, for one test file: call it in `beforeAll`, drop it in `afterAll`. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  const serverUrl = new URL('/postgres', inject('superuserUrl')).href;
  const run = (sql: string): Promise<unknown> => withClient(serverUrl, (client) => client.query(sql));
  await run(`create database ${name} template ${TEMPLATE} owner lockstep_owner`);
  const onCopy = (url: string): string => new URL(`/${name}`, url).href;
  return {
    databaseUrl: onCopy(inject('databaseUrl')),
    authDatabaseUrl: onCopy(inject('authDatabaseUrl')),
    ownerUrl: onCopy(inject('ownerUrl')),
    superuserUrl: onCopy(inject('superuserUrl')),
    drop: async () => void (await run(`drop database ${name} with (force)`)),
  };
}
