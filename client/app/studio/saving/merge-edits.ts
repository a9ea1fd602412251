/** What is edited at once: values that are the same when they read the same as JSON. */
export type Fields = Record<string, unknown>;

export interface Merged<Edited extends Fields> {
  /** Everybody's changes in one; where both changed the same, mine. */
  draft: Edited;
  /** What both changed, each to something else. */
  conflicts: (keyof Edited & string)[];
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** Of what I began with, what I made of it and what others made of it meanwhile. */
export function mergeEdits<Edited extends Fields>(
  base: Edited,
  mine: Edited,
  theirs: Edited,
): Merged<Edited> {
  const names = Object.keys(base) as (keyof Edited & string)[];
  const isMine = (name: keyof Edited) => !isSame(base[name], mine[name]);
  const isTheirs = (name: keyof Edited) => !isSame(base[name], theirs[name]);
  const draft = { ...theirs };
  for (const name of names) if (isMine(name)) draft[name] = mine[name];
  const conflicts = names.filter(
    (name) => isMine(name) && isTheirs(name) && !isSame(mine[name], theirs[name]),
  );
  return { draft, conflicts };
}

/** What of a draft is not as it was. */
export function changesIn<Edited extends Fields>(base: Edited, draft: Edited): Partial<Edited> {
  const changed = Object.entries(draft).filter(([name, value]) => !isSame(base[name], value));
  return Object.fromEntries(changed) as Partial<Edited>;
}

export const hasChanges = <Edited extends Fields>(base: Edited, draft: Edited): boolean =>
  Object.keys(changesIn(base, draft)).length > 0;
