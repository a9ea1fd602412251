import { expect, test } from 'vitest';
import { formatMoment, formatTimecode, nextTimeForm, secondsOfLabel } from '#client/player/timecode.ts';

const FILM = { num: 24, den: 1 };
const NTSC = { num: 30_000, den: 1001 };

test.each([
  [0, FILM, '00:00:00:00'],
  [83 + 11.5 / 24, FILM, '00:01:23:11'],
  [3600, FILM, '01:00:00:00'],
  [1.001, NTSC, '00:00:01;00'],
  [1.0, NTSC, '00:00:00;29'],
  // Frame 1800: two names are left out, and the label keeps to the clock.
  [60.06, NTSC, '00:01:00;02'],
  [3600, NTSC, '01:00:00;00'],
  // A rate as some files state it.
  [60.08, { num: 2997, den: 100 }, '00:01:00;02'],
  [60.07, { num: 60_000, den: 1001 }, '00:01:00;04'],
  [60.06, { num: 24_000, den: 1001 }, '00:01:00:00'],
])('%d s at %o is %s', (seconds, rate, expected) => {
  expect(formatTimecode(seconds, rate)).toBe(expected);
});

test('what a frame is called leads back to it', () => {
  const seconds = secondsOfLabel('00:01:00;02', NTSC) ?? Number.NaN;
  expect(formatTimecode(seconds, NTSC)).toBe('00:01:00;02');
  expect(secondsOfLabel('00:01:00;00', NTSC)).toBeUndefined();
  expect(secondsOfLabel('00:01:00:00', null)).toBeUndefined();
});

test('the readout turns through timecode, frames and seconds', () => {
  expect(formatMoment(83.5, FILM, 'frames')).toBe('2004 f');
  expect(formatMoment(83.5, FILM, 'seconds')).toBe('83.500 s');
  expect(formatMoment(83.5, null, 'timecode')).toBe('00:01:23');
  expect(nextTimeForm('timecode')).toBe('frames');
  expect(nextTimeForm('seconds')).toBe('timecode');
});
