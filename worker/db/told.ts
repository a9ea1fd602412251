import { sql } from 'drizzle-orm';
import type { Database } from './client.ts';

/** Hears of the organizations for whose webhooks a transaction has written messages. */
type Listener = (organizationIds: string[]) => void;

const listeners = new WeakMap<Database, Listener>();

/** A database of one request's own, over the same client: what its transactions tell, `listener` hears. */
export function hearing(db: Database, listener: Listener): Database {
  const own = Object.create(db) as Database;
  listeners.set(own, listener);
  return own;
}

/** For the end of a transaction: the query whose answer `hear` passes on; undefined where nobody listens. */
export const askWhoIsTold = (db: Database) =>
  listeners.has(db)
    ? db.execute<{ told: string }>(
        sql`select coalesce(current_setting('app.told_webhooks', true), '') as told`,
      )
    : undefined;

export function hear(db: Database, { rows }: { rows: { told: string }[] }): void {
  const told = rows[0]?.told ?? '';
  if (told !== '') listeners.get(db)?.(told.split(','));
}
