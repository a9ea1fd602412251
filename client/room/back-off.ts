const LONGEST_DELAY_MS = 30_000;
const LEAST_WINDOW_MS = 500;

/**
 * How long to wait before the `attempt`th try in a row to come back (1 is the first): full jitter over a window
 * that starts at what the server asked for and doubles. A restart of the room meets its viewers spread out.
 */
export function nextDelayMs(attempt: number, windowMs: number, random: () => number): number {
  const first = Math.min(Math.max(windowMs, LEAST_WINDOW_MS), LONGEST_DELAY_MS);
  const doublings = Math.min(Math.max(attempt - 1, 0), 10);
  return Math.round(random() * Math.min(first * 2 ** doublings, LONGEST_DELAY_MS));
}
