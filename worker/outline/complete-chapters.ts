import { AppError } from '#worker/http/app-error.ts';
import type { ChapterInput, CompleteChapter } from './chapter.ts';

/** Media time is kept to the millisecond. */
export const toMilliseconds = (seconds: number): number => Math.round(seconds * 1000) / 1000;

/**
 * A list as people give it, ready to be stored: numbered as it stands, a missing end filled in with the next
 * start or the video's end. Whether it is in order and free of overlaps is for the database to say.
 */
export function completeChapters(
  chapters: readonly ChapterInput[],
  { durationSeconds, makeId }: { durationSeconds: number | null; makeId: () => string },
): CompleteChapter[] {
  return chapters.map((chapter, index) => {
    const end = chapter.endSeconds ?? chapters[index + 1]?.startSeconds ?? durationSeconds;
    if (end === null)
      throw new AppError(
        'INVALID',
        'The last chapter needs an end: the length of the video is not known yet.',
        {
          errors: [{ pointer: `/chapters/${index}/endSeconds`, detail: 'Give the end of the last chapter.' }],
        },
      );
    return {
      id: chapter.id ?? makeId(),
      title: chapter.title,
      description: chapter.description || null,
      startSeconds: toMilliseconds(chapter.startSeconds),
      endSeconds: toMilliseconds(end),
      position: index + 1,
    };
  });
}
