import { Client } from 'pg';
import type { Secrets } from './secrets.ts';
import { StartError } from './start-error.ts';

export const DATABASE = 'lockstep';
const ROLES = ['lockstep_owner', 'lockstep_app', 'lockstep_auth'] as const;
export type Role = (typeof ROLES)[number] | 'postgres';

export const urlOf = (role: Role, secrets: Secrets, port: number, database = DATABASE): string =>
  `postgres://${role}:${secrets[role]}@127.0.0.1:${port}/${database}`;

/** What a hosted database has before the product comes: its roles, and an empty database of the owner's. */
export async function createRolesAndDatabase(secrets: Secrets, port: number): Promise<void> {
  await withClient(urlOf('postgres', secrets, port, 'postgres'), async (client) => {
    const { rows } = await client.query<{ name: string }>(
      'select rolname as name from pg_roles union all select datname from pg_database',
    );
    const there = new Set(rows.map((row) => row.name));
    for (const role of ROLES) {
      const password = client.escapeLiteral(secrets[role]);
      if (!there.has(role)) await client.query(`create role ${role} login password ${password}`);
    }
    if (!there.has(DATABASE)) await client.query(`create database ${DATABASE} owner lockstep_owner`);
  });
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect().catch(explainWrongPassword);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function explainWrongPassword(error: unknown): never {
  if ((error as { code?: string }).code !== '28P01') throw error;
  const line = 'The database was made with other passwords than those in secrets.json of the data folder';
  throw new StartError(`${line}: put that file back, or delete the folder to start afresh.`, {
    cause: error,
  });
}
