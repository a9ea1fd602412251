const FIRST_MS = 250;
const LONGEST_MS = 60_000;
/** Somebody waits: what they say shall stand in Postgres within ten seconds of its return. */
const LONGEST_WATCHED_MS = 8_000;
const LEAST_MS = 50;

export interface Retry {
  failures: number;
  /** Whether anybody is in the room. */
  isWatched: boolean;
  random: () => number;
}

/** Full jitter: anywhere up to a bound that doubles with each failure, so that rooms do not return all at once. */
export function backoffMs({ failures, isWatched, random }: Retry): number {
  const longestMs = isWatched ? LONGEST_WATCHED_MS : LONGEST_MS;
  const boundMs = Math.min(longestMs, FIRST_MS * 2 ** Math.min(failures, 20));
  return Math.max(LEAST_MS, Math.round(random() * boundMs));
}

/** What waits for a human need not hurry. */
export const OUR_FAULT_RETRY_MS = LONGEST_MS;
