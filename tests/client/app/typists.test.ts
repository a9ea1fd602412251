import { expect, test } from 'vitest';
import { describeTyping, Typists } from '#client/app/watch/comments/typists.ts';
import { somePerson } from './room-fixture.ts';

const here = (...people: ReturnType<typeof somePerson>[]) =>
  new Map(people.map((person) => [person.connectionId, person]));
const typing = (name: string) => somePerson(name, { activity: 'typing' });

test('who types is named for ten seconds from the last word of it', () => {
  const typists = new Typists();
  const [ann, bob] = [typing('Ann'), typing('Bob')];
  typists.note(here(ann, bob, typing('me')), 0);
  typists.note(here(ann, typing('Bob')), 6000);
  expect(typists.names(9000, 'me')).toEqual(['Ann', 'Bob']);
  expect(typists.names(10_500, 'me')).toEqual(['Bob']);
  typists.note(here(ann, somePerson('Bob')), 11_000);
  expect(typists.names(11_000, 'me')).toEqual([]);
});

test.each([
  [[], ''],
  [['Ann'], 'Ann is typing…'],
  [['Ann', 'Bob'], 'Ann and Bob are typing…'],
  [['Ann', 'Bob', 'Cid'], '3 people are typing…'],
])('%j', (names, words) => {
  expect(describeTyping(names)).toBe(words);
});
