import { expect, test } from 'vitest';
import {
  describeFacts,
  isVariable,
  rateOf,
  rateWarning,
  warningsOf,
  type FileFacts,
} from '#client/app/studio/upload/file-facts.ts';

const FILM: FileFacts = {
  container: 'MP4',
  durationSeconds: 83.4,
  width: 1920,
  height: 1080,
  videoCodec: 'avc1.640028',
  audioCodec: 'mp4a.40.2',
  framesPerSecond: 24000 / 1001,
  isVariableFrameRate: false,
  isHighDynamicRange: false,
};
const LIMITS = { sizeBytes: 1e9, mostBytes: 20 * 1024 ** 3 };
const warned = (part: Partial<FileFacts>) => warningsOf({ ...FILM, ...part }, LIMITS).map(({ text }) => text);

test('a film that plays as it is needs no word, and is told in one line', () => {
  expect(warned({})).toEqual([]);
  expect(describeFacts(FILM)).toBe('1:23 · 1920 × 1080 · H.264 · 23.98 fps');
});

test.each<[string, Partial<FileFacts>, RegExp]>([
  ['another container', { container: 'WebM' }, /WebM file/],
  ['HEVC', { videoCodec: 'hvc1.1.6.L120' }, /HEVC \(H\.265\)/],
  ['AV1', { videoCodec: 'av01.0.08M.08' }, /AV1/],
  ['sound in another format', { audioCodec: 'opus' }, /opus/],
  ['no picture', { videoCodec: null }, /no picture/],
  ['a varying frame rate', { isVariableFrameRate: true }, /frame rate varies/],
  ['HDR', { isHighDynamicRange: true }, /HDR/],
])('warns of %s, and lets it go', (_, part, words) => {
  expect(warned(part)).toEqual([expect.stringMatching(words)]);
  expect(warningsOf({ ...FILM, ...part }, LIMITS).some(({ isFatal }) => isFatal)).toBe(false);
});

test('what is too large or empty is stopped before a byte goes', () => {
  expect(warningsOf(FILM, { sizeBytes: 30e9, mostBytes: 20e9 })).toEqual([
    { text: 'It is larger than 20 GB, the most that can be uploaded.', isFatal: true },
  ]);
  expect(warningsOf(null, { sizeBytes: 0, mostBytes: null })[0]?.isFatal).toBe(true);
});

test('what the browser cannot read is left to the server', () => {
  expect(warningsOf(null, LIMITS)).toEqual([{ text: expect.stringMatching(/server/), isFatal: false }]);
});

test('a version at another rate is told of, one at the same is not', () => {
  expect(rateWarning(25, { num: 24000, den: 1001 })).toMatch(/25 fps.*23\.98/);
  expect(rateWarning(23.976, { num: 24000, den: 1001 })).toBeUndefined();
  expect(rateWarning(null, { num: 25, den: 1 })).toBeUndefined();
});

test('frames within a tick of their rate are even, others vary', () => {
  const at = (rate: number) =>
    Array.from({ length: 60 }, (_, index) => Math.round((index / rate) * 1000) / 1000);
  expect(isVariable(at(30), 0.001)).toBe(false);
  expect(isVariable([...at(30), 2.1, 2.2, 2.3], 0.001)).toBe(true);
  expect(rateOf(at(25))).toBeCloseTo(25, 5);
  expect(rateOf([0])).toBeNull();
});
