/** What the room was last told of this viewer's offset. */
export interface SyncReport {
  atMs: number;
  offsetMs: number;
  errorMs: number;
}

const LEAST_GAP_MS = 15_000;
const WORTH_TELLING_MS = 15;
/** Further out than this is seen and heard, so that others are told sooner of its coming and going. */
const ADRIFT_MS = 100;
const CROSSING_GAP_MS = 4_000;
/** Further out is told as that far: who stands still for an hour is told of once. */
export const FARTHEST_MS = 10_000;
/** Only what lasts is told: for a moment everybody is out after a seek. */
const LASTING_MS = 2_000;

const isAdrift = (offsetMs: number): boolean => Math.abs(offsetMs) >= ADRIFT_MS;

export interface ReportedSync {
  status: string;
  offsetMs: number | null;
  errorMs: number | null;
  /** For how long it has been adrift. */
  outForMs?: number;
}

/** Reports wake the room, so only what is settled, or lastingly out, and new is told; null when there is nothing to tell. */
export function nextReport(last: SyncReport | null, sync: ReportedSync, nowMs: number): SyncReport | null {
  const { status, errorMs } = sync;
  if (sync.offsetMs === null || errorMs === null) return null;
  const offsetMs = Math.max(-FARTHEST_MS, Math.min(FARTHEST_MS, sync.offsetMs));
  if (status !== 'in-step' && !(isAdrift(offsetMs) && (sync.outForMs ?? 0) >= LASTING_MS)) return null;
  const tenths = (value: number): number => Math.round(value * 10) / 10;
  const report = { atMs: nowMs, offsetMs: tenths(offsetMs), errorMs: tenths(errorMs) };
  if (last === null) return report;
  const isCrossing = isAdrift(last.offsetMs) !== isAdrift(offsetMs);
  const isNews = isCrossing || Math.abs(last.offsetMs - offsetMs) >= WORTH_TELLING_MS;
  return isNews && nowMs - last.atMs >= (isCrossing ? CROSSING_GAP_MS : LEAST_GAP_MS) ? report : null;
}

/** Since when the picture has been out of step, on the server's clock; a seek or a load under way says nothing new. */
export function outSince(
  before: number | null,
  step: { status: string; offsetMs: number | null },
  serverMs: number,
): number | null {
  if (step.offsetMs !== null) return isAdrift(step.offsetMs) ? (before ?? serverMs) : null;
  return step.status === 'blocked' ? null : before;
}
