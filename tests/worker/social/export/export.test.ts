import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toCsv } from '#worker/http/csv.ts';
import { filenameFor } from '#worker/social/export/filename.ts';
import { timeOf } from '#worker/social/export/fcpxml.ts';
import { writeExport } from '#worker/social/export/formats.ts';
import { rateNamed } from '#worker/social/export/frame-rate.ts';
import { toMarkers } from '#worker/social/export/markers.ts';
import { among, foldReplies } from '#worker/social/export/threads.ts';
import { everyElement, readXml } from './read-xml.ts';
import { furnishedCut, onFrame, said } from './said.ts';

const rate = rateNamed('25');
const cutOf = (...comments: Parameters<typeof foldReplies>[0]) => ({
  ...furnishedCut(rate),
  threads: foldReplies(comments),
});

describe('threads', () => {
  test('answers to answers stand under the first comment, oldest first, and deleted ones are gone', () => {
    const root = said('one');
    const answer = said('two', { parentId: root.id });
    const deeper = said('three', { parentId: answer.id });
    const gone = said('', { parentId: root.id, isDeleted: true });
    expect(foldReplies([deeper, gone, answer, root])).toEqual([{ root, replies: [answer, deeper] }]);
  });

  test('a deleted comment stays while something stands under it', () => {
    const gone = said('', { isDeleted: true });
    const answer = said('still true', { parentId: gone.id });
    expect(foldReplies([gone])).toEqual([]);
    expect(foldReplies([gone, answer])).toEqual([{ root: gone, replies: [answer] }]);
  });

  test('of open ones only, what is resolved is left out with its answers', () => {
    const done = said('done', { resolvedAt: '2026-05-02T08:00:00.000Z', resolvedByName: 'Bob' });
    const threads = foldReplies([done, said('and?', { parentId: done.id }), said('open')]);
    expect(among(threads, 'open').map(({ root }) => root.content)).toEqual(['open']);
    expect(among(threads, 'all')).toHaveLength(2);
  });
});

describe('markers', () => {
  test('threads of one frame are one marker, resolved when all are, as long as the longest', () => {
    const done = { resolvedAt: '2026-05-02T08:00:00.000Z', resolvedByName: 'Bob' };
    const one = said('one', { ...onFrame(10, rate), ...done });
    const two = said('two', { ...onFrame(10, rate), endSeconds: onFrame(14, rate).positionSeconds });
    expect(toMarkers(foldReplies([one, two]), rate)).toEqual([
      {
        frame: 10,
        lengthFrames: 5,
        name: 'Ann: one · Ann: two',
        note: 'Ann: one\n✓ Resolved by Bob\nAnn: two',
        isResolved: false,
      },
    ]);
    expect(toMarkers(foldReplies([one]), rate)).toMatchObject([{ isResolved: true, lengthFrames: 1 }]);
  });

  test('a moment without a frame is the frame on show then', () => {
    expect(toMarkers(foldReplies([said('x', { positionSeconds: 1 })]), rate)).toMatchObject([{ frame: 25 }]);
  });
});

const text = fc.string({ unit: 'binary', maxLength: 200 }).filter((words) => words.trim() !== '');

test('whatever is said, XML is well-formed and gives the words back', () => {
  fc.assert(
    fc.property(text, (words) => {
      const cut = cutOf(said(words, { ...onFrame(5, rate), authorName: words }));
      const kept = words
        .replaceAll('\r', '')
        // oxlint-disable-next-line no-control-regex -- what XML cannot say is left out
        .replace(/[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g, '');
      const fcpxml = readXml(writeExport('fcpxml', { ...cut, title: words })?.text ?? '');
      expect(everyElement(fcpxml, 'marker')[0]?.attributes['note']).toContain(kept.toWellFormed());
      const xmeml = readXml(writeExport('fcp7xml', { ...cut, title: words })?.text ?? '');
      expect(everyElement(xmeml, 'comment')[0]?.text).toContain(kept.toWellFormed());
    }),
  );
});

test('whatever is said, an EDL has three lines for each marker', () => {
  fc.assert(
    fc.property(text, (words) => {
      const edl = writeExport('edl', cutOf(said(words, onFrame(5, rate))))?.text.split('\n') ?? [];
      expect(edl.slice(3)).toEqual([
        '001  001      V     C        01:00:00:05 01:00:00:06 01:00:00:05 01:00:00:06  ',
        expect.stringMatching(/^Ann: [^|]*$/),
        expect.stringMatching(/^ \|C:ResolveColorBlue \|M:Ann: ?[^|]* \|D:1$/),
        '',
      ]);
    }),
  );
});

test('whatever is said, no cell of a CSV begins a formula, and each row has all cells', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        text,
        fc.constantFrom('=1+1', 'x;=HYPERLINK(1)', 'x\t=1', '+1', '-1', '@SUM(1)', '\t=1', ' =1', '＝1'),
      ),
      (words) => {
        const cell = toCsv([[words]]).slice(0, -'\r\n'.length);
        const inside = cell.replace(/^"/, '');
        expect(inside).not.toMatch(/^\s*[=+\-@＝＋－＠]/);
        // Whatever parts cells where it is opened: between quotes nothing does.
        expect(cell).toMatch(/^"(?:[^"]|"")*"$/);
        expect(readCsv(writeExport('csv', cutOf(said(words)))?.text ?? '')).toMatchObject([
          { length: 14 },
          { length: 14 },
        ]);
      },
    ),
  );
});

test('whatever is said, WebVTT has one cue of it', () => {
  fc.assert(
    fc.property(text, (words) => {
      const file = writeExport('vtt', cutOf(said(words, { positionSeconds: 1 })))?.text ?? '';
      const blocks = file.trimEnd().split(/\n\n/);
      expect(blocks).toHaveLength(3);
      // Words that begin with a new line leave nothing behind the colon.
      expect(blocks[2]).toContain('\n00:00:01.000 --> 00:00:05.000\nAnn:');
      expect(file.match(/-->/g)).toHaveLength(1);
    }),
  );
});

test('formats of editing programs take a frame rate, the others leave frames out', () => {
  const cut = { ...furnishedCut(rate), rate: null };
  for (const format of ['edl', 'fcpxml', 'fcp7xml'] as const)
    expect(writeExport(format, cut)).toBeUndefined();
  const [, first = []] = readCsv(writeExport('csv', cut)?.text ?? '');
  expect(first.slice(0, 6)).toEqual(['1', '', '', '', '', '']);
});

test('times in FCPXML are fractions of seconds, cancelled', () => {
  expect([timeOf(1, rateNamed('29.97')), timeOf(25, rate), timeOf(90_000, rateNamed('25'))]).toEqual([
    '1001/30000s',
    '1s',
    '3600s',
  ]);
});

test('a file is named for its video, in letters that any system takes', () => {
  expect(filenameFor('Über/„Tag“ 1\n', 'csv')).toBe(
    `attachment; filename="Uber Tag 1 comments.csv"; filename*=UTF-8''%C3%9Cber%20%E2%80%9ETag%E2%80%9C%201%20comments.csv`,
  );
  expect(filenameFor('日本', 'edl')).toContain('filename="comments.edl"');
});

/** RFC 4180, as a spreadsheet reads it. */
function readCsv(file: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain, end] of file.slice(1).matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g)) {
    rows.at(-1)?.push(quoted?.replaceAll('""', '"') ?? plain ?? '');
    if (end === '\r\n') rows.push([]);
  }
  return rows.slice(0, -1);
}
