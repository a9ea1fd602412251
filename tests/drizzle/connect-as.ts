import { Client } from 'pg';
import type { TestDatabase } from '#tests/support/database.ts';
import type { Actor } from '#worker/db/actor.ts';

export type DatabaseRole = 'lockstep_app' | 'lockstep_auth' | 'lockstep_owner' | 'postgres';

/** A plain connection to PostgreSQL as one of the product's roles, row-level security and all. */
export async function connectAs(role: DatabaseRole, database: TestDatabase): Promise<Client> {
  const url = new URL(
    {
      lockstep_app: database.databaseUrl,
      lockstep_auth: database.authDatabaseUrl,
      lockstep_owner: database.ownerUrl,
      postgres: database.superuserUrl,
    }[role],
  );
  url.host = new URL(database.superuserUrl).host;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  return client;
}

/** Runs the work as the actor in a transaction that leaves no trace. */
export async function tryAs<T>(
  client: Client,
  { userId, role, linkIds = [] }: Actor,
  work: () => Promise<T>,
): Promise<T> {
  await client.query('begin');
  try {
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('app.role', $2, true),
        set_config('app.link_ids', $3, true)`,
      [userId ?? '', role, linkIds.length > 0 ? `{${linkIds.join()}}` : ''],
    );
    return await work();
  } finally {
    await client.query('rollback');
  }
}

/** The outcome in one word where the database refused. */
export const orRefusal = <T>(outcome: Promise<T>): Promise<T | 'refused'> =>
  outcome.catch((error: { code?: string }) => {
    if (error.code === '42501') return 'refused';
    throw error;
  });
