import { expect, test } from 'vitest';
import { isBehind, listBefore, shownText } from '#client/app/studio/chapters/typed-text.ts';

const MINE = '0:00 Intro\n1:00 Meadow';
const THEIRS = '0:00 Intro\n0:30 Of another\n1:00 Meadow';

test('what was taken over is shown with the chapters that others add, and the next key is made to those', () => {
  const taken = { text: '0:00 Intro\n1:00   Meadow', of: MINE, isTaken: true };
  expect(shownText(taken, MINE)).toBe(taken.text);
  expect([shownText(taken, THEIRS), isBehind(taken, THEIRS)]).toEqual([THEIRS, false]);
  expect(listBefore(taken, THEIRS, THEIRS)).toBe(THEIRS);
  expect(listBefore(taken, MINE, THEIRS)).not.toBe(THEIRS);
});

test('what is not taken over stays, and never goes over a list that has become another', () => {
  const open = { text: `${MINE}\n2:`, of: MINE, isTaken: false };
  expect([shownText(open, THEIRS), isBehind(open, THEIRS), isBehind(open, MINE)]).toEqual([
    open.text,
    true,
    false,
  ]);
  expect(listBefore(open, THEIRS, THEIRS)).toBe(MINE);
});
