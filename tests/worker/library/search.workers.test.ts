import { describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

interface Found {
  items: { video: Video; title: Piece[]; description: Piece[] | null; spoken: object | null }[];
  next: string | null;
  prev: string | null;
  total: { count: number; isMore: boolean } | null;
}
type Piece = { text: string; isMatch: boolean };

const nobody = new Visitor();
const search = async (visitor: Visitor, query: Record<string, string>): Promise<Found> => {
  const answer = await visitor.get(`/api/search?${new URLSearchParams(query)}`);
  expect(answer.status).toBe(200);
  return answer.json<Found>();
};
const titles = ({ items }: Found): string[] => items.map(({ video }) => video.title);
/** A word no other test says. */
const newWord = (): string => `zq${crypto.randomUUID().replaceAll(/[^a-f]/g, '')}q`;

describe('searching', () => {
  test('finds words of titles before those of descriptions, and marks them without markup', async () => {
    const [ada, word] = [await signUp(), newWord()];
    await makeVideo(ada, { title: `<b>The</b> ${word} runs` });
    const second = await makeVideo(ada, { title: 'Other' });
    await ada.patch(`/api/videos/${second.id}`, { description: `A word: ${word}.` });
    const found = await search(nobody, { q: word });
    expect(found).toMatchObject({ next: null, prev: null, total: { count: 2, isMore: false } });
    expect(found.items.map(({ title, description, spoken }) => ({ title, description, spoken }))).toEqual([
      {
        title: [
          { text: '<b>The</b> ', isMatch: false },
          { text: word, isMatch: true },
          { text: ' runs', isMatch: false },
        ],
        description: null,
        spoken: null,
      },
      {
        title: [{ text: 'Other', isMatch: false }],
        description: [
          { text: 'A word: ', isMatch: false },
          { text: word, isMatch: true },
          { text: '.', isMatch: false },
        ],
        spoken: null,
      },
    ]);
  });

  test('takes phrases, what must not be, alternatives, inflections and the beginning of the last word', async () => {
    const [ada, word] = [await signUp(), newWord()];
    await makeVideo(ada, { title: `${word} animation running slowly`, tags: ['Meadow'] });
    await makeVideo(ada, { title: `${word} slowly running` });
    const cases: [q: string, found: number][] = [
      [`${word} anima`, 1],
      [`${word} run`, 2],
      [`${word} "running slowly"`, 1],
      [`${word} -animation`, 1],
      [`${word} meadow`, 1],
      [`nonesuch or ${word}`, 2],
      [`${word.slice(0, -1)}`, 2],
      [`${word} nonesuch`, 0],
      ['-nonesuch', 0],
      ['the', 0],
      [`${word} !!! & | <-> ( ':*`, 2],
    ];
    for (const [q, found] of cases)
      expect({ q, found: titles(await search(nobody, { q, author: ada.id })).length }).toEqual({ q, found });
  });

  test('finds for each only what they may come across', async () => {
    const [ada, word] = [await signUp(), newWord()];
    for (const visibility of ['public', 'unlisted', 'organization', 'private'])
      await makeVideo(ada, { title: `${word} ${visibility}`, visibility });
    for (const [visitor, found] of [
      [nobody, 1],
      [await signUp(), 1],
      [ada, 4],
    ] as const)
      for (const sort of ['relevance', 'newest'])
        expect(titles(await search(visitor, { q: word, sort })).length).toBe(found);
    // Nor does a count, or what one could narrow by, tell of others.
    const { total } = await search(nobody, { q: word, visibility: 'private' });
    expect([total, (await search(nobody, { q: word })).total]).toEqual([
      { count: 0, isMore: false },
      { count: 1, isMore: false },
    ]);
    const gone = await search(ada, { q: `${word} private` });
    await ada.delete(`/api/videos/${gone.items[0]?.video.id}`);
    expect(titles(await search(ada, { q: `${word} private` }))).toEqual([]);
  });

  test.each(['relevance', 'newest', 'oldest'])('by %s is walked forward and back', async (sort) => {
    const [ada, word] = [await signUp(), newWord()];
    for (const title of [word, `${word} ${word}`, `${word} and more`, `more ${word}`, word])
      await makeVideo(ada, { title });
    const whole = await search(nobody, { q: word, sort });
    const pages = [await search(nobody, { q: word, sort, limit: '2' })];
    while (pages.at(-1)?.next)
      pages.push(await search(nobody, { q: word, sort, limit: '2', cursor: pages.at(-1)?.next ?? '' }));
    expect(pages.flatMap(({ items }) => items)).toEqual(whole.items);
    expect(pages).toHaveLength(3);
    const back = await search(nobody, { q: word, sort, limit: '2', cursor: pages[2]?.prev ?? '' });
    expect(back.items).toEqual(pages[1]?.items);
  });

  test.each([
    ['', '/q'],
    [`q=${'x'.repeat(201)}`, '/q'],
    ['q=a&sort=best', '/sort'],
    ['q=a&cursor=x', '/cursor'],
  ])('%s is refused', async (query, pointer) => {
    const answer = await nobody.get(`/api/search?${query}`);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [expect.objectContaining({ pointer })] });
  });
});
