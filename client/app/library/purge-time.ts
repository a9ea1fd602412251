const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** How long something lies in the trash still: "29 days", "5 hours", "less than an hour". Never more than is left. */
export function timeLeftWords(purgedAt: string, nowMs: number): string {
  const leftMs = Date.parse(purgedAt) - nowMs;
  if (leftMs >= 2 * DAY_MS) return `${Math.floor(leftMs / DAY_MS)} days`;
  const hours = Math.floor(leftMs / HOUR_MS);
  if (hours >= 1) return hours === 1 ? '1 hour' : `${hours} hours`;
  return 'less than an hour';
}

/** Gone within a day: said with a sign, not only in words. */
export const isSoon = (purgedAt: string, nowMs: number): boolean => Date.parse(purgedAt) - nowMs < DAY_MS;
