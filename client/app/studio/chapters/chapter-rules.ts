import type { DraftChapter } from './chapter.ts';
import { writeMoment } from './moment.ts';

export interface ChapterFault {
  id: string;
  reason: string;
  /** Only worth a word: it is saved all the same. */
  isWarning: boolean;
}

const CLOSE_SECONDS = 5;
const MOST_CHAPTERS = 500;

/** What is wrong with chapters in the order of time. */
export function chapterFaults(chapters: readonly DraftChapter[], durationSeconds: number): ChapterFault[] {
  return chapters.flatMap(({ id, title, startSeconds }, index) => {
    const before = chapters[index - 1];
    const fault = (reason: string): ChapterFault => ({ id, reason, isWarning: false });
    const found: ChapterFault[] = [];
    if (title.trim() === '') found.push(fault('It has no title yet.'));
    if (startSeconds >= durationSeconds)
      found.push(fault(`It is behind the end of the video (${writeMoment(durationSeconds)}).`));
    if (before && before.startSeconds === startSeconds)
      found.push(fault(`Two chapters start at ${writeMoment(startSeconds)}.`));
    else if (before && startSeconds - before.startSeconds < CLOSE_SECONDS)
      found.push({ id, reason: 'It is less than 5 s after the one before.', isWarning: true });
    return found;
  });
}

/** Why a list is not saved as it is; undefined if it is. */
export function listFault(chapters: readonly DraftChapter[], durationSeconds: number): string | undefined {
  if (chapters.length > MOST_CHAPTERS) return `A video has at most ${MOST_CHAPTERS} chapters.`;
  const faults = chapterFaults(chapters, durationSeconds).filter(({ isWarning }) => !isWarning);
  if (faults.length === 0) return undefined;
  return faults.length === 1 ? faults[0]?.reason : `${faults.length} things have to be put right first.`;
}

/** Players show chapters from the first one on: what is before it belongs to none. */
export const lacksStart = (chapters: readonly DraftChapter[]): boolean =>
  chapters.length > 0 && (chapters[0]?.startSeconds ?? 0) > 0;
