import { env } from 'cloudflare:workers';
import { neon } from '@neondatabase/serverless';

/** What Postgres answers to a room. */
export async function queryAsRoom(text: string, ...values: unknown[]): Promise<Record<string, unknown>[]> {
  const sql = neon(env.DATABASE_URL);
  const [, rows] = await sql.transaction([
    sql`select set_config('app.role', 'service:room', true)`,
    sql.query(text, values),
  ]);
  return rows ?? [];
}
