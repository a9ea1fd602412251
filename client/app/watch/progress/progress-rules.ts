import type { Progress } from '#protocol/progress.ts';

/** What is behind this share has been watched: credits are not waited for. */
const COMPLETE_SHARE = 0.95;
/** Who has seen less has hardly begun. */
const LEAST_SECONDS = 10;

export const progressAt = (positionSeconds: number, durationSeconds: number): Progress => ({
  positionSeconds,
  isCompleted: durationSeconds > 0 && positionSeconds >= durationSeconds * COMPLETE_SHARE,
});

/** Where to take up a video again; null where it is to begin at its start. */
export function resumePoint(progress: Progress | null, durationSeconds: number): number | null {
  if (progress === null || progress.isCompleted || progress.positionSeconds < LEAST_SECONDS) return null;
  return progress.positionSeconds < durationSeconds * COMPLETE_SHARE ? progress.positionSeconds : null;
}
