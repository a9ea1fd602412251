/** What became of one video of many. */
export interface Outcome {
  id: string;
  isDone: boolean;
  /** Why not, in words. */
  detail: string | null;
}

/** Two lots at a time would not be quicker: the server changes each lot in one transaction. */
export function inLots<Item>(items: readonly Item[], size: number): Item[][] {
  const lots: Item[][] = [];
  for (let start = 0; start < items.length; start += size) lots.push(items.slice(start, start + size));
  return lots;
}

/** Those that were left out, by the reason they share: one sentence each, with the titles. */
export function refusalWords(
  outcomes: readonly Outcome[],
  titleOf: (id: string) => string,
): { reason: string; titles: string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { id, isDone, detail } of outcomes) {
    if (isDone) continue;
    const reason = detail ?? 'That did not work. Try again in a moment.';
    byReason.set(reason, [...(byReason.get(reason) ?? []), titleOf(id)]);
  }
  return [...byReason].map(([reason, titles]) => ({ reason, titles }));
}
