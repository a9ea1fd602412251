import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cleanRate } from '#protocol/frame-rate.ts';
import { frameAt, frameCentreSeconds, rateNamed, RATE_NAMES } from '#worker/social/export/frame-rate.ts';
import { formatTimecode, framesInDay, isDropFrame, parseTimecode, startFrameOf } from '#protocol/timecode.ts';

const RATES = RATE_NAMES.map((name) => [name, rateNamed(name)] as const);

describe.each(RATES)('at %s', (_, rate) => {
  test('a frame’s label and its middle lead back to it', () => {
    fc.assert(
      fc.property(fc.nat(framesInDay(rate) - 1), (frame) => {
        expect(parseTimecode(formatTimecode(frame, rate), rate)).toBe(frame);
        expect(frameAt(frameCentreSeconds(frame, rate), rate)).toBe(frame);
      }),
      { numRuns: 2000 },
    );
  });

  test('the first eleven minutes have a label for each frame, each later than the one before', () => {
    const frames = Math.round((rate.num / rate.den) * 660);
    let before = '';
    for (let frame = 0; frame < frames; frame += 1) {
      // `:` and `;` differ in nothing but the way of counting.
      const label = formatTimecode(frame, rate);
      if (label.length === before.length && label <= before) expect.fail(`${label} after ${before}`);
      before = label;
    }
  });

  test('labels begin again after a day', () => {
    expect(formatTimecode(framesInDay(rate), rate)).toBe(formatTimecode(0, rate));
  });
});

test.each([
  [0, '00:00:00;00'],
  [1799, '00:00:59;29'],
  [1800, '00:01:00;02'],
  [17_981, '00:09:59;29'],
  [17_982, '00:10:00;00'],
  [107_892, '01:00:00;00'],
  [2_589_407, '23:59:59;29'],
])('at 29.97, frame %i is %s: drop-frame leaves out labels, never frames', (frame, label) => {
  const rate = rateNamed('29.97');
  expect([formatTimecode(frame, rate), parseTimecode(label, rate)]).toEqual([label, frame]);
});

test('at 59.94 four labels a minute are left out', () => {
  expect([3599, 3600].map((frame) => formatTimecode(frame, rateNamed('59.94')))).toEqual([
    '00:00:59;59',
    '00:01:00;04',
  ]);
});

test('drop-frame keeps to the clock: an hour and a day of labels are an hour and a day to 0.1 s', () => {
  for (const name of ['29.97', '59.94'] as const) {
    const rate = rateNamed(name);
    expect(isDropFrame(rate)).toBe(true);
    expect(Math.abs((startFrameOf(rate) * rate.den) / rate.num - 3600)).toBeLessThan(0.01);
    expect(Math.abs((framesInDay(rate) * rate.den) / rate.num - 86_400)).toBeLessThan(0.1);
  }
});

test.each(['00:01:00;00', '00:01:00;01', '24:00:00;00', '00:60:00;00', '00:00:00;30', '0:00:00;00', ''])(
  '%j is no label at 29.97',
  (label) => {
    expect(parseTimecode(label, rateNamed('29.97'))).toBeUndefined();
  },
);

test.each([
  [
    { num: 2997, den: 100 },
    { num: 30_000, den: 1001 },
  ],
  [
    { num: 25_000, den: 1000 },
    { num: 25, den: 1 },
  ],
  [
    { num: 23_976, den: 1000 },
    { num: 24_000, den: 1001 },
  ],
  [
    { num: 60_000, den: 1001 },
    { num: 60_000, den: 1001 },
  ],
  [
    { num: 24, den: 1 },
    { num: 24, den: 1 },
  ],
  [
    { num: 25, den: 2 },
    { num: 25, den: 2 },
  ],
])('a stated rate of %j is %j', (stated, clean) => {
  expect(cleanRate(stated)).toEqual(clean);
});
