import { parseKeybinding } from 'tinykeys';
import { expect, test } from 'vitest';
import { KEY_TABLE } from '#client/player/key-table.ts';
import { isCharacter } from '#client/player/keys.ts';
import { EN } from '#client/player/words/messages.ts';

test('no key is bound twice', () => {
  const keys = KEY_TABLE.flatMap((row) => row.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every binding is a single press that tinykeys understands', () => {
  for (const key of KEY_TABLE.flatMap((row) => row.keys)) expect(parseKeybinding(key)).toHaveLength(1);
});

test('every row says in words what it does, each in its own', () => {
  const words = KEY_TABLE.map((row) => EN[row.does]);
  expect(words).not.toContain(undefined);
  expect(new Set(words).size).toBe(words.length);
  for (const row of KEY_TABLE) expect(row.shown.join('')).not.toBe('');
});

test('the design’s keys are all there', () => {
  const keys = KEY_TABLE.flatMap((row) => row.keys);
  const wanted =
    'Space k j l ArrowLeft ArrowRight , . 0 9 Home End ArrowUp ArrowDown m f t c p n Enter [ ]'.split(' ');
  expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
});

test('letters, digits and signs can be told from keys that nobody types by mistake', () => {
  expect(['k', '.', '5', '?', 'é', '[']).toSatisfy((keys: string[]) =>
    keys.every((key) => isCharacter({ key })),
  );
  expect([' ', 'Enter', 'ArrowLeft', 'Home']).toSatisfy(
    (keys: string[]) => !keys.some((key) => isCharacter({ key })),
  );
});
