import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { errorWordsOf, multiply } from '#client/app/watch/screening/qr/reed-solomon.ts';
import { qrCodeOf } from '#client/app/watch/screening/qr/qr-code.ts';

const ALPHABET = 'https://lockstep.example/s/aZ09_-';
const textOf = (length: number): string =>
  Array.from({ length }, (_, at) => ALPHABET[(at * 7 + length) % ALPHABET.length]).join('');
const drawn = (text: string): string =>
  (qrCodeOf(text) ?? []).map((line) => line.map((isDark) => (isDark ? '#' : '.')).join('')).join('\n');

test('every length of link is drawn as it was when a reader of another hand read each of them', () => {
  const all = createHash('sha256');
  for (let length = 1; length <= 180; length += 1) all.update(drawn(textOf(length)));
  expect(all.digest('hex')).toBe('ca096ed3c89854e4e1473759d1510317a8176752f295eb9c26c6363854c70a23');
});

test('a code is as small as its text allows, and none is drawn for what no camera would read', () => {
  const sizes = [14, 15, 62, 63, 180, 181].map((length) => qrCodeOf('x'.repeat(length))?.length);
  expect(sizes).toEqual([21, 25, 33, 37, 53, undefined]);
});

test('what is written with its error words divides without rest: that is how a reader knows it is whole', () => {
  const data = [...new TextEncoder().encode(textOf(40))];
  const words = [...data, ...errorWordsOf(data, 18)];
  let root = 1;
  for (let n = 0; n < 18; n += 1) {
    expect(words.reduce((sum, word) => multiply(sum, root) ^ word, 0)).toBe(0);
    root = multiply(root, 2);
  }
});
