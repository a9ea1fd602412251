import { describe, expect, test } from 'vitest';
import {
  addAt,
  asBefore,
  changeOne,
  nudged,
  within,
  type DraftChapter,
} from '#client/app/studio/chapters/chapter.ts';
import { writeCue, writeVtt, writeYouTube } from '#client/app/studio/chapters/chapter-files.ts';
import { chapterFaults, lacksStart, listFault } from '#client/app/studio/chapters/chapter-rules.ts';
import { parseChapterText, writeChapterText } from '#client/app/studio/chapters/chapter-text.ts';
import { parseMoment, writeMoment } from '#client/app/studio/chapters/moment.ts';

const FILM_RATE = { num: 24000, den: 1001 };
const chapter = (id: string, startSeconds: number, title = id): DraftChapter => ({
  id,
  title,
  description: null,
  startSeconds,
});
const LIST = [chapter('Opening', 0), chapter('Meadow', 83.5), chapter('End', 3700)];
const ABOUT = { title: 'The "film"', durationSeconds: 3800 };

describe('a moment', () => {
  test.each([
    ['90', 90],
    ['1:30', 90],
    ['1:30.5', 90.5],
    ['1:30,25', 90.25],
    ['1:02:03', 3723],
    ['00:01:30:12', 90.591],
    ['90:', undefined],
    ['1:75', undefined],
    ['00:01:30:24', undefined],
    ['soon', undefined],
  ])('%s is read as %s s', (text, seconds) => {
    expect(parseMoment(text, FILM_RATE)).toBe(seconds);
  });

  test('at 29.97 a timecode is drop-frame, as the player shows it and editing programs write it', () => {
    const rate = { num: 30_000, den: 1001 };
    const read = (text: string) => parseMoment(text, rate);
    expect(['00:01:00;02', '00:01:00:02', '0:10:00;00'].map(read)).toEqual([60.06, 60.06, 599.999]);
    // No frame is called so.
    expect(read('00:01:00;00')).toBeUndefined();
  });

  test('frames mean nothing without a frame rate', () => {
    expect(parseMoment('00:01:30:12', null)).toBeUndefined();
  });

  test.each([0, 0.041, 59.999, 90, 90.5, 3599.9, 3723.001])(
    '%d s is written so that it reads the same',
    (seconds) => {
      expect(parseMoment(writeMoment(seconds), null)).toBe(seconds);
    },
  );
});

describe('a pasted list', () => {
  test.each([
    ['0:00 Intro', 0, 'Intro'],
    ['- 1:23 - The meadow', 83, 'The meadow'],
    ['* **1:23** The meadow', 83, 'The meadow'],
    ['2. 1:23 The meadow', 83, 'The meadow'],
    ['[1:23] The meadow', 83, 'The meadow'],
    ['(01:02:03) The meadow', 3723, 'The meadow'],
    ['[1:23](https://example.com/?t=83) The meadow', 83, 'The meadow'],
    ['1:23 – 2:34 The meadow', 83, 'The meadow'],
    ['1:23: The meadow: part 2', 83, 'The meadow: part 2'],
    ['00:01:30:12 On the frame', 90.591, 'On the frame'],
    ['The meadow 1:23', 83, 'The meadow'],
    ['• 1:23 2001 revisited', 83, '2001 revisited'],
  ])('%s', (line, startSeconds, title) => {
    expect(parseChapterText(line, FILM_RATE)).toEqual({
      chapters: [{ line: 1, startSeconds, title }],
      faults: [],
    });
  });

  test('what cannot be read is told by its line, and empty lines are none', () => {
    const { chapters, faults } = parseChapterText('0:00 Intro\n\nno time here\n1:23\n0:99 Late', FILM_RATE);
    expect(chapters.map(({ line }) => line)).toEqual([1]);
    expect(faults.map(({ line }) => line)).toEqual([3, 4, 5]);
  });

  test('reads back what it writes', () => {
    const { chapters, faults } = parseChapterText(writeChapterText(LIST), null);
    expect(faults).toEqual([]);
    expect(chapters.map(({ startSeconds, title }) => [startSeconds, title])).toEqual(
      LIST.map(({ startSeconds, title }) => [startSeconds, title]),
    );
  });

  test('chapters stay who they are by their moment, then by their title', () => {
    const read = [
      { title: 'Overture', startSeconds: 0 },
      { title: 'Meadow', startSeconds: 90 },
      { title: 'New', startSeconds: 100 },
    ];
    expect(asBefore(LIST, read, () => 'made').map(({ id }) => id)).toEqual(['Opening', 'Meadow', 'made']);
  });
});

describe('rules', () => {
  test('a title, a moment of its own, inside the video; close ones are only told of', () => {
    const list = [
      chapter('a', 0),
      chapter('b', 3),
      chapter('c', 3),
      chapter('d', 60, ' '),
      chapter('e', 100),
    ];
    expect(chapterFaults(list, 100).map(({ id, isWarning }) => [id, isWarning])).toEqual([
      ['b', true],
      ['c', false],
      ['d', false],
      ['e', false],
    ]);
    expect(listFault(list, 100)).toBe('3 things have to be put right first.');
    expect(listFault(list.slice(0, 2), 100)).toBeUndefined();
  });

  test('a list that starts late lacks its start; an empty one lacks nothing', () => {
    expect([lacksStart([chapter('a', 1)]), lacksStart(LIST), lacksStart([])]).toEqual([true, false, false]);
  });
});

describe('changes', () => {
  test('keep the order of time', () => {
    expect(addAt(LIST, 10.00049, { id: 'New', title: '' }).map(({ id }) => id)).toEqual([
      'Opening',
      'New',
      'Meadow',
      'End',
    ]);
    expect(changeOne(LIST, 'End', { startSeconds: 1 }).map(({ id }) => id)).toEqual([
      'Opening',
      'End',
      'Meadow',
    ]);
  });

  test('a nudge is a frame, and never before the beginning', () => {
    expect(nudged(10, 1, FILM_RATE)).toBe(10.042);
    expect(nudged(10, -1, null)).toBe(9.9);
    expect(nudged(0.01, -1, FILM_RATE)).toBe(0);
  });

  test('a mark that is moved stays between its neighbours', () => {
    const at = (seconds: number) => within(LIST, 'Meadow', { seconds, durationSeconds: 3800 });
    expect([at(-5), at(100), at(9999)]).toEqual([0.001, 100, 3699.999]);
    expect(within(LIST, 'End', { seconds: 9999, durationSeconds: 3800 })).toBe(3799.999);
  });
});

describe('files', () => {
  test('WebVTT', () => {
    expect(writeVtt([chapter('a', 0, 'A & B'), chapter('b', 83.5)], ABOUT)).toBe(
      'WEBVTT\n\n1\n00:00:00.000 --> 00:01:23.500\nA &amp; B\n\n2\n00:01:23.500 --> 01:03:20.000\nb\n',
    );
  });

  test('a cue sheet', () => {
    expect(writeCue(LIST.slice(0, 2), ABOUT)).toBe(
      'TITLE "The ’film’"\nFILE "The ’film’.mp4" WAVE\n' +
        '  TRACK 01 AUDIO\n    TITLE "Opening"\n    INDEX 01 00:00:00\n' +
        '  TRACK 02 AUDIO\n    TITLE "Meadow"\n    INDEX 01 01:23:38\n',
    );
  });

  test('YouTube starts at zero, and counts hours where there are some', () => {
    expect(writeYouTube(LIST, ABOUT)).toBe('0:00:00 Opening\n0:01:24 Meadow\n1:01:40 End\n');
    expect(writeYouTube([chapter('a', 2)], { ...ABOUT, durationSeconds: 60 })).toBe('00:00 a\n');
  });
});
