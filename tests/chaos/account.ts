/** What the room acknowledged beside what Postgres holds. */
export interface Account {
  acked: number;
  stored: number;
  /** Acknowledged, but absent from Postgres or there with other words. */
  lost: number;
  /** Stored more than once, counted by their words, which no two posts share. */
  duplicated: number;
  /** Stored although never acknowledged to anybody, who resends until it is. */
  unasked: number;
}

export interface StoredComment {
  id: string;
  content: string;
}

export function accountOf(acked: ReadonlyMap<string, string>, stored: readonly StoredComment[]): Account {
  const rows = new Map(stored.map(({ id, content }) => [id, content]));
  const isLost = ([id, content]: [string, string]): boolean => rows.get(id) !== content;
  return {
    acked: acked.size,
    stored: stored.length,
    lost: [...acked].filter(isLost).length,
    duplicated: stored.length - new Set(stored.map(({ content }) => content)).size,
    unasked: stored.filter(({ id }) => !acked.has(id)).length,
  };
}

export const isExact = ({ acked, stored, lost, duplicated, unasked }: Account): boolean =>
  acked === stored && lost + duplicated + unasked === 0;
