import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AppError } from '#worker/http/app-error.ts';
import { readChapterText } from '#worker/outline/chapter-lines.ts';
import { formatTimestamp } from '#worker/outline/timestamp.ts';
import { toWebVtt } from '#worker/outline/webvtt.ts';

const normal = (title: string): string => title.replace(/\s+/g, ' ').trim();
const title = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  .map(normal)
  .filter((text) => text !== '' && text.length <= 255 && !/\p{Cc}/u.test(text));
const chapters = fc
  .array(fc.tuple(title, fc.integer({ min: 1, max: 3_600_000 })), { maxLength: 30 })
  .map((parts) => {
    let endMs = 0;
    return parts.map(([title, lengthMs], index) => {
      const startMs = endMs;
      endMs += lengthMs;
      const id = `00000000-0000-7000-8000-${String(index).padStart(12, '0')}`;
      const [startSeconds, endSeconds] = [startMs / 1000, endMs / 1000];
      return { id, title, description: null, startSeconds, endSeconds, position: index + 1 };
    });
  });
const bare = (
  list: readonly { title: string; startSeconds: number; endSeconds?: number | null | undefined }[],
) => list.map(({ title, startSeconds, endSeconds }) => ({ title, startSeconds, endSeconds }));

describe('WebVTT', () => {
  test('comes back as it went, whatever the titles', () => {
    fc.assert(
      fc.property(chapters, (list) => {
        expect(bare(readChapterText(toWebVtt(list)))).toEqual(bare(list));
      }),
      { numRuns: 300 },
    );
  });

  test('comes back through other line ends and a byte order mark', () => {
    fc.assert(
      fc.property(chapters, fc.constantFrom('\r\n', '\r'), (list, end) => {
        const text = `\uFEFF${toWebVtt(list).replaceAll('\n', end)}`;
        expect(bare(readChapterText(text))).toEqual(bare(list));
      }),
    );
  });

  test('is read past notes, styles, settings, tags, cue names and commas', () => {
    const text = `WEBVTT - mine

NOTE this is
a note

STYLE
::cue { color: red }

intro
00:00.000 --> 00:10,500 align:start
<v Ada>Tom &amp; Jerry</v>
again

00:00:10.500 --> 01:00:00.000
Rest`;
    expect(bare(readChapterText(text))).toEqual([
      { title: 'Tom & Jerry again', startSeconds: 0, endSeconds: 10.5 },
      { title: 'Rest', startSeconds: 10.5, endSeconds: 3600 },
    ]);
  });
});

describe('a plain list', () => {
  test.each([
    ['0:00 Intro', { title: 'Intro', startSeconds: 0, endSeconds: null }],
    ['00:01:02 - The meadow', { title: 'The meadow', startSeconds: 62, endSeconds: null }],
    ['1:02:03.25 | A – B', { title: 'A – B', startSeconds: 3723.25, endSeconds: null }],
    ['- [02:03] 3 bunnies', { title: '3 bunnies', startSeconds: 123, endSeconds: null }],
    ['• 0:10 – 0:20 Range', { title: 'Range', startSeconds: 10, endSeconds: 20 }],
    ['(90:00) Long minutes', { title: 'Long minutes', startSeconds: 5400, endSeconds: null }],
  ])('%s', (line, chapter) => {
    expect(bare(readChapterText(line))).toEqual([chapter]);
  });

  test('a long line of dashes is read in one go, whatever ends a line in it', () => {
    const [chapter] = readChapterText(`0:00${'-'.repeat(100_000)}one\u2028two`);
    expect(chapter?.title).toBe('one\u2028two');
  });

  test('never throws anything but a refusal that names lines', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 300 }), (text) => {
        try {
          readChapterText(text);
        } catch (error) {
          expect(error).toBeInstanceOf(AppError);
          for (const { pointer } of (error as AppError).errors) expect(pointer).toMatch(/^\/lines\/\d+$/);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

test('what a chapter may not be is told by its line', () => {
  const errorsOf = (text: string) => {
    try {
      return readChapterText(text);
    } catch (error) {
      return (error as AppError).errors.map(({ pointer }) => pointer);
    }
  };
  expect(errorsOf(`0:00 ${'x'.repeat(256)}\n0:10 a\u0007b\n999:00:00 Too late`)).toEqual([
    '/lines/1',
    '/lines/2',
    '/lines/3',
  ]);
});

test('times are written to the millisecond', () => {
  expect([0, 59.9996, 3723.25, 359_999.999].map(formatTimestamp)).toEqual([
    '00:00:00.000',
    '00:01:00.000',
    '01:02:03.250',
    '99:59:59.999',
  ]);
});
