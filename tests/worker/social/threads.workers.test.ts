import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentView } from '#protocol/comment.ts';
import type { Drawing } from '#protocol/drawing.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
let grace: Awaited<ReturnType<typeof comeInAs>>;
let path: string;
beforeAll(async () => {
  ada = await signUp('Ada');
  grace = await comeInAs('Grace');
  path = `/api/videos/${(await makeVideo(ada)).shortId}/comments`;
});

const say = async (draft: object, visitor: Visitor = grace): Promise<CommentView> => {
  const answer = await visitor.post(path, { content: 'Here.', ...draft });
  expect(answer.status).toBe(201);
  return answer.json();
};
const listed = async (id: string): Promise<CommentView | undefined> => {
  const { items } = await (await nobody.get(`${path}?order=newest`)).json<{ items: CommentView[] }>();
  return items.find((comment) => comment.id === id);
};

describe('a part of the list', () => {
  const idsOf = async (query: object): Promise<string[]> => {
    const asked = new URLSearchParams({ order: 'newest', ...query });
    const answer = await nobody.get(`${path}?${asked.toString()}`);
    expect(answer.status).toBe(200);
    return (await answer.json<{ items: CommentView[] }>()).items.map(({ id }) => id);
  };

  test('those that begin a thread: no answers, and the deleted one that has some keeps its place', async () => {
    const [first, second, gone] = [await say({}), await say({}), await say({})];
    for (const { id } of [first, gone]) await say({ parentId: id });
    expect((await grace.delete(`${path}/${gone.id}`)).status).toBe(204);
    expect(await idsOf({ parentId: 'none' })).toEqual([gone.id, second.id, first.id]);
    expect(await idsOf({ parentId: 'none', limit: '1' })).toEqual([gone.id]);
  });

  test('those of a time: from its beginning on, and before its end', async () => {
    const said = [await say({}), await say({}), await say({})];
    const [since = '', until = ''] = said.slice(1).map(({ createdAt }) => createdAt);
    const expected = said.filter(({ createdAt }) => createdAt >= since && createdAt < until);
    const found = await idsOf({ since, until });
    expect(said.filter(({ id }) => found.includes(id))).toEqual(expected);
    expect(await idsOf({ since: '2020-01-01T00:00:00Z', until: '2020-01-02T00:00:00Z' })).toEqual([]);
    expect((await nobody.get(`${path}?since=soon`)).status).toBe(400);
  });
});

describe('a drawing', () => {
  const drawing: Drawing = [
    { color: 'red', points: [0.1, 0.2, 0.3, 0.4] },
    { color: 'white', points: [1, 0] },
  ];
  const drawn = (id: string, visitor: Visitor = nobody, headers = {}) =>
    visitor.get(`${path}/${id}/drawing`, headers);

  test('R90 is posted with its comment, announced by a word, and asked for by itself', async () => {
    const comment = await say({ drawing });
    expect(comment).toMatchObject({ hasDrawing: true });
    const answer = await drawn(comment.id);
    expect([answer.status, await answer.json()]).toEqual([200, { strokes: drawing }]);
    expect(answer.headers.get('cache-control')).toBe('private, no-cache');
    expect(await listed(comment.id)).toEqual(comment);
    const again = await drawn(comment.id, nobody, { 'if-none-match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  test('R90 stays as it is when its comment changes, and goes with it', async () => {
    const { id } = await say({ drawing });
    const etag = (await drawn(id)).headers.get('etag') ?? '';
    await grace.patch(`${path}/${id}`, { content: 'Other words' });
    expect(await (await drawn(id)).json()).toEqual({ strokes: drawing });
    expect((await grace.delete(`${path}/${id}`)).status).toBe(204);
    // Whoever has it is told, too, and so shows it no longer.
    expect((await drawn(id, nobody, { 'if-none-match': etag })).status).toBe(404);
  });

  test('R90 that is not there is NOT_FOUND in words', async () => {
    for (const id of [(await say({})).id, uuidv7()]) {
      const answer = await drawn(id);
      expect([answer.status, await answer.json()]).toMatchObject([
        404,
        { code: 'NOT_FOUND', detail: 'There is no such comment here, or nothing drawn with it.' },
      ]);
    }
    const other = `/api/videos/${(await makeVideo(ada)).shortId}/comments`;
    const { id } = await say({ drawing });
    expect((await nobody.get(`${other}/${id}/drawing`)).status).toBe(404);
  });

  test.each([
    [[], '/drawing'],
    [[{ color: 'red', points: [0] }], '/drawing/0/points'],
    [[{ color: 'red', points: [0, 2] }], '/drawing/0/points/1'],
    [[{ color: 'mauve', points: [0, 1] }], '/drawing/0/color'],
  ])('%j is refused at %s', async (wrong, pointer) => {
    const answer = await grace.post(path, { content: 'x', drawing: wrong });
    const problem = await answer.json<{ errors: { pointer: string }[] }>();
    expect([answer.status, problem.errors[0]?.pointer]).toEqual([400, pointer]);
  });
});

describe('a thread', () => {
  const settle = (id: string, isResolved: boolean, visitor: Visitor = grace) =>
    visitor.put(`${path}/${id}/resolution`, { isResolved });

  test('R91 is settled and opened again by its author and by who may steer, and shown so in lists', async () => {
    const { id } = await say({});
    const answer = await settle(id, true, ada);
    const settled = await answer.json<CommentView>();
    expect([answer.status, settled]).toMatchObject([
      200,
      { id, resolvedAt: expect.any(String), resolvedByName: 'Ada', version: 2 },
    ]);
    expect(await (await settle(id, true)).json()).toEqual(settled);
    expect(await listed(id)).toEqual(settled);
    expect(await (await settle(id, false)).json()).toMatchObject({ resolvedAt: null, version: 3 });
    expect(await listed(id)).toMatchObject({ resolvedAt: null, resolvedByName: null });
  });

  test('R91 is not settled by others, nor by one of its answers, nor when it is gone', async () => {
    const { id } = await say({}, ada);
    expect((await settle(id, true, nobody)).status).toBe(401);
    const reply = await say({ parentId: id });
    expect((await settle(reply.id, true)).status).toBe(400);
    expect((await settle(uuidv7(), true)).status).toBe(404);
    expect((await grace.put(`${path}/${id}/resolution`, { isResolved: 'yes' })).status).toBe(400);
    await ada.delete(`${path}/${id}`);
    const gone = await settle(id, true, ada);
    expect([gone.status, await gone.json()]).toMatchObject([409, { code: 'CONFLICT' }]);
  });
});

test('R130 a comment says whom it names, in lists and after an edit, at most twenty', async () => {
  const { id } = await say({ content: '@Ada', mentionedIds: [ada.id] });
  expect(await listed(id)).toMatchObject({ mentionedIds: [ada.id] });
  expect((await grace.patch(`${path}/${id}`, { content: 'Nobody', mentionedIds: [] })).status).toBe(200);
  expect(await listed(id)).toMatchObject({ mentionedIds: [], content: 'Nobody' });
  const many = await grace.post(path, {
    content: 'All',
    mentionedIds: Array.from({ length: 21 }, () => uuidv7()),
  });
  expect(many.status).toBe(400);
});
