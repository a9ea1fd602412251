import { describe, expect, test } from 'vitest';
import { hasEarlier, nearestThread, toThreads } from '#client/app/watch/comments/threads.ts';
import { byId, someComment, someState } from './room-fixture.ts';

const listed = (...args: Parameters<typeof someComment>) => ({ ...someComment(...args), isPending: false });
const [one, two, three] = [listed(1), listed(2), listed(3)];
const shape = (comments: Parameters<typeof toThreads>[0]) =>
  toThreads(comments).map(({ root, replies }) => [root.content, ...replies.map(({ content }) => content)]);

describe('threads', () => {
  test('keep the order of their roots; answers stand oldest first, however the list was', () => {
    const [early, late] = [listed(4, { parentId: one.id }), listed(5, { parentId: one.id })];
    expect(shape([late, two, early, one])).toEqual([['Comment 2'], ['Comment 1', 'Comment 4', 'Comment 5']]);
  });

  test('an answer to an answer joins the same thread', () => {
    const reply = listed(4, { parentId: one.id });
    expect(shape([one, reply, listed(5, { parentId: reply.id })])).toEqual([
      ['Comment 1', 'Comment 4', 'Comment 5'],
    ]);
  });

  test('an answer whose root is not loaded stands on its own', () => {
    expect(shape([listed(4, { parentId: one.id })])).toEqual([['Comment 4']]);
  });

  test('a deleted root stays while it is answered, a deleted answer goes', () => {
    const gone = listed(1, { isDeleted: true });
    expect(shape([gone])).toEqual([]);
    expect(shape([gone, listed(4, { parentId: gone.id })])).toEqual([['Comment 1', 'Comment 4']]);
    expect(shape([one, listed(4, { parentId: one.id, isDeleted: true })])).toEqual([['Comment 1']]);
  });
});

describe('the nearest thread', () => {
  const threads = toThreads([one, two, three, listed(4, { positionSeconds: null })]);

  test.each([
    [0.5, undefined],
    [1, one.id],
    [2.7, two.id],
    [3, three.id],
    [10.9, three.id],
    [12, undefined],
  ])('at %d s', (positionSeconds, expected) => {
    expect(nearestThread(threads, positionSeconds)).toBe(expected);
  });
});

test('earlier ones are offered until all that count are here', () => {
  const held = (commentCount: number, hasMoreComments = true) => {
    const gone = someComment(3, { isDeleted: true });
    const comments = byId([someComment(1), someComment(2), gone]);
    return hasEarlier({
      ...someState(),
      comments,
      hasMoreComments,
      video: { ...someState().video, commentCount },
    });
  };
  expect([held(3), held(2), held(3, false)]).toEqual([true, false, false]);
});
