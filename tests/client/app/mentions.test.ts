import { describe, expect, test } from 'vitest';
import { filterThreads } from '#client/app/watch/comments/thread-filter.ts';
import { toThreads } from '#client/app/watch/comments/threads.ts';
import {
  insertMention,
  mentionedIn,
  mentioningAt,
  splitAtNames,
  stillMentioned,
} from '#client/app/watch/mentions/mention-rules.ts';
import { someComment, YOU } from './room-fixture.ts';

const ANN = { userId: 'a', name: 'Ann' };
const ANN_LEE = { userId: 'l', name: 'Ann Lee' };

describe('somebody is being named', () => {
  test.each([
    ['@', { start: 0, query: '' }],
    ['Hi @An', { start: 3, query: 'An' }],
    ['Hi @Ann L', { start: 3, query: 'Ann L' }],
    ['(@Ünal', { start: 1, query: 'Ünal' }],
    ['ann@example', null],
    ['@Ann is here now', null],
    ['@Ann\n', null],
    ['no', null],
  ])('in %j: %j', (text, mentioning) => {
    expect(mentioningAt(text, text.length)).toEqual(mentioning);
  });

  test('where the cursor stands, not at the end', () => {
    expect(mentioningAt('Hi @An, look', 6)).toEqual({ start: 3, query: 'An' });
  });
});

test('a name is put where it was asked for, and the cursor behind it', () => {
  expect(insertMention('Hi @An look', 6, { start: 3, query: 'An' }, 'Ann Lee')).toEqual({
    text: 'Hi @Ann Lee look',
    caret: 11,
  });
  expect(insertMention('@', 1, { start: 0, query: '' }, 'Ann')).toEqual({ text: '@Ann ', caret: 5 });
});

test('who was picked and taken out again is not named', () => {
  expect(mentionedIn('Hi @Ann Lee', [ANN_LEE, ANN_LEE, { userId: 'b', name: 'Bob' }])).toEqual(['l']);
});

test('a comment is cut at its names, the longest first; who is not known is one word', () => {
  expect(splitAtNames('@Ann Lee and @Ann, see @bob.k! a@', [ANN, ANN_LEE])).toEqual([
    { kind: 'name', text: '@Ann Lee', userId: 'l' },
    { kind: 'text', text: ' and ' },
    { kind: 'name', text: '@Ann', userId: 'a' },
    { kind: 'text', text: ', see ' },
    { kind: 'name', text: '@bob.k', userId: null },
    { kind: 'text', text: '! a@' },
  ]);
});

test('"Mentions me" has threads in which one is named', () => {
  const listed = (n: number, over = {}) => ({ ...someComment(n, over), isPending: false });
  const answer = listed(3, { parentId: someComment(2).id, mentionedIds: [YOU.userId] });
  const threads = toThreads([listed(1), listed(2), answer]);
  expect(filterThreads(threads, 'mentions', YOU.userId).map(({ root }) => root.content)).toEqual([
    'Comment 2',
  ]);
  expect(filterThreads(threads, 'mentions', null)).toEqual([]);
});

test('after an edit only who is still named is; whose name is not known here stays beside any name', () => {
  const known = [{ userId: 'ann', name: 'Ann' }];
  expect(stillMentioned('Thanks, @Ann', ['ann'], known)).toEqual(['ann']);
  expect(stillMentioned('Thanks, @Bob', ['ann', 'gone'], known)).toEqual(['gone']);
  expect(stillMentioned('Thanks', ['ann', 'gone'], known)).toEqual([]);
});
