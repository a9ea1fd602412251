import { describe, expect, test, vi } from 'vitest';
import { loopOf, loopStep } from '#client/app/watch/comments/loop.ts';
import { markersOf } from '#client/app/watch/comments/markers.ts';
import { beginAt, endAt } from '#client/app/watch/comments/span.ts';
import { nearestThread, toThreads } from '#client/app/watch/comments/threads.ts';
import { createWriting } from '#client/app/watch/comments/writing.ts';
import { byId, someComment, someState } from './room-fixture.ts';

const at = (positionSeconds: number) => ({ positionSeconds, frame: null });
const none = { moment: null, endSeconds: null };

describe('what a comment is about', () => {
  test('begins and ends where one says', () => {
    expect(endAt(beginAt(none, at(5)), at(9))).toEqual({ moment: at(5), endSeconds: 9 });
  });

  test('has its end and beginning change places, said the wrong way round', () => {
    expect(endAt({ moment: at(9), endSeconds: null }, at(5))).toEqual({ moment: at(5), endSeconds: 9 });
  });

  test('loses an end that lies before its new beginning, and keeps one that does not', () => {
    const span = { moment: at(5), endSeconds: 9 };
    expect(beginAt(span, at(12))).toEqual({ moment: at(12), endSeconds: null });
    expect(beginAt(span, at(7))).toEqual({ moment: at(7), endSeconds: 9 });
  });

  test('begins at what was meant for an end, where nothing has begun', () => {
    expect(endAt(none, at(5))).toEqual({ moment: at(5), endSeconds: null });
  });

  test('is one moment where it ends as it begins', () => {
    expect(endAt({ moment: at(5), endSeconds: 9 }, at(5))).toEqual({ moment: at(5), endSeconds: null });
  });
});

test('a refused comment is taken back with its span', async () => {
  const writing = createWriting({ postComment: () => Promise.reject(new Error('No.')) });
  writing.post({ content: 'All this', positionSeconds: 4, frame: 96, endSeconds: 7 });
  await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1));
  const [refused] = writing.refused.value;
  if (refused) writing.takeBack(refused);
  expect([writing.moment.value, writing.endSeconds.value]).toEqual([{ positionSeconds: 4, frame: 96 }, 7]);
  writing.text.value = '';
  writing.clearSpan();
  expect([writing.moment.value, writing.endSeconds.value]).toEqual([null, null]);
});

describe('a loop', () => {
  const loop = { commentId: 'x', startSeconds: 5, endSeconds: 9 };
  test.each([
    [5, 'go on'],
    [8.99, 'go on'],
    [9.05, 'back to the start'],
    [12, 'let go'],
    [2, 'let go'],
  ])('at %d s: %s', (position, step) => {
    expect(loopStep(loop, position)).toBe(step);
  });

  test('is made by what is about more than a moment', () => {
    const comment = someComment(5, { endSeconds: 9 });
    expect(loopOf(comment)).toEqual({ ...loop, commentId: comment.id });
    expect(loopOf(someComment(5))).toBeNull();
  });
});

test('on the timeline a span has its end', () => {
  const comments = byId([someComment(61, { endSeconds: 65 })]);
  expect(markersOf(someState({ comments }))).toMatchObject([
    { positionSeconds: 61, endSeconds: 65, label: 'Cid at 1:01–1:05: Comment 61' },
  ]);
});

test('a thread is the nearest as long as its span lasts', () => {
  const threads = toThreads([{ ...someComment(10, { endSeconds: 60 }), isPending: false }]);
  const nearest = [30, 61].map((seconds) => nearestThread(threads, seconds));
  expect(nearest).toEqual([someComment(10).id, undefined]);
});
