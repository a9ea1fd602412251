/** What was acknowledged to everyone together. */
export interface Acknowledged {
  /** Id → words. */
  comments: ReadonlyMap<string, string>;
  /** How many of each second and emoji. */
  reactions: ReadonlyMap<string, number>;
  /** Ids of the comments that were settled. */
  settled: ReadonlySet<string>;
}

/** What Postgres holds of one video. */
export interface Stored {
  comments: readonly StoredComment[];
  reactions: ReadonlyMap<string, number>;
}

export interface StoredComment {
  id: string;
  content: string;
  isSettled: boolean;
}

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
  /** Acknowledged reactions. */
  reacted: number;
  /** Acknowledged settled threads. */
  settled: number;
  /** Seconds and emojis with another count than was acknowledged, and threads settled on one side only. */
  otherwise: number;
}

export function accountOf(acked: Acknowledged, stored: Stored): Account {
  const rows = new Map(stored.comments.map(({ id, content }) => [id, content]));
  const isLost = ([id, content]: [string, string]): boolean => rows.get(id) !== content;
  const moments = new Set([...acked.reactions.keys(), ...stored.reactions.keys()]);
  const isMiscounted = (moment: string): boolean =>
    acked.reactions.get(moment) !== stored.reactions.get(moment);
  return {
    acked: acked.comments.size,
    stored: stored.comments.length,
    lost: [...acked.comments].filter(isLost).length,
    duplicated: stored.comments.length - new Set(stored.comments.map(({ content }) => content)).size,
    unasked: stored.comments.filter(({ id }) => !acked.comments.has(id)).length,
    reacted: [...acked.reactions.values()].reduce((sum, count) => sum + count, 0),
    settled: acked.settled.size,
    otherwise:
      [...moments].filter(isMiscounted).length +
      stored.comments.filter(({ id, isSettled }) => isSettled !== acked.settled.has(id)).length,
  };
}

export const isExact = ({ acked, stored, lost, duplicated, unasked, otherwise }: Account): boolean =>
  acked === stored && lost + duplicated + unasked + otherwise === 0;
