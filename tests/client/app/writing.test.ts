import { expect, test, vi } from 'vitest';
import { createWriting } from '#client/app/watch/comments/writing.ts';
import { someComment } from './room-fixture.ts';

test('a refused comment keeps its text and the reason, and can be taken back into the composer', async () => {
  const writing = createWriting({ postComment: () => Promise.reject(new Error('Too fast.')) });
  writing.post({ content: 'Hello', positionSeconds: 4, frame: 96 });
  await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1));
  const [refused] = writing.refused.value;
  expect(refused).toEqual({
    key: 1,
    comment: { content: 'Hello', positionSeconds: 4, frame: 96 },
    reason: 'Too fast.',
  });
  if (refused) writing.takeBack(refused);
  expect([writing.text.value, writing.moment.value, writing.refused.value]).toEqual([
    'Hello',
    { positionSeconds: 4, frame: 96 },
    [],
  ]);
});

test('what is being written already is not overwritten', async () => {
  const writing = createWriting({ postComment: () => Promise.reject(new Error('No.')) });
  writing.post({ content: 'First' });
  await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1));
  writing.text.value = 'Second';
  const [refused] = writing.refused.value;
  if (refused) writing.takeBack(refused);
  expect(writing.text.value).toBe('Second\nFirst');
});

test('a refused answer is tried again as it is: the composer would make a thread of its own of it', async () => {
  const postComment = vi.fn(() => Promise.resolve(someComment(1)));
  postComment.mockRejectedValueOnce(new Error('Too fast.'));
  const writing = createWriting({ postComment });
  const answer = { content: 'No, @Ann', parentId: someComment(1).id, mentionedIds: [someComment(2).id] };
  writing.post(answer);
  await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1));
  const [refused] = writing.refused.value;
  if (refused) writing.takeBack(refused);
  expect(postComment.mock.calls).toEqual([[answer], [answer]]);
  expect([writing.text.value, writing.refused.value]).toEqual(['', []]);
});

test('a posted one leaves nothing behind', async () => {
  const posted = vi.fn(() => Promise.resolve(someComment(1)));
  const writing = createWriting({ postComment: posted });
  writing.post({ content: 'Fine' });
  await Promise.resolve();
  expect([posted.mock.calls, writing.refused.value]).toEqual([[[{ content: 'Fine' }]], []]);
});

test('who was named in a refused comment still is once it is taken back', async () => {
  const writing = createWriting({ postComment: () => Promise.reject(new Error('Too fast.')) });
  writing.post({ content: 'Look, @Ann', mentionedIds: ['ann'] });
  await vi.waitFor(() => expect(writing.refused.value).toHaveLength(1));
  const [refused] = writing.refused.value;
  if (refused) writing.takeBack(refused);
  expect(writing.named.value).toEqual(['ann']);
});
