import type { ConstraintMap } from '#worker/db/sql-error.ts';

interface Span {
  startSeconds: number;
  endSeconds: number;
}

/** Where in the request chapter `index` gives `field`. */
export type PointerOf = (index: number, field: 'startSeconds' | 'endSeconds') => string;

export const pointerInList: PointerOf = (index, field) => `/chapters/${index}/${field}`;

/**
 * The database says which rule a list breaks; this finds where, so that the answer can name the field. One
 * entry per constraint, for the first chapter that breaks it.
 */
export function faultsOf(
  chapters: readonly Span[],
  { durationSeconds, pointerOf }: { durationSeconds: number | null; pointerOf: PointerOf },
): ConstraintMap {
  const order = chapters.findIndex((chapter, index) => chapter.startSeconds <= startOf(chapters[index - 1]));
  const overlap = chapters.findIndex((chapter, index) => overlapsEarlier(chapters, chapter, index));
  const empty = chapters.findIndex((chapter) => chapter.endSeconds <= chapter.startSeconds);
  const videoEnd = durationSeconds ?? Infinity;
  // A chapter that begins past the end explains more than the one before it, whose end was filled in with it.
  const lateStart = chapters.findIndex((chapter) => chapter.startSeconds >= videoEnd);
  const lateEnd = chapters.findIndex((chapter) => chapter.endSeconds > videoEnd);
  return {
    chapters_order: {
      pointer: pointerOf(Math.max(order, 0), 'startSeconds'),
      detail: 'Chapters go in the order of their start.',
    },
    chapters_overlap: {
      pointer: pointerOf(Math.max(overlap, 0), 'startSeconds'),
      detail: 'It overlaps another chapter.',
      code: 'INVALID',
    },
    chapters_end_after_start: {
      pointer: pointerOf(Math.max(empty, 0), 'endSeconds'),
      detail: 'A chapter ends after it starts.',
    },
    chapters_past_end: {
      pointer:
        lateStart === -1
          ? pointerOf(Math.max(lateEnd, 0), 'endSeconds')
          : pointerOf(lateStart, 'startSeconds'),
      detail: `The video ends at ${durationSeconds} seconds.`,
    },
  };
}

const startOf = (chapter: Span | undefined): number => chapter?.startSeconds ?? -1;

const overlapsEarlier = (chapters: readonly Span[], chapter: Span, index: number): boolean =>
  chapters
    .slice(0, index)
    .some((other) => other.startSeconds < chapter.endSeconds && chapter.startSeconds < other.endSeconds);
