/** The same things with one of them at another place; places beyond the ends are the ends. */
export function movedTo<Item>(items: readonly Item[], from: number, to: number): Item[] {
  const rest = items.filter((_, index) => index !== from);
  const moved = items.slice(from, from + 1);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), ...moved, ...rest.slice(place)];
}

/** A series holds no more. */
export const MOST_IN_SERIES = 500;

/** Videos put behind those that are in a series; null where it would hold more than it can. */
export function appended(ids: readonly string[], added: readonly string[]): string[] | null {
  const there = new Set(ids);
  const all = [...ids, ...added.filter((id) => !there.has(id))];
  return all.length > MOST_IN_SERIES ? null : all;
}
