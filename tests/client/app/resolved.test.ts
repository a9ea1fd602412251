import { describe, expect, test } from 'vitest';
import { markersOf } from '#client/app/watch/comments/markers.ts';
import { filterThreads, isResolving, mayResolve } from '#client/app/watch/comments/thread-filter.ts';
import { toThreads } from '#client/app/watch/comments/threads.ts';
import { happenings } from '#client/app/watch/happenings.ts';
import { byId, someComment, someState, YOU } from './room-fixture.ts';

const DONE = { resolvedAt: '2026-01-01T00:00:00.000Z', resolvedByName: 'Ann' };
const listed = (...args: Parameters<typeof someComment>) => ({ ...someComment(...args), isPending: false });

test('"Open" leaves out what is resolved, "All" nothing', () => {
  const threads = toThreads([listed(1), listed(2, DONE)]);
  expect(filterThreads(threads, 'open', null).map(({ root }) => root.content)).toEqual(['Comment 1']);
  expect(filterThreads(threads, 'all', null)).toHaveLength(2);
});

test('"Mine" has threads begun or answered by oneself, "With drawing" those with one', () => {
  const mine = { authorId: YOU.userId };
  const answer = listed(4, { ...mine, parentId: listed(3).id });
  const threads = toThreads([listed(1), listed(2, mine), listed(3), answer, listed(5, { hasDrawing: true })]);
  const rootsOf = (filter: 'mine' | 'drawing') =>
    filterThreads(threads, filter, YOU.userId).map(({ root }) => root.content);
  expect([rootsOf('mine'), rootsOf('drawing')]).toEqual([['Comment 2', 'Comment 3'], ['Comment 5']]);
  expect(filterThreads(threads, 'mine', null)).toEqual([]);
});

describe('who may resolve', () => {
  const own = { authorId: YOU.userId };
  test.each([
    ['its author', listed(1, own), { ...YOU, role: 'comment' as const }, true],
    ['its author who may only look now', listed(1, own), { ...YOU, role: 'view' as const }, false],
    ['who may steer', listed(1), YOU, true],
    ['anybody else', listed(1), { ...YOU, role: 'comment' as const }, false],
    ['nobody an answer', listed(1, { ...own, parentId: listed(2).id }), YOU, false],
    ['nobody what is not sent yet', { ...listed(1, own), isPending: true }, YOU, false],
    ['nobody before the room has said who one is', listed(1, own), null, false],
  ])('%s', (_, comment, you, may) => {
    expect(mayResolve(comment, you)).toBe(may);
  });
});

test('what is asked for is not shown as done, but as under way', () => {
  const comment = someComment(1);
  const op = { t: 'comment.resolve' as const, id: comment.id, commentId: comment.id, isResolved: true };
  const state = someState({ comments: byId([comment]), pending: [{ op, madeAtMs: 0 }] });
  expect([isResolving(state, comment.id), isResolving(someState(), comment.id)]).toEqual([true, false]);
});

test('resolving and reopening is said, with who did it', () => {
  const open = someState({ comments: byId([someComment(1)]) });
  const done = someState({ comments: byId([someComment(1, { ...DONE, version: 2 })]) });
  expect(happenings(done, open)).toEqual(['Comment by Cid resolved by Ann']);
  expect(happenings(open, done)).toEqual(['Comment by Cid reopened']);
});

test('on the timeline what is resolved is quiet, and drawings are named', () => {
  const comments = byId([someComment(61, { hasDrawing: true }), someComment(62, DONE)]);
  expect(markersOf(someState({ comments }))).toMatchObject([
    { positionSeconds: 61, isQuiet: false, label: 'Cid at 1:01 (with a drawing): Comment 61' },
    { positionSeconds: 62, isQuiet: true, label: 'Cid at 1:02 (resolved): Comment 62' },
  ]);
});
