import type { DraftChapter, FrameRate } from './chapter.ts';
import { parseMoment, writeMoment } from './moment.ts';

export interface LineFault {
  /** Counted from 1. */
  line: number;
  reason: string;
}

export interface ReadText {
  chapters: { line: number; title: string; startSeconds: number }[];
  faults: LineFault[];
}

/** Bullets, numbers of a list, quotes and headings, as they come along when lists are pasted. */
const ORNAMENT = /^(?:[\s>#*•‣◦–—-]+|\d{1,3}[.)]\s+)+/;
const TIME = String.raw`(?:\d{1,3}:){1,2}\d{1,2}(?:[:;]\d{2,3}|[.,]\d{1,3})?(?!\d)`;
/** A time, perhaps in brackets or as a link, perhaps up to a second time, then the title. */
const FIRST = new RegExp(
  String.raw`^[[(]?(${TIME})[\])]?(?:\([^)]*\))?(?:\s*(?:-|–|—|to)\s*${TIME}[\])]?)?[\s–—:|.-]*(.*)$`,
);
/** Some write the time behind the title. */
const LAST = new RegExp(String.raw`^(.*?)[\s–—:|.-]*[[(]?(${TIME})[\])]?$`);

/** Reads `0:00 Intro` lines as people paste them; what cannot be read is told line by line. */
export function parseChapterText(text: string, rate: FrameRate | null): ReadText {
  const read: ReadText = { chapters: [], faults: [] };
  for (const [index, raw] of text.split(/\r\n|\r|\n/).entries()) {
    const line = plain(raw);
    if (line === '') continue;
    const found = splitLine(line);
    const startSeconds = found && parseMoment(found.time, rate);
    if (!found)
      read.faults.push({ line: index + 1, reason: 'A line has a time, such as 1:23, and a title.' });
    else if (startSeconds === undefined)
      read.faults.push({ line: index + 1, reason: `“${found.time}” is no time of this video.` });
    else if (found.title === '')
      read.faults.push({ line: index + 1, reason: 'After the time comes the title.' });
    else read.chapters.push({ line: index + 1, title: found.title.slice(0, 255), startSeconds });
  }
  return read;
}

/** Without the marks of Markdown and of lists. */
const plain = (line: string): string =>
  line
    .replace(/\*\*|__|`/g, '')
    .replace(ORNAMENT, '')
    .trim();

function splitLine(line: string): { time: string; title: string } | undefined {
  const [, time, title] = FIRST.exec(line) ?? [];
  if (time !== undefined) return { time, title: title?.trim() ?? '' };
  const [, before, behind] = LAST.exec(line) ?? [];
  return behind === undefined ? undefined : { time: behind, title: before?.trim() ?? '' };
}

export const writeChapterText = (chapters: readonly DraftChapter[]): string =>
  chapters.map(({ startSeconds, title }) => `${writeMoment(startSeconds)} ${title}`).join('\n');
