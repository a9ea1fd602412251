/** How fast something is sent, smoothed, and when it ends by that; a value, made anew from each report. */
export interface Pace {
  startedMs: number;
  atMs: number;
  sentBytes: number;
  /** Null until there is something to go by. */
  bytesPerSecond: number | null;
  /** The earliest end that was ever promised: being later than that has to be said. */
  promisedEndMs: number | null;
}

/** How long a change takes to count for two thirds: short stalls and bursts do not move the estimate much. */
const SMOOTHING_MS = 6000;
/** Nobody knows anything before. */
const SILENT_MS = 5000;
/** Reports come many times a second: less than this apart, they say more about buffers than about the line. */
const APART_MS = 250;
const LATE_BY_AT_LEAST_SECONDS = 10;
const LATE_BY_SHARE = 0.25;

export const startPace = (nowMs: number, sentBytes: number): Pace => ({
  startedMs: nowMs,
  atMs: nowMs,
  sentBytes,
  bytesPerSecond: null,
  promisedEndMs: null,
});

export function nextPace(pace: Pace, report: { nowMs: number; sentBytes: number; totalBytes: number }): Pace {
  const { nowMs, sentBytes, totalBytes } = report;
  const passedMs = nowMs - pace.atMs;
  if (passedMs < APART_MS || sentBytes < pace.sentBytes) return pace;
  const measured = ((sentBytes - pace.sentBytes) / passedMs) * 1000;
  const weight = pace.bytesPerSecond === null ? 1 : 1 - Math.exp(-passedMs / SMOOTHING_MS);
  const bytesPerSecond = (pace.bytesPerSecond ?? 0) * (1 - weight) + measured * weight;
  const next = { ...pace, atMs: nowMs, sentBytes, bytesPerSecond };
  const left = secondsLeft(next, { nowMs, totalBytes });
  if (left === null) return next;
  const endMs = nowMs + left * 1000;
  return { ...next, promisedEndMs: Math.min(pace.promisedEndMs ?? endMs, endMs) };
}

/** Null while nobody can know. */
export function secondsLeft(
  { startedMs, sentBytes, bytesPerSecond }: Pace,
  { nowMs, totalBytes }: { nowMs: number; totalBytes: number },
): number | null {
  if (nowMs - startedMs < SILENT_MS || !bytesPerSecond) return null;
  return (totalBytes - sentBytes) / bytesPerSecond;
}

/** "41 MB/s · 2 min left", with a word where it takes longer than was said before. */
export function describePace(pace: Pace, totalBytes: number): string {
  if (pace.bytesPerSecond === null) return '';
  const left = secondsLeft(pace, { nowMs: pace.atMs, totalBytes });
  const speed = describeSpeed(pace.bytesPerSecond);
  if (left === null) return speed;
  return `${speed} · ${isLate(pace, left) ? 'taking longer than expected, ' : ''}${describeLeft(left)}`;
}

function isLate({ atMs, promisedEndMs }: Pace, left: number): boolean {
  const lateBy = promisedEndMs === null ? 0 : (atMs - promisedEndMs) / 1000 + left;
  return lateBy > Math.max(LATE_BY_AT_LEAST_SECONDS, left * LATE_BY_SHARE);
}

function describeSpeed(bytesPerSecond: number): string {
  if (bytesPerSecond >= 10e6) return `${Math.round(bytesPerSecond / 1e6)} MB/s`;
  if (bytesPerSecond >= 1e6) return `${(bytesPerSecond / 1e6).toFixed(1)} MB/s`;
  return `${Math.round(bytesPerSecond / 1e3)} kB/s`;
}

/** In steps that do not flicker. */
export function describeLeft(seconds: number): string {
  if (seconds < 5) return 'a few seconds left';
  if (seconds < 60) return `${Math.ceil(seconds / 5) * 5} s left`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min left`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min left`;
}
