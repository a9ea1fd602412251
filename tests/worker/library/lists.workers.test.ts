import { describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

interface Page {
  items: Video[];
  next: string | null;
  prev: string | null;
}

const list = async (visitor: Visitor, query: Record<string, string>): Promise<Page> => {
  const answer = await visitor.get(`/api/videos?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return answer.json<Page>();
};
const titles = ({ items }: { items: Video[] }): string[] => items.map(({ title }) => title);

describe('a list', () => {
  test('is walked forward and back, and says so in a Link header', async () => {
    const ada = await signUp();
    for (const title of ['one', 'two', 'three']) await makeVideo(ada, { title });
    const first = await list(ada, { author: 'me', limit: '2' });
    expect(titles(first)).toEqual(['three', 'two']);
    expect(first.prev).toBeNull();
    const answer = await ada.get(`/api/videos?author=me&limit=2&cursor=${first.next}`);
    const second = await answer.json<Page>();
    expect(titles(second)).toEqual(['one']);
    expect(second.next).toBeNull();
    expect(answer.headers.get('link')).toBe(
      `</api/videos?author=me&limit=2&cursor=${second.prev}>; rel="prev", </api/videos?author=me&limit=2>; rel="first"`,
    );
    const back = await list(ada, { author: 'me', limit: '2', cursor: second.prev ?? '' });
    expect([titles(back), back.prev, back.next]).toEqual([['three', 'two'], null, first.next]);
  });

  test('is given in each of its orders', async () => {
    const ada = await signUp();
    const made: Video[] = [];
    for (const title of ['b', 'c', 'a']) made.push(await makeVideo(ada, { title }));
    await ada.patch(`/api/videos/${made[1]?.id}`, { description: 'edited' });
    for (const [sort, order] of [
      ['newest', ['a', 'c', 'b']],
      ['oldest', ['b', 'c', 'a']],
      ['title', ['a', 'b', 'c']],
      ['updated', ['c', 'a', 'b']],
    ] as const) {
      const first = await list(ada, { author: 'me', sort, limit: '2' });
      const second = await list(ada, { author: 'me', sort, limit: '2', cursor: first.next ?? '' });
      expect([...titles(first), ...titles(second)]).toEqual(order);
    }
  });

  test.each(['published', 'viewed', 'liked', 'commented', 'title'])(
    'of everybody’s videos goes by %s, both ways',
    async (sort) => {
      const ada = await signUp();
      for (const title of ['x', 'y', 'z']) await makeVideo(ada, { title });
      const first = await list(ada, { sort, limit: '2' });
      const second = await list(ada, { sort, limit: '2', cursor: first.next ?? '' });
      const back = await list(ada, { sort, limit: '2', cursor: second.prev ?? '' });
      expect(back.items.map(({ id }) => id)).toEqual(first.items.map(({ id }) => id));
    },
  );

  test.each([
    ['sort=viewed&author=me', '/sort'],
    ['sort=liked&freeTag=x', '/sort'],
    ['sort=best', '/sort'],
    ['archived=maybe', '/archived'],
    ['minSeconds=-1', '/minSeconds'],
    ['createdFrom=yesterday', '/createdFrom'],
    ['cursor=abc', '/cursor'],
  ])('that cannot be given so (%s) is INVALID', async (query, pointer) => {
    const answer = await (await signUp()).get(`/api/videos?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({
      code: 'INVALID',
      errors: [expect.objectContaining({ pointer })],
    });
  });

  test('does not go on from a cursor of another order', async () => {
    const ada = await signUp();
    for (const title of ['x', 'y']) await makeVideo(ada, { title });
    const { next } = await list(ada, { author: 'me', limit: '1' });
    expect((await ada.get(`/api/videos?author=me&sort=oldest&cursor=${next}`)).status).toBe(400);
  });

  test('is narrowed by free tag, length, sharing and time', async () => {
    const ada = await signUp();
    await makeVideo(ada, { title: 'short', tags: ['Night'], durationSeconds: 5 });
    const long = await makeVideo(ada, { title: 'long', visibility: 'private', durationSeconds: 500 });
    const cases: [Record<string, string>, string[]][] = [
      [{ freeTag: 'nIGHT' }, ['short']],
      [{ minSeconds: '60' }, ['long']],
      [{ maxSeconds: '60' }, ['short']],
      [{ visibility: 'private' }, ['long']],
      [{ status: 'error' }, []],
      [{ featured: 'true' }, []],
      [{ archived: 'only' }, []],
      [{ createdFrom: long.createdAt }, ['long']],
      [{ createdBefore: long.createdAt }, ['short']],
    ];
    for (const [filter, found] of cases)
      expect({ filter, found: titles(await list(ada, { author: 'me', ...filter })) }).toEqual({
        filter,
        found,
      });
  });
});
