import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Client } from 'pg';
import { withClient } from './database-setup.ts';
import { projectRoot } from './project-root.ts';
import { StartError } from './start-error.ts';

const migrationsFolder = join(projectRoot, 'drizzle/migrations');

/** Brings the schema up to date, as its owner, with the same migrations as production. */
export async function migrateDatabase(ownerUrl: string): Promise<void> {
  const journal = join(migrationsFolder, 'meta/_journal.json');
  if (!existsSync(journal)) return;
  const { entries } = JSON.parse(readFileSync(journal, 'utf8')) as { entries: { when: number }[] };
  const newest = entries.at(-1)?.when ?? 0;
  await withClient(ownerUrl, async (client) => {
    if ((await readLastMigration(client)) < newest) await runMigrations(client);
  });
}

/** Where drizzle's migrator left off, by its own table; 0 before the first time. */
async function readLastMigration(client: Client): Promise<number> {
  const table = 'drizzle.__drizzle_migrations';
  const { rows: found } = await client.query<{ oid: string | null }>('select to_regclass($1) as oid', [
    table,
  ]);
  if (!found[0]?.oid) return 0;
  const { rows } = await client.query<{ last: string | null }>(
    `select max(created_at) as last from ${table}`,
  );
  return Number(rows[0]?.last ?? 0);
}

async function runMigrations(client: Client): Promise<void> {
  // Only now: loading drizzle takes a good part of the time of a start that has nothing to migrate.
  const { drizzle } = await import('drizzle-orm/node-postgres');
  const { migrate } = await import('drizzle-orm/node-postgres/migrator');
  try {
    await migrate(drizzle(client), { migrationsFolder });
  } catch (error) {
    throw new StartError(`The database cannot be brought up to date: ${reasonOf(error)}.`, { cause: error });
  }
}

/** drizzle's own message is the whole statement; why PostgreSQL refused it stands in the cause. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: unknown };
  return (cause instanceof Error ? cause : (error as Error)).message;
}
