import { env } from 'cloudflare:workers';
import { Pool } from '@neondatabase/serverless';

/** What the accounts role sees and does in the tables, past the product. */
export async function query<Row>(text: string, values: unknown[] = []): Promise<Row[]> {
  const pool = new Pool({ connectionString: env.AUTH_DATABASE_URL });
  pool.on('error', () => {});
  try {
    return (await pool.query(text, values)).rows as Row[];
  } finally {
    await pool.end();
  }
}

export const newEmail = (): string => `${crypto.randomUUID()}@example.com`;
