import { sql } from 'drizzle-orm';
import {
  bigint,
  customType,
  type ExtraConfigColumn,
  numeric,
  timestamp,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';

/** The app makes UUIDv7; the database's own random one is only the fallback. */
export const id = () => uuid('id').primaryKey().defaultRandom();

/** Milliseconds, as a JavaScript Date holds: a keyset cursor made from one compares equal again. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3 });

export const createdAt = () => moment('created_at').notNull().defaultNow();

/** Set by the trigger `touch_updated_at` on every edit. */
export const updatedAt = () => moment('updated_at').notNull().defaultNow();

/**
 * The order of a list, newest first, its keyset being (created_at, id).
 * @NOTE drizzle's plain `.desc()` writes NULLS LAST, which PostgreSQL passes over for ORDER BY … DESC.
 */
export const newestFirst = (t: { createdAt: ExtraConfigColumn; id: ExtraConfigColumn }) =>
  [t.createdAt.desc().nullsFirst(), t.id.desc().nullsFirst()] as const;

/** Columns of an index that serves ORDER BY … DESC of them all, and walked backwards the other way. */
export const byDescending = (first: ExtraConfigColumn, second: ExtraConfigColumn) =>
  [first.desc().nullsFirst(), second.desc().nullsFirst()] as const;

/** Media time in seconds, to the millisecond. */
export const seconds = (name: string) => numeric(name, { precision: 10, scale: 3, mode: 'number' });

export const bytes = (name: string) => bigint(name, { mode: 'number' });

/** The 11 URL-safe characters that links carry. */
export const shortId = () => varchar('short_id', { length: 11 }).notNull();

export const shortIdPattern = sql.raw(`'^[A-Za-z0-9_-]{11}$'`);

export const tsvector = customType<{ data: string }>({ dataType: () => 'tsvector' });

/** better-auth writes an unknown address as '', which PostgreSQL refuses as inet. */
export const inet = customType<{ data: string; driverData: string | null }>({
  dataType: () => 'inet',
  toDriver: (address) => address || null,
});
