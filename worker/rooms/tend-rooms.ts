/** A day, and the hour that a run may be late. */
const DAY_MS = 25 * 60 * 60 * 1000;
/** Rooms asked at once: each answers within a second or so. */
const AT_ONCE = 10;

/** Since when a room counts as recent; `now` is when the run was due. */
export const dayBefore = (now: Date): Date => new Date(now.getTime() - DAY_MS);

/** Does the same to each room, or what else leads to one, some at once; how many could not be reached. */
export async function tendEach<Item>(
  items: readonly Item[],
  tend: (item: Item) => Promise<void>,
  atOnce = AT_ONCE,
): Promise<number> {
  let unreachable = 0;
  const waiting = items.values();
  // One iterator for all: each takes the next that nobody has taken.
  const work = async (): Promise<void> => {
    for (const item of waiting) await tend(item).catch(() => void (unreachable += 1));
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return unreachable;
}
