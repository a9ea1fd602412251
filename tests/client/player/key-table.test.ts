import { parseKeybinding } from 'tinykeys';
import { expect, test } from 'vitest';
import { KEY_TABLE } from '#client/player/key-table.ts';

test('no key is bound twice', () => {
  const keys = KEY_TABLE.flatMap((row) => row.keys);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});

test('every binding is a single press that tinykeys understands', () => {
  for (const key of KEY_TABLE.flatMap((row) => row.keys)) expect(parseKeybinding(key)).toHaveLength(1);
});

test('every row says in words what it does, each in its own', () => {
  const words = KEY_TABLE.map((row) => row.does);
  expect(new Set(words).size).toBe(words.length);
  for (const row of KEY_TABLE) expect(row.shown).not.toBe('');
});

test('the design’s keys are all there', () => {
  const keys = KEY_TABLE.flatMap((row) => row.keys);
  const wanted =
    'Space k j l ArrowLeft ArrowRight , . 0 9 Home End ArrowUp ArrowDown m f t c p n Enter [ ]'.split(' ');
  expect(wanted.filter((key) => !keys.includes(key))).toEqual([]);
});
