import { expect, test } from 'vitest';
import { accountOf, isExact, type Acknowledged } from './account.ts';

const acked: Acknowledged = {
  comments: new Map([
    ['1', 'one'],
    ['2', 'two'],
  ]),
  reactions: new Map([['7 🎉', 2]]),
  settled: new Set(['2']),
};
const one = { id: '1', content: 'one', isSettled: false };
const two = { id: '2', content: 'two', isSettled: true };
const whole = {
  acked: 2,
  stored: 2,
  lost: 0,
  duplicated: 0,
  unasked: 0,
  reacted: 2,
  settled: 1,
  otherwise: 0,
};

test.each([
  ['all there', [two, one], {}, true],
  ['one missing', [two], { stored: 1, lost: 1 }, false],
  ['other words', [one, { ...two, content: 'too' }], { lost: 1 }, false],
  ['made twice', [one, two, { ...one, id: '3' }], { stored: 3, duplicated: 1, unasked: 1 }, false],
  ['nobody asked', [one, two, { ...one, id: '3', content: 'three' }], { stored: 3, unasked: 1 }, false],
  ['not settled', [one, { ...two, isSettled: false }], { otherwise: 1 }, false],
  ['settled unasked', [{ ...one, isSettled: true }, two], { otherwise: 1 }, false],
])('the account can fail: %s', (_, comments, rest, exact) => {
  const account = accountOf(acked, { comments, reactions: acked.reactions });
  expect([account, isExact(account)]).toEqual([{ ...whole, ...rest }, exact]);
});

test.each([
  ['one lost', [['7 🎉', 1]], 1],
  ['one counted twice', [['7 🎉', 3]], 1],
  ['all lost', [], 1],
  [
    'one elsewhere',
    [
      ['7 🎉', 2],
      ['8 🎉', 1],
    ],
    1,
  ],
] as [string, [string, number][], number][])(
  'the account of reactions can fail: %s',
  (_, counts, otherwise) => {
    const account = accountOf(acked, { comments: [one, two], reactions: new Map(counts) });
    expect([account, isExact(account)]).toEqual([{ ...whole, otherwise }, false]);
  },
);
