import { and, eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { userAssets, type marketAssets, type systemAssets } from '#tables/assets.ts';
import { byId, key, keyset, type KeyColumn, type Page } from '#worker/db/page.ts';
import type { AssetListQuery } from './asset-input.ts';
import { type AssetSort, compareAssets, sortKeyOf } from './asset-order.ts';
import type { AssetRow } from './asset-row.queries.ts';

type AnyAssets = typeof userAssets | typeof systemAssets | typeof marketAssets;

/** What a list is ordered by, as each table's index has it; an id settles what is equal. */
const ORDERS: Record<AssetSort, (table: AnyAssets) => SQL> = {
  recent: (table) => sql`${table.createdAt}`,
  used: (table) => sql`greatest(${table.lastUsedAt}, '-infinity')`,
  popular: (table) => sql`${table.usageCount}`,
  name: (table) => sql`${table.normalizedName} collate "C"`,
};

const Moment = z.iso.datetime();
const Name = z.string().refine((name) => name.isWellFormed() && !name.includes('\0'));

/** What a cursor holds of each order. */
const columnOf = (sort: AssetSort, table: AnyAssets): KeyColumn<AssetRow, never> => {
  const column = ORDERS[sort](table);
  const of = (row: AssetRow) => sortKeyOf(sort, row) as never;
  if (sort === 'popular') return key(column, 'integer', of, z.int32().min(0));
  if (sort === 'name') return key(column, 'text', of, Name);
  return key(column, 'timestamptz', of, sort === 'used' ? z.union([z.literal('-infinity'), Moment]) : Moment);
};

type Wanted = Pick<AssetListQuery, 'sort' | 'cursor' | 'type' | 'limit'>;

const pageIn = ({ sort, ...asked }: Wanted, table: AnyAssets) =>
  keyset<AssetRow>(
    {
      name: `assets:${sort}`,
      columns: [columnOf(sort, table), byId<AssetRow>(sql`${table.id}`)],
      direction: sort === 'name' ? 'ascending' : 'descending',
    },
    asked,
  );

/** Gives for each table the condition and the order of one page, from where the cursor stands. */
export const pageOfAssets =
  (query: Wanted) =>
  (table: AnyAssets, ...conditions: (SQL | undefined)[]) => {
    const { where, orderBy } = pageIn(query, table);
    return { where: and(...conditions, query.type && eq(table.assetType, query.type), where), orderBy };
  };

/** Merges what the tables answered, each in the same order, and cuts it to one page. */
export function cutAssets<Row extends AssetRow>(rows: Row[], query: Wanted): Page<Row> {
  const page = pageIn(query, userAssets);
  const merged = rows.toSorted(compareAssets(query.sort));
  return page.cut(page.isBack ? merged.toReversed() : merged) as Page<Row>;
}
