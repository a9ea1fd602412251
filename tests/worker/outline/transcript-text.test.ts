import { describe, expect, test } from 'vitest';
import type { AppError } from '#worker/http/app-error.ts';
import { readTranscriptText } from '#worker/outline/transcript-text.ts';
import { canonicalLanguage } from '#worker/outline/transcript.ts';
import { toTrack } from '#worker/outline/webvtt.ts';

const CUES = [
  { startSeconds: 1.5, endSeconds: 4, text: 'Once upon a time' },
  { startSeconds: 3600.25, endSeconds: 3601, text: 'a < b && "c" --> d' },
];

const faultsOf = (text: string): AppError['errors'] => {
  try {
    readTranscriptText(text);
  } catch (error) {
    return (error as AppError).errors;
  }
  return [];
};

describe('a transcript', () => {
  test('comes back from WebVTT as it went', () => {
    expect(readTranscriptText(toTrack(CUES))).toEqual(CUES);
  });

  test('is read from WebVTT with notes, settings, voices and lines', () => {
    const text =
      '\uFEFFWEBVTT - a title\r\n\r\nNOTE nothing\r\n\r\nname\r\n00:03.000 --> 00:05.000 align:start\r\n' +
      '<v Ann>Good</v>\r\nevening\r\n\r\n00:01.000 --> 00:02.000\r\n&amp; before\r\n\r\n00:06.000 --> 00:07.000\r\n\r\n';
    expect(readTranscriptText(text)).toEqual([
      { startSeconds: 1, endSeconds: 2, text: '& before' },
      { startSeconds: 3, endSeconds: 5, text: 'Good evening' },
    ]);
  });

  test('is read from SubRip', () => {
    expect(
      readTranscriptText(
        '1\n00:00:01,500 --> 00:00:04,000\n<i>Once</i>\n\n2\n00:01:00,000 --> 00:01:02,000\nx',
      ),
    ).toEqual([
      { startSeconds: 1.5, endSeconds: 4, text: 'Once' },
      { startSeconds: 60, endSeconds: 62, text: 'x' },
    ]);
  });

  test('that cannot be read is refused line by line, all at once', () => {
    const text = `WEBVTT\n\n00:05.000 --> 00:04.000\nbackwards\n\n1:99 --> x\n?\n\n00:01.000 --> 00:02.000\n${'x'.repeat(2001)}`;
    expect(faultsOf(text)?.map(({ pointer }) => pointer)).toEqual(['/lines/3', '/lines/6', '/lines/9']);
    expect(faultsOf('no times at all')).toEqual([expect.objectContaining({ pointer: '/lines/1' })]);
    expect(faultsOf('00:01.000 --> 00:02.000\nx\n\n'.repeat(20_001))).toEqual([
      { pointer: '/lines/60001', detail: 'At most 20,000 cues.' },
    ]);
  });

  test('of a megabyte is read in a moment', () => {
    const begun = performance.now();
    expect(
      readTranscriptText('00:01.000 --> 00:02.000\nsome words of somebody\n\n'.repeat(19_000)),
    ).toHaveLength(19_000);
    expect(performance.now() - begun).toBeLessThan(1000);
  });
});

test.each([
  ['EN', 'en'],
  ['pt-br', 'pt-BR'],
  ['zh-hant-tw', 'zh-Hant-TW'],
  ['x', undefined],
  ['en_US', undefined],
  ['en-a', undefined],
  ['', undefined],
])('the language %s is %s', (text, language) => {
  expect(canonicalLanguage(text)).toBe(language);
});

test('what opens a tag and never closes it is read at once, however much of it there is', () => {
  const hostile = `WEBVTT\n\n00:00.000 --> 00:01.000\n${'<'.repeat(400_000)}`;
  const begun = performance.now();
  expect(faultsOf(hostile).length).toBeGreaterThan(0);
  expect(performance.now() - begun).toBeLessThan(1_000);
});
