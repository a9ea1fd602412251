import { expect, test } from 'vitest';
import { accountOf, isExact } from './account.ts';

const acked = new Map([
  ['1', 'one'],
  ['2', 'two'],
]);
const [one, two] = [
  { id: '1', content: 'one' },
  { id: '2', content: 'two' },
];

test.each([
  ['all there', [two, one], { stored: 2, lost: 0, duplicated: 0, unasked: 0 }, true],
  ['one missing', [one], { stored: 1, lost: 1, duplicated: 0, unasked: 0 }, false],
  [
    'other words',
    [one, { id: '2', content: 'too' }],
    { stored: 2, lost: 1, duplicated: 0, unasked: 0 },
    false,
  ],
  [
    'made twice',
    [one, two, { id: '3', content: 'two' }],
    { stored: 3, lost: 0, duplicated: 1, unasked: 1 },
    false,
  ],
  [
    'nobody asked',
    [one, two, { id: '3', content: 'three' }],
    { stored: 3, lost: 0, duplicated: 0, unasked: 1 },
    false,
  ],
])('the account can fail: %s', (_, stored, rest, exact) => {
  const account = accountOf(acked, stored);
  expect([account, isExact(account)]).toEqual([{ acked: 2, ...rest }, exact]);
});
