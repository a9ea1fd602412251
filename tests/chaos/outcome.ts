import { isExact, type Account } from './account.ts';

/** One scenario's part of the table. */
export interface Outcome extends Account {
  scenario: string;
  posted: number;
  /** The video's own count of its comments. */
  counted: number;
  /** Of all comments, how many one who only listens was told of exactly once. */
  heard: number;
  ackP99Ms: number;
  tookSeconds: number;
  troubles: string[];
  /** What else is worth knowing, in words. */
  notes: string[];
  /** The account once more, at any later time: what was stored must stay. */
  recount: () => Promise<Account>;
}

/** Exactly the acknowledged, all that was posted, the right count, and nothing odd on the way. */
export const isWhole = (outcome: Outcome): boolean =>
  isExact(outcome) &&
  outcome.posted === outcome.acked &&
  outcome.counted === outcome.stored &&
  outcome.troubles.length === 0;
