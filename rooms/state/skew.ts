/** At most one skew frame per screening in this time, and only on a report (R52). */
export const SKEW_EVERY_MS = 2_000;
/** A report older than this says nothing about now. */
const REPORT_LIVES_MS = 30_000;

export interface OffsetReport {
  offsetMs: number;
  atMs: number;
}

export interface SkewSummary {
  reporting: number;
  p50Ms: number;
  p95Ms: number;
}

/**
 * How far apart the viewers are: distances from the middle one, not from the clock, since all being late together
 * is being in step. Undefined with fewer than two fresh reports.
 */
export function skewOf(reports: Iterable<OffsetReport>, nowMs: number): SkewSummary | undefined {
  const fresh = [...reports].filter((report) => nowMs - report.atMs <= REPORT_LIVES_MS);
  if (fresh.length < 2) return undefined;
  const offsets = fresh.map((report) => report.offsetMs).sort(ascending);
  const middle = (at(offsets, 0.5, Math.floor) + at(offsets, 0.5, Math.ceil)) / 2;
  const distances = offsets.map((offset) => Math.abs(offset - middle)).sort(ascending);
  return {
    reporting: fresh.length,
    p50Ms: toTenth(at(distances, 0.5, Math.ceil)),
    p95Ms: toTenth(at(distances, 0.95, Math.ceil)),
  };
}

const ascending = (a: number, b: number): number => a - b;
const toTenth = (value: number): number => Math.round(value * 10) / 10;
const at = (sorted: readonly number[], share: number, round: (value: number) => number): number =>
  sorted[round((sorted.length - 1) * share)] ?? 0;
