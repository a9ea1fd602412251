import { expect, test } from 'vitest';
import { formatMoment, formatTimecode, nextTimeForm } from '#client/player/timecode.ts';

const FILM = { num: 24, den: 1 };
const NTSC = { num: 30_000, den: 1001 };

test.each([
  [0, FILM, '00:00:00:00'],
  [83 + 11.5 / 24, FILM, '00:01:23:11'],
  [3600, FILM, '01:00:00:00'],
  [1.001, NTSC, '00:00:01:00'],
  [1.0, NTSC, '00:00:00:29'],
])('%d s at %o is %s', (seconds, rate, expected) => {
  expect(formatTimecode(seconds, rate)).toBe(expected);
});

test('the readout turns through timecode, frames and seconds', () => {
  expect(formatMoment(83.5, FILM, 'frames')).toBe('2004 f');
  expect(formatMoment(83.5, FILM, 'seconds')).toBe('83.500 s');
  expect(formatMoment(83.5, null, 'timecode')).toBe('00:01:23');
  expect(nextTimeForm('timecode')).toBe('frames');
  expect(nextTimeForm('seconds')).toBe('timecode');
});
