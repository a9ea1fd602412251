import type { Chapter } from './chapter.ts';
import { atLine, type ReadChapters } from './chapter-lines.ts';
import { formatTimestamp, TIMESTAMP, toSeconds } from './timestamp.ts';

export interface Cue {
  startSeconds: number;
  endSeconds: number;
  text: string;
}

const TIMING = new RegExp(String.raw`^\s*${TIMESTAMP}\s*-->\s*${TIMESTAMP}(?:\s.*)?$`);
const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Chapters as a WebVTT track. Escaping `>` keeps a title with an arrow in it from being read as a timing. */
export const toWebVtt = (chapters: readonly Chapter[]): string =>
  toTrack(chapters.map(({ title, ...chapter }) => ({ ...chapter, text: title })));

/** Cues as a WebVTT track, numbered from 1. */
export function toTrack(cues: readonly Cue[]): string {
  const blocks = cues.map(
    ({ text, startSeconds, endSeconds }, index) =>
      `${index + 1}\n${formatTimestamp(startSeconds)} --> ${formatTimestamp(endSeconds)}\n${escapeText(text)}\n`,
  );
  return ['WEBVTT\n', ...blocks].join('\n');
}

/** What a line of times says: undefined for any other, null for one whose times are none. */
export function readTiming(line: string): Pick<Cue, 'startSeconds' | 'endSeconds'> | null | undefined {
  if (!line.includes('-->')) return undefined;
  const found = TIMING.exec(line);
  const startSeconds = found ? toSeconds(found[1], found[2], found[3], found[4]) : undefined;
  const endSeconds = found ? toSeconds(found[5], found[6], found[7], found[8]) : undefined;
  return startSeconds === undefined || endSeconds === undefined ? null : { startSeconds, endSeconds };
}

export const TIMES_EXPECTED = 'Two times stand here, such as 00:01:00.000 --> 00:02:30.000.';

/** Reads cues wherever a timing line stands; everything else (header, NOTE, STYLE, cue names) is passed over. */
export function readWebVtt(lines: readonly string[]): ReadChapters {
  const read: ReadChapters = { chapters: [], errors: [] };
  for (const [index, line] of lines.entries()) {
    const timing = readTiming(line);
    if (timing === undefined) continue;
    const title = textAfter(lines, index);
    if (timing === null) read.errors.push(atLine(index + 1, TIMES_EXPECTED));
    else if (title === '') read.errors.push(atLine(index + 1, 'Below the times stands the chapter’s title.'));
    else read.chapters.push({ line: index + 1, title, ...timing });
  }
  return read;
}

/** The words of a cue, up to the next empty line or the next timing. */
export function textAfter(lines: readonly string[], timing: number): string {
  let end = timing + 1;
  while (end < lines.length && lines[end]?.trim() !== '' && !lines[end]?.includes('-->')) end += 1;
  return plainText(lines.slice(timing + 1, end).join(' '));
}

const escapeText = (text: string): string =>
  text.replace(/\s+/g, ' ').replace(/[&<>]/g, (character) => ENTITIES[character] ?? character);

/** Without voice and class tags, and with entities as the characters they mean. */
const plainText = (text: string): string =>
  text
    .replace(/<[^<>]*>/g, '')
    .replaceAll('&nbsp;', ' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&')
    .replace(/\s+/g, ' ')
    .trim();
