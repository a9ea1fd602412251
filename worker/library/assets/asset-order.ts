import type { AssetRow } from './asset-row.queries.ts';

export const ASSET_SORTS = ['recent', 'used', 'popular', 'name'] as const;
export type AssetSort = (typeof ASSET_SORTS)[number];

type Sorted = Pick<AssetRow, 'id' | 'createdAt' | 'lastUsedAt' | 'usageCount' | 'normalizedName'>;

/** What stands in a cursor; `-infinity` for what was never used. */
export function sortKeyOf(sort: AssetSort, row: Sorted): string | number {
  if (sort === 'name') return row.normalizedName;
  if (sort === 'popular') return row.usageCount;
  const moment = sort === 'recent' ? row.createdAt : row.lastUsedAt;
  return moment?.toISOString() ?? '-infinity';
}

/** The database's own order, for merging what several tables answered: names from A, everything else from the most. */
export const compareAssets =
  (sort: AssetSort) =>
  (a: Sorted, b: Sorted): number => {
    if (sort === 'name') return compareBytes(a.normalizedName, b.normalizedName) || compareBytes(a.id, b.id);
    return numberOf(sort, b) - numberOf(sort, a) || compareBytes(b.id, a.id);
  };

/** Never used: before all times, but a number that can be subtracted. */
const NEVER = -8.64e15;

const numberOf = (sort: AssetSort, row: Sorted): number =>
  sort === 'popular'
    ? row.usageCount
    : ((sort === 'recent' ? row.createdAt : row.lastUsedAt)?.getTime() ?? NEVER);

const encoder = new TextEncoder();

/** As PostgreSQL's collation C does: by the bytes of UTF-8, not by UTF-16. */
function compareBytes(a: string, b: string): number {
  const [left, right] = [encoder.encode(a), encoder.encode(b)];
  const differs = left.findIndex((byte, index) => byte !== right[index]);
  if (differs === -1) return left.length - right.length;
  return (left[differs] ?? 0) - (right[differs] ?? -1);
}
