/** The moment or span of media time a comment is about. */
export interface Moment {
  positionSeconds: number | null;
  endSeconds: number | null;
}

type Fitted = { ok: true; value: Moment } | { ok: false; reason: string };

/** A browser's idea of a video's length may lie this far past the file's: still the end. */
const END_SLACK_SECONDS = 0.25;

/** Holds a moment to the video's length, where that is known, and a span to its order. Rounds to the millisecond. */
export function momentWithin(
  moment: { positionSeconds?: number | null; endSeconds?: number | null },
  durationSeconds: number | null,
): Fitted {
  const { positionSeconds = null, endSeconds = null } = moment;
  if (endSeconds !== null && (positionSeconds === null || endSeconds < positionSeconds))
    return { ok: false, reason: 'A span ends after it begins.' };
  const latest = Math.max(positionSeconds ?? 0, endSeconds ?? 0);
  if (durationSeconds !== null && latest > durationSeconds + END_SLACK_SECONDS)
    return { ok: false, reason: `The video ends at ${clockOf(durationSeconds)}.` };
  const fit = (seconds: number | null): number | null =>
    seconds === null ? null : Math.round(Math.min(seconds, durationSeconds ?? seconds) * 1000) / 1000;
  return { ok: true, value: { positionSeconds: fit(positionSeconds), endSeconds: fit(endSeconds) } };
}

/** 3661.5 → 1:01:01 */
function clockOf(seconds: number): string {
  const whole = Math.floor(seconds);
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const two = (value: number): string => String(value).padStart(2, '0');
  return hours > 0 ? `${hours}:${two(minutes)}:${two(rest)}` : `${minutes}:${two(rest)}`;
}
