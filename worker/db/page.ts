import { and, asc, desc, gt, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { AppError } from '#worker/http/app-error.ts';

/** A page of a list: `next` and `prev` are cursors, null where there is nothing more that way. */
export interface Page<Item> {
  items: Item[];
  next: string | null;
  prev: string | null;
}

/** One column of the order: how it reads in SQL, its type there, what it is in a row, what a cursor may hold. */
export interface KeyColumn<Row, Value> {
  sql: SQL;
  type: 'uuid' | 'boolean' | 'timestamptz' | 'text' | 'bigint' | 'integer' | 'real' | 'numeric';
  of: (row: Row) => Value;
  schema: z.ZodType<Value>;
}

export type Direction = 'ascending' | 'descending';

export interface Asked {
  limit: number;
  cursor?: string | undefined;
}

/**
 * A list that is walked by key, forward and back: `where`, `orderBy` and `limit` for its query, and `cut` to make the
 * page of the rows that come. The columns together must be unique, and an index on them in this order serves every
 * page from where it begins. Cursors of another list, or of this one in another order, are INVALID.
 */
export function keyset<Row>(
  { name, columns, direction }: { name: string; columns: KeyColumn<Row, never>[]; direction: Direction },
  { limit, cursor }: Asked,
) {
  const from = cursor === undefined ? undefined : decodeCursor(cursor, cursorOf(name, columns));
  const isBack = from?.[0] === 'prev';
  const isAscending = (direction === 'ascending') !== isBack;
  const cursorAt = (way: 'next' | 'prev', row: Row): string =>
    encodeCursor([way, name, ...columns.map((column) => column.of(row))]);
  return {
    /** True where the page is read backwards: its rows come last first, and `cut` turns them. */
    isBack,
    isAscending,
    /** The key the page begins after; undefined for the first. */
    after: from?.slice(2) as unknown[] | undefined,
    where: from && compareKeys(columns, from.slice(2), isAscending),
    orderBy: columns.map((column) => (isAscending ? asc(column.sql) : desc(column.sql))),
    limit: limit + 1,
    cut: (rows: readonly Row[]): Page<Row> => {
      const items = rows.slice(0, limit);
      const hasMore = rows.length > limit;
      if (isBack) items.reverse();
      const [first, last] = [items[0], items.at(-1)];
      const isLast = last === undefined || !(isBack || hasMore);
      const isFirst = first === undefined || !(isBack ? hasMore : from !== undefined);
      return {
        items,
        next: isLast ? null : cursorAt('next', last),
        prev: isFirst ? null : cursorAt('prev', first),
      };
    },
  };
}

/** A row comparison, so that the index in this order serves the page from where it starts. */
function compareKeys<Row>(columns: KeyColumn<Row, never>[], values: unknown[], isAscending: boolean): SQL {
  const left = sql.join(
    columns.map((column) => column.sql),
    sql`, `,
  );
  const right = sql.join(
    columns.map(({ type }, index) => sql`${values[index]}::${sql.raw(type)}`),
    sql`, `,
  );
  return (isAscending ? gt : lt)(sql`(${left})`, sql`(${right})`);
}

const cursorOf = <Row>(name: string, columns: KeyColumn<Row, never>[]) =>
  z.tuple([z.enum(['next', 'prev']), z.literal(name), ...columns.map(({ schema }) => schema)] as unknown as [
    z.ZodEnum<{ next: 'next'; prev: 'prev' }>,
    z.ZodLiteral<string>,
  ]);

/** The columns most lists end on. */
export const byMoment = <Row>(column: SQL, of: (row: Row) => Date) =>
  key<Row, string>(column, 'timestamptz', (row) => of(row).toISOString(), z.iso.datetime());
export const byId = <Row extends { id: string }>(column: SQL) =>
  key<Row, string>(column, 'uuid', (row) => row.id, z.uuid());
export const byText = <Row>(column: SQL, of: (row: Row) => string) =>
  key<Row, string>(column, 'text', of, z.string().max(300));
export const byCount = <Row>(column: SQL, of: (row: Row) => number) =>
  key<Row, number>(column, 'bigint', of, z.int());

/** @NOTE The value's type is forgotten on purpose: a list of columns of several types is checked by their schemas. */
export const key = <Row, Value>(
  column: SQL,
  type: KeyColumn<Row, Value>['type'],
  of: (row: Row) => Value,
  schema: z.ZodType<Value>,
): KeyColumn<Row, never> => ({ sql: column, type, of, schema }) as unknown as KeyColumn<Row, never>;

/** Both conditions of a list: which rows, and from where. */
export const within = (scope: SQL | undefined, page: { where: SQL | undefined }): SQL | undefined =>
  and(scope, page.where);

/** Where the next page begins: the last row's sort key, as opaque text. */
export function encodeCursor(values: unknown): string {
  const bytes = new TextEncoder().encode(JSON.stringify(values));
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

/** The values of a cursor that came in with a request. Throws INVALID for anything we did not make. */
export function decodeCursor<Values>(text: string, schema: z.ZodType<Values>): Values {
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', 'The cursor is not one of ours; begin at the first page.', {
    errors: [{ pointer: '/cursor', detail: 'Take it from `next` or `prev` of a page of this very list.' }],
  });
}

/** Undefined where the text is no base64url of UTF-8 JSON; no schema accepts that. */
function readJson(text: string): unknown {
  try {
    const binary = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (character) => character.charCodeAt(0));
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes));
  } catch {
    return undefined;
  }
}
