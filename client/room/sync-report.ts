/** What the room was last told of this viewer's offset. */
export interface SyncReport {
  atMs: number;
  offsetMs: number;
  errorMs: number;
}

const LEAST_GAP_MS = 15_000;
const WORTH_TELLING_MS = 15;

/** Reports wake the room, so only what is settled and new is told; null when there is nothing to tell. */
export function nextReport(
  last: SyncReport | null,
  sync: { status: string; offsetMs: number | null; errorMs: number | null },
  nowMs: number,
): SyncReport | null {
  if (sync.status !== 'in-step' || sync.offsetMs === null || sync.errorMs === null) return null;
  const isNews = last === null || Math.abs(last.offsetMs - sync.offsetMs) >= WORTH_TELLING_MS;
  if (!isNews || (last !== null && nowMs - last.atMs < LEAST_GAP_MS)) return null;
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  return { atMs: nowMs, offsetMs: tenths(sync.offsetMs), errorMs: tenths(sync.errorMs) };
}
