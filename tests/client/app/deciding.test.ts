import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { answerPageRequests } from '#tests/support/page-requests.ts';

interface Asked {
  id: string;
  status: string;
  note: string | null;
}
const asked: Asked[] = [];
let answer: (wish: Asked) => Response | Promise<never>;

beforeAll(() => {
  answerPageRequests(async (request) => {
    const wish = (await request.json()) as Asked;
    asked.push(wish);
    return answer(wish);
  });
});
afterAll(() => void vi.unstubAllGlobals());
beforeEach(() => {
  asked.length = 0;
  answer = (wish) => Response.json({ ...wish, by: null, createdAt: '2026-01-01T00:00:00Z' }, { status: 201 });
});

const reviewOf = async () => (await import('#client/app/watch/review/review.ts')).createReview('video');
const lost = () => Promise.reject(new TypeError('The line is gone.'));

test('a decision whose answer was lost is asked for again as the same one', async () => {
  const review = await reviewOf();
  review.note.value = ' Louder. ';
  const answers = answer;
  answer = lost;
  await expect(review.decide('approved')).rejects.toThrow();
  expect(review.note.value).toBe(' Louder. ');
  answer = answers;
  await review.decide('approved');
  expect(asked).toEqual([
    { id: expect.any(String), status: 'approved', note: 'Louder.' },
    { id: asked[0]?.id, status: 'approved', note: 'Louder.' },
  ]);
  expect([review.note.value, review.decisions.value?.length]).toEqual(['', 1]);
});

test('another decision is another one, also after one that failed', async () => {
  const review = await reviewOf();
  const answers = answer;
  answer = lost;
  await expect(review.decide('approved')).rejects.toThrow();
  answer = answers;
  await review.decide('changes_requested');
  await review.decide('changes_requested');
  expect(new Set(asked.map(({ id }) => id)).size).toBe(3);
  expect(review.decisions.value?.length).toBe(2);
});

test('what is written on while a decision is on its way stays', async () => {
  const review = await reviewOf();
  review.note.value = 'Louder.';
  const decided = review.decide('approved');
  review.note.value = 'Louder. And';
  await decided;
  expect(review.note.value).toBe('Louder. And');
});
