import type { Chapter } from './chapter.ts';
import { atLine, type ReadChapters } from './chapter-lines.ts';
import { formatTimestamp, TIMESTAMP, toSeconds } from './timestamp.ts';

const TIMING = new RegExp(String.raw`^\s*${TIMESTAMP}\s*-->\s*${TIMESTAMP}(?:\s.*)?$`);
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Chapters as a WebVTT track. Escaping `>` keeps a title with an arrow in it from being read as a timing. */
export function toWebVtt(chapters: readonly Chapter[]): string {
  const cues = chapters.map(
    ({ title, startSeconds, endSeconds, position }) =>
      `${position}\n${formatTimestamp(startSeconds)} --> ${formatTimestamp(endSeconds)}\n${escapeText(title)}\n`,
  );
  return ['WEBVTT\n', ...cues].join('\n');
}

/** Reads cues wherever a timing line stands; everything else (header, NOTE, STYLE, cue names) is passed over. */
export function readWebVtt(lines: readonly string[]): ReadChapters {
  const read: ReadChapters = { chapters: [], errors: [] };
  for (const [index, line] of lines.entries()) {
    if (!line.includes('-->')) continue;
    const found = TIMING.exec(line);
    const startSeconds = found ? toSeconds(found[1], found[2], found[3], found[4]) : undefined;
    const endSeconds = found ? toSeconds(found[5], found[6], found[7], found[8]) : undefined;
    const title = plainText(textAfter(lines, index));
    if (startSeconds === undefined || endSeconds === undefined)
      read.errors.push(atLine(index + 1, 'Two times stand here, such as 00:01:00.000 --> 00:02:30.000.'));
    else if (title === '') read.errors.push(atLine(index + 1, 'Below the times stands the chapter’s title.'));
    else read.chapters.push({ line: index + 1, title, startSeconds, endSeconds });
  }
  return read;
}

/** The lines of a cue, up to the next empty one or the next timing. */
function textAfter(lines: readonly string[], timing: number): string {
  const rest = lines.slice(timing + 1);
  const end = rest.findIndex((line) => line.trim() === '' || line.includes('-->'));
  return (end === -1 ? rest : rest.slice(0, end)).join(' ');
}

const escapeText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/** Without voice and class tags, and with entities as the characters they mean. */
const plainText = (text: string): string =>
  text
    .replace(/<[^>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
