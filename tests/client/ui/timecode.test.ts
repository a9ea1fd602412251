import { describe, expect, test } from 'vitest';
import { formatTime, parseTime, splitAtTimecodes, spokenTime } from '#client/ui/timecode.ts';

describe('writing moments', () => {
  test.each([
    [0, '0:00'],
    [59.99, '0:59'],
    [83.4, '1:23'],
    [3723, '1:02:03'],
    [-4, '0:00'],
  ])('%d s is %s', (seconds, shown) => {
    expect(formatTime(seconds)).toBe(shown);
  });

  test('is said in words, without what is nought', () => {
    expect([0, 1, 83, 3600, 3661].map(spokenTime)).toEqual([
      '0 seconds',
      '1 second',
      '1 minute 23 seconds',
      '1 hour',
      '1 hour 1 minute 1 second',
    ]);
  });
});

describe('reading moments', () => {
  test.each([
    ['90', 90],
    ['1:30', 90],
    [' 01:02:03 ', 3723],
    ['1:30.5', 90.5],
  ])('%s', (text, seconds) => {
    expect(parseTime(text)).toBe(seconds);
  });

  test.each(['', 'abc', '1:75', '1:75:10', '1:2:3:4', '-1', '1:'])('%s is none', (text) => {
    expect(parseTime(text)).toBeUndefined();
  });
});

describe('moments in prose', () => {
  test('are cut out where they stand', () => {
    expect(splitAtTimecodes('Look at 0:40, then 1:02:03.')).toEqual([
      { kind: 'text', text: 'Look at ' },
      { kind: 'moment', text: '0:40', seconds: 40 },
      { kind: 'text', text: ', then ' },
      { kind: 'moment', text: '1:02:03', seconds: 3723 },
      { kind: 'text', text: '.' },
    ]);
  });

  test('what only looks like one is left alone', () => {
    for (const prose of ['16:9:3:2', 'ratio 4:3', 'at 1:75', 'v1.0:30', '']) {
      expect(splitAtTimecodes(prose).every(({ kind }) => kind === 'text')).toBe(true);
    }
  });

  test('one that names a frame is whole, where frames can be read', () => {
    const read = (label: string) => (label === '00:01:23;11' ? 83.4 : undefined);
    const [before, moment, after] = splitAtTimecodes('At 00:01:23;11: late', read);
    expect([before?.text, moment, after?.text]).toEqual([
      'At ',
      { kind: 'moment', text: '00:01:23;11', seconds: 83.4 },
      ': late',
    ]);
    const unread = splitAtTimecodes('At 00:01:23:11 and 00:01:23;12', read);
    expect(unread.every(({ kind }) => kind === 'text')).toBe(true);
  });

  test('nothing is lost', () => {
    const prose = '0:00 start\n12:34 middle 99:59:59 end';
    expect(
      splitAtTimecodes(prose)
        .map(({ text }) => text)
        .join(''),
    ).toBe(prose);
  });
});
