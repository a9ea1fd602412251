import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import { Client } from 'pg';
import { projectRoot } from './project-root.ts';
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

/** Brings the schema up to date, as its owner, with the same migrations as production. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const migrationsFolder = join(projectRoot, 'drizzle/migrations');
  if (!existsSync(join(migrationsFolder, 'meta/_journal.json'))) return;
  try {
    await withClient(ownerUrl, (client) => migrate(drizzle(client), { migrationsFolder }));
  } catch (error) {
    throw new StartError(`The database cannot be brought up to date: ${reasonOf(error)}.`, { cause: error });
  }
}

/** drizzle's own message is the whole statement; why PostgreSQL refused it stands in the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  return (cause instanceof Error ? cause : (error as Error)).message;
}

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
