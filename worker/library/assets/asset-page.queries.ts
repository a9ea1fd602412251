import { and, asc, desc, eq, gt, lt, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import type { marketAssets, systemAssets, userAssets } from '#tables/assets.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { cutPage } from '#worker/http/page-shape.ts';
import type { AssetListQuery } from './asset-input.ts';
import { type AssetSort, compareAssets, sortKeyOf } from './asset-order.ts';
import type { AssetRow } from './asset-row.queries.ts';

type AnyAssets = typeof userAssets | typeof systemAssets | typeof marketAssets;

/** What a list is ordered by, as each table's index has it; an id settles what is equal. */
const ORDERS: Record<AssetSort, (table: AnyAssets) => SQL> = {
  recent: (table) => sql`${table.createdAt}`,
  used: (table) => sql`coalesce(${table.lastUsedAt}, '-infinity')`,
  popular: (table) => sql`${table.usageCount}`,
  name: (table) => sql`${table.normalizedName} collate "C"`,
};

const isMoment = (key: unknown): boolean => z.iso.datetime().safeParse(key).success;
const ORDER_KEYS: Record<AssetSort, { type: SQL; isKey: (key: unknown) => boolean }> = {
  recent: { type: sql`timestamptz`, isKey: isMoment },
  used: { type: sql`timestamptz`, isKey: (key) => key === '-infinity' || isMoment(key) },
  popular: { type: sql`int`, isKey: (key) => z.int32().min(0).safeParse(key).success },
  name: {
    type: sql`text collate "C"`,
    isKey: (key) => typeof key === 'string' && key.isWellFormed() && !key.includes('\0'),
  },
};

/** A cursor of another order means nothing in this one. */
const cursorOf = (sort: AssetSort) =>
  z
    .tuple([z.literal(sort), z.union([z.string(), z.number()]), z.uuid()])
    .refine(([, key]) => ORDER_KEYS[sort].isKey(key));

type Wanted = Pick<AssetListQuery, 'sort' | 'cursor' | 'type'>;

/** Gives for each table the condition and the order of one page, from where the cursor stands. */
export function pageOfAssets({ sort, cursor, type }: Wanted) {
  const at = cursor === undefined ? undefined : decodeCursor(cursor, cursorOf(sort));
  const [direction, beyond] = sort === 'name' ? [asc, gt] : [desc, lt];
  return (table: AnyAssets, ...conditions: (SQL | undefined)[]) => {
    const key = ORDERS[sort](table);
    const isBeyond =
      at && beyond(sql`(${key}, ${table.id})`, sql`(${at[1]}::${ORDER_KEYS[sort].type}, ${at[2]}::uuid)`);
    return {
      where: and(...conditions, type && eq(table.assetType, type), isBeyond),
      orderBy: [direction(key), direction(table.id)],
    };
  };
}

/** Merges what the tables answered, each in the same order, and cuts it to one page. */
export function cutAssets<Row extends AssetRow>(
  rows: Row[],
  { sort, limit }: { sort: AssetSort; limit: number },
) {
  return cutPage(rows.toSorted(compareAssets(sort)), limit, (last) =>
    encodeCursor([sort, sortKeyOf(sort, last), last.id]),
  );
}
