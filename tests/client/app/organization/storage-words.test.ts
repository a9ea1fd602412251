import { expect, test } from 'vitest';
import { storageWords } from '#client/app/organization/storage-words.ts';

const words = (usedBytes: number, limitBytes: number | null, trashBytes = 0) =>
  storageWords({ usedBytes, limitBytes, trashBytes });

test('says what is used of what', () => {
  expect(words(3_200_000_000, 10e9)).toEqual({ sum: '3.2 GB of 10 GB are used (32 %).', state: undefined });
  expect(words(3_200_000_000, null)).toEqual({
    sum: '3.2 GB are stored. There is no limit.',
    state: undefined,
  });
});

test('where little or nothing is left, what to do; the trash first where something lies in it', () => {
  expect(words(9e9, 10e9, 1e9).state).toBe(
    'The storage is nearly full. Empty the trash or delete what is not needed.',
  );
  expect(words(11e9, 10e9)).toEqual({
    sum: '11 GB of 10 GB are used (110 %).',
    state: 'The storage is full: new uploads are refused. Delete what is not needed, and empty the trash.',
  });
  expect(words(0, 0).state).toContain('full');
});
