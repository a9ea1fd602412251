import { shownChapters, type DraftChapter } from './chapter.ts';
import { writeChapterText } from './chapter-text.ts';

export interface ChapterFile {
  label: string;
  /** What the file's name ends with. */
  ending: string;
  type: string;
  write: (chapters: readonly DraftChapter[], about: { title: string; durationSeconds: number }) => string;
}

const pad = (value: number, digits = 2): string => String(Math.floor(value)).padStart(digits, '0');

function vttTime(seconds: number): string {
  const total = Math.round(seconds * 1000);
  const [hours, minutes] = [total / 3_600_000, (total / 60_000) % 60];
  return `${pad(hours)}:${pad(minutes)}:${pad((total / 1000) % 60)}.${pad(total % 1000, 3)}`;
}

export const writeVtt: ChapterFile['write'] = (chapters, { durationSeconds }) =>
  `WEBVTT\n\n${shownChapters(chapters, durationSeconds)
    .map(
      ({ title, startSeconds, endSeconds }, index) =>
        `${index + 1}\n${vttTime(startSeconds)} --> ${vttTime(endSeconds)}\n${escapeVtt(title)}\n`,
    )
    .join('\n')}`;

const escapeVtt = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Whole seconds, from 0:00 on, as YouTube reads them out of a description. */
export const writeYouTube: ChapterFile['write'] = (chapters, { durationSeconds }) => {
  const isLong = durationSeconds >= 3600;
  const lines = chapters.map(({ startSeconds, title }, index) => {
    const whole = index === 0 ? 0 : Math.round(startSeconds);
    const clock = `${pad((whole / 60) % 60)}:${pad(whole % 60)}`;
    return `${isLong ? `${Math.floor(whole / 3600)}:${clock}` : clock} ${title}`;
  });
  return `${lines.join('\n')}\n`;
};

/** A cue sheet counts 75 frames a second and minutes without hours. */
export const writeCue: ChapterFile['write'] = (chapters, { title }) => {
  const quoted = (text: string) => `"${text.replaceAll('"', '’')}"`;
  const tracks = chapters.map(({ title: name, startSeconds }, index) => {
    const frames = Math.round(startSeconds * 75);
    const time = `${pad(frames / 75 / 60)}:${pad((frames / 75) % 60)}:${pad(frames % 75)}`;
    return `  TRACK ${pad(index + 1)} AUDIO\n    TITLE ${quoted(name)}\n    INDEX 01 ${time}\n`;
  });
  return `TITLE ${quoted(title)}\nFILE ${quoted(`${title}.mp4`)} WAVE\n${tracks.join('')}`;
};

export const CHAPTER_FILES: readonly ChapterFile[] = [
  { label: 'WebVTT', ending: 'vtt', type: 'text/vtt', write: writeVtt },
  {
    label: 'Text',
    ending: 'txt',
    type: 'text/plain',
    write: (chapters) => `${writeChapterText(chapters)}\n`,
  },
  { label: 'Cue sheet', ending: 'cue', type: 'application/x-cue', write: writeCue },
  { label: 'YouTube', ending: 'youtube.txt', type: 'text/plain', write: writeYouTube },
];
