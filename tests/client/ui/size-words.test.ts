import { expect, test } from 'vitest';
import { sizeWords } from '#client/ui/size-words.ts';

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [1_500, '1.5 kB'],
  [42_000_000, '42 MB'],
  [3_240_000_000, '3.2 GB'],
])('%d bytes are said as %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words);
});
