import { atLine, type ReadChapters } from './chapter-lines.ts';
import { TIMESTAMP, toSeconds } from './timestamp.ts';

/**
 * A time, perhaps in brackets or after a bullet, perhaps up to a second time, then what is there, whatever it is (`s`): a
 * rest that may not match is tried from every dash before it.
 */
const LINE = new RegExp(
  String.raw`^[\s\-*•([]*${TIMESTAMP}[)\]]?(?:\s*(?:-|–|—|to)\s*${TIMESTAMP}[)\]]?)?[\s\-–—:|.]*(.*)$`,
  's',
);

/** Reads `0:00 Intro` lines. Empty lines and such that begin with # say nothing. */
export function readTimeList(lines: readonly string[]): ReadChapters {
  const read: ReadChapters = { chapters: [], errors: [] };
  for (const [index, line] of lines.entries()) {
    if (line.trim() === '' || line.trim().startsWith('#')) continue;
    const found = LINE.exec(line);
    const startSeconds = found ? toSeconds(found[1], found[2], found[3], found[4]) : undefined;
    const title = found?.[9]?.trim() ?? '';
    if (!found || startSeconds === undefined)
      read.errors.push(atLine(index + 1, 'A line begins with a time, such as 1:23 or 1:02:03.'));
    else if (title === '') read.errors.push(atLine(index + 1, 'After the time stands the chapter’s title.'));
    else {
      const endSeconds = found[7] === undefined ? null : toSeconds(found[5], found[6], found[7], found[8]);
      read.chapters.push({ line: index + 1, title, startSeconds, endSeconds: endSeconds ?? null });
    }
  }
  return read;
}
