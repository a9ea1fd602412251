const FIRST_MS = 250;
const LONGEST_MS = 60_000;
const LEAST_MS = 50;

/** Full jitter: anywhere up to a bound that doubles with each failure, so that rooms do not return all at once. */
export function backoffMs(failures: number, random: () => number): number {
  const boundMs = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 20));
  return Math.max(LEAST_MS, Math.round(random() * boundMs));
}

/** What waits for a human need not hurry. */
export const OUR_FAULT_RETRY_MS = LONGEST_MS;
