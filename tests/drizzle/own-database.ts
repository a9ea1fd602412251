import type { Client } from 'pg';
import { afterAll, beforeAll } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { connectAs, type DatabaseRole } from './connect-as.ts';
import { insertTenants, type Tenants } from './tenants.ts';

/** What a test file has of its own from its `beforeAll` on; all connections end and the database goes in its `afterAll`. */
export interface OwnDatabase {
  readonly database: TestDatabase;
  readonly superuser: Client;
  connect(role: DatabaseRole): Promise<Client>;
}

/** A database of the file's own: call it at the top of the file, and let its `beforeAll` fill it. */
export function ownDatabase<More extends object>(
  furnish?: (own: OwnDatabase) => Promise<More>,
): OwnDatabase & More {
  const clients: Client[] = [];
  const own = {
    async connect(role) {
      const client = await connectAs(role, own.database);
      clients.push(client);
      return client;
    },
  } as OwnDatabase & More;
  beforeAll(async () => {
    Object.assign(own, { database: await createTestDatabase() });
    Object.assign(own, { superuser: await own.connect('postgres') });
    Object.assign(own, await furnish?.(own));
  });
  afterAll(async () => {
    await Promise.all(clients.map((client) => client.end()));
    await own.database.drop();
  });
  return own;
}

/** The same with the tenants in it, and a connection as the product has it. */
export const tenantsDatabase = () =>
  ownDatabase(async ({ superuser, connect }) => {
    const tenants: Tenants = await insertTenants(superuser);
    return {
      tenants,
      app: await connect('lockstep_app'),
      idOf: (name = ''): string => tenants.ids.get(name) ?? '',
    };
  });
