import { expect, test } from 'vitest';
import { createSelection, idsBetween } from '#client/app/library/selection.ts';

const ORDER = ['a', 'b', 'c', 'd', 'e'];

test('a range has both its ends, in either direction', () => {
  expect(idsBetween(ORDER, 'b', 'd')).toEqual(['b', 'c', 'd']);
  expect(idsBetween(ORDER, 'd', 'b')).toEqual(['b', 'c', 'd']);
  expect(idsBetween(ORDER, 'c', 'c')).toEqual(['c']);
});

test('a range from what is gone is its target alone', () => {
  expect(idsBetween(ORDER, 'x', 'd')).toEqual(['d']);
});

const range = (isRange: boolean) => ({ order: ORDER, isRange });
const chosen = (selection: ReturnType<typeof createSelection>) => [...selection.ids.value].toSorted();

test('one is chosen, and with Shift all up to another', () => {
  const selection = createSelection();
  selection.choose('b', true, range(false));
  selection.choose('d', true, range(true));
  expect(chosen(selection)).toEqual(['b', 'c', 'd']);
});

test('a range is let go of as it is chosen', () => {
  const selection = createSelection();
  selection.replace(ORDER);
  selection.choose('b', false, range(false));
  selection.choose('d', false, range(true));
  expect(chosen(selection)).toEqual(['a', 'e']);
});

test('Shift without a beginning chooses one', () => {
  const selection = createSelection();
  selection.choose('d', true, range(true));
  selection.clear();
  selection.choose('b', true, range(true));
  expect(chosen(selection)).toEqual(['b']);
});
