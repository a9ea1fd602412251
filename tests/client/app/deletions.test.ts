import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createDeletions, UNDO_MS } from '#client/app/watch/comments/deletions.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const made = (deleteComment = vi.fn(() => Promise.resolve()), refusals: string[] = []) => ({
  deleteComment,
  refusals,
  deletions: createDeletions(deleteComment, (reason) => refusals.push(reason)),
});

test('nothing is deleted while it can be taken back', async () => {
  const { deleteComment, deletions } = made();
  deletions.ask('a');
  await vi.advanceTimersByTimeAsync(UNDO_MS - 1);
  expect([deleteComment.mock.calls, [...deletions.waiting.value]]).toEqual([[], ['a']]);
  await vi.advanceTimersByTimeAsync(1);
  expect([deleteComment.mock.calls, [...deletions.waiting.value]]).toEqual([[['a']], []]);
});

test('taken back, it stays', async () => {
  const { deleteComment, deletions } = made();
  deletions.ask('a');
  deletions.undo('a');
  await vi.advanceTimersByTimeAsync(UNDO_MS * 2);
  expect([deleteComment.mock.calls, [...deletions.waiting.value]]).toEqual([[], []]);
});

test('a refused deletion brings the comment back into view, and says why', async () => {
  const { deletions, refusals } = made(vi.fn(() => Promise.reject(new Error('no'))));
  deletions.ask('a');
  await vi.advanceTimersByTimeAsync(UNDO_MS);
  expect([...deletions.waiting.value]).toEqual([]);
  expect(refusals).toEqual(['The comment is not deleted: no']);
});

test('leaving the page carries out what waits, once', async () => {
  const { deleteComment, deletions } = made();
  deletions.ask('a');
  deletions.ask('b');
  deletions.flush();
  await vi.advanceTimersByTimeAsync(UNDO_MS * 2);
  expect(deleteComment.mock.calls).toEqual([['a'], ['b']]);
});
