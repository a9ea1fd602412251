const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** Before each attempt, since the one before: about three days in all. */
const DELAYS_MS = [
  0,
  5 * SECOND,
  5 * MINUTE,
  30 * MINUTE,
  2 * HOUR,
  5 * HOUR,
  10 * HOUR,
  14 * HOUR,
  20 * HOUR,
  24 * HOUR,
] as const;

export const MOST_ATTEMPTS = DELAYS_MS.length;
/** Longest that a receiver may put us off. */
const LONGEST_PUT_OFF_MS = 24 * HOUR;
/** A tenth either way, so that what failed together does not return together. */
const JITTER = 0.1;

/** How long until the next try after so many; undefined when there is none left. A receiver may ask for longer. */
export function nextDelayMs(
  attempts: number,
  random: () => number,
  retryAfterMs: number | null = null,
): number | undefined {
  const delayMs = DELAYS_MS[attempts];
  if (delayMs === undefined) return undefined;
  const spreadMs = Math.round(delayMs * (1 - JITTER + 2 * JITTER * random()));
  return Math.max(spreadMs, Math.min(retryAfterMs ?? 0, LONGEST_PUT_OFF_MS));
}

/** `Retry-After` in seconds or as a date (RFC 9110); null where it says nothing we understand. */
export function readRetryAfterMs(header: string | null, now: Date): number | null {
  if (header === null) return null;
  if (/^\d{1,9}$/.test(header.trim())) return Number(header) * SECOND;
  // An HTTP date names its day first; engines take much else for a date.
  const at = /^[A-Z][a-z]{2}/.test(header) ? Date.parse(header) : Number.NaN;
  return Number.isNaN(at) ? null : Math.max(0, at - now.getTime());
}
