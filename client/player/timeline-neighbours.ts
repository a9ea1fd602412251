import type { PlayerChapter } from './player-contract.ts';

/** Pressed within this after a chapter began, "previous" means the one before it. */
const JUST_BEGUN_SECONDS = 2;
/** A position this near is the one the viewer is at. */
const HERE_SECONDS = 0.02;

/** Where the previous or next chapter begins; undefined at the end of the list. */
export function neighbourChapterSeconds(
  chapters: readonly PlayerChapter[],
  positionSeconds: number,
  direction: 1 | -1,
): number | undefined {
  const starts = chapters.map((chapter) => chapter.startSeconds).sort((a, b) => a - b);
  if (direction === 1) return starts.find((start) => start > positionSeconds + HERE_SECONDS);
  return starts.findLast((start) => start < positionSeconds - JUST_BEGUN_SECONDS) ?? starts[0];
}

/** The nearest moment before or after the position. */
export function neighbourMoment<T extends { positionSeconds: number }>(
  moments: readonly T[],
  positionSeconds: number,
  direction: 1 | -1,
): T | undefined {
  const sorted = [...moments].sort((a, b) => a.positionSeconds - b.positionSeconds);
  return direction === 1
    ? sorted.find((one) => one.positionSeconds > positionSeconds + HERE_SECONDS)
    : sorted.findLast((one) => one.positionSeconds < positionSeconds - HERE_SECONDS);
}
