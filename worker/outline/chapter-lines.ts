import { AppError, type FieldError } from '#worker/http/app-error.ts';
import { ChapterInput } from './chapter.ts';
import { readWebVtt } from './webvtt.ts';
import { readTimeList } from './time-list.ts';

/** A chapter and the line of text it came from, counted from 1. */
export interface ChapterLine extends ChapterInput {
  line: number;
}

export type ReadChapters = { chapters: ChapterLine[]; errors: FieldError[] };

export const atLine = (line: number, detail: string): FieldError => ({ pointer: `/lines/${line}`, detail });

/** Chapters out of text: WebVTT, or the plain list people paste under videos. Throws INVALID, line by line. */
export function readChapterText(text: string): ChapterLine[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const isWebVtt = lines[0]?.startsWith('WEBVTT') || lines.some((line) => line.includes('-->'));
  const { chapters, errors } = isWebVtt ? readWebVtt(lines) : readTimeList(lines);
  for (const chapter of chapters)
    for (const { message } of ChapterInput.safeParse(chapter).error?.issues ?? [])
      errors.push(atLine(chapter.line, message));
  if (chapters.length > 500) errors.push(atLine(chapters[500]?.line ?? 1, 'At most 500 chapters.'));
  if (errors.length === 0) return chapters;
  throw new AppError(
    'INVALID',
    `${errors.length === 1 ? 'One line' : `${errors.length} lines`} cannot be read.`,
    {
      errors: errors.slice(0, 100),
    },
  );
}
