import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import type { CommentView } from '#protocol/comment.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

interface Page {
  items: CommentView[];
  next: string | null;
  prev: string | null;
  likedCommentIds: string[];
}

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
let grace: Awaited<ReturnType<typeof comeInAs>>;
beforeAll(async () => {
  ada = await signUp('Ada');
  grace = await comeInAs('Grace');
});

/** Ada's video, and a way to comment on it. */
async function commented(draft: Parameters<typeof makeVideo>[1] = {}) {
  const video = await makeVideo(ada, draft);
  const path = `/api/videos/${video.shortId}/comments`;
  const say = async (visitor: Visitor, comment: object): Promise<CommentView> => {
    const answer = await visitor.post(path, comment);
    expect(answer.status).toBe(201);
    return answer.json();
  };
  const list = async (query = '', visitor: Visitor = nobody): Promise<Page> =>
    (await visitor.get(`${path}?${query}`)).json();
  const words = async (query = ''): Promise<string[]> => (await list(query)).items.map((c) => c.content);
  return { video, path, say, list, words };
}

describe('commenting', () => {
  test('a guest comments on a moment, and everybody can read it at once', async () => {
    const { say, list } = await commented();
    const comment = await say(grace, { content: '  Look!  ', positionSeconds: 12.5, frame: 300 });
    expect(comment).toEqual({
      id: expect.any(String),
      parentId: null,
      authorId: grace.id,
      authorName: 'Grace',
      isGuest: true,
      content: 'Look!',
      positionSeconds: 12.5,
      endSeconds: null,
      frame: 300,
      isEdited: false,
      isDeleted: false,
      hasDrawing: false,
      mentionedIds: [],
      resolvedAt: null,
      resolvedByName: null,
      likeCount: 0,
      version: 1,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    });
    expect((await list()).items).toEqual([comment]);
  });

  test('sent twice with one id it is one comment, answered alike', async () => {
    const { say, list } = await commented();
    const draft = { id: uuidv7(), content: 'Once' };
    const first = await say(grace, draft);
    expect(await say(grace, draft)).toEqual(first);
    expect((await list()).items).toHaveLength(1);
  });

  test('the author edits and deletes; the video’s manager deletes; others do neither', async () => {
    const { path, say, words } = await commented();
    const { id } = await say(grace, { content: 'First words' });
    const edited = await grace.patch(`${path}/${id}`, { content: 'Second words' });
    expect(await edited.json()).toMatchObject({ content: 'Second words', isEdited: true, version: 2 });
    const other = await comeInAs('Other');
    expect((await other.patch(`${path}/${id}`, { content: 'Mine' })).status).toBe(403);
    expect((await other.delete(`${path}/${id}`)).status).toBe(403);
    expect(await words()).toEqual(['Second words']);
    expect((await ada.delete(`${path}/${id}`)).status).toBe(204);
    expect(await words()).toEqual([]);
  });

  test('replies make threads; a deleted comment keeps its place above them, without words', async () => {
    const { path, say, list } = await commented();
    const root = await say(grace, { content: 'Root', positionSeconds: 5 });
    const reply = await say(ada, { content: 'Reply', parentId: root.id });
    await say(ada, { content: 'Elsewhere', positionSeconds: 1 });
    const replies = await list(`parentId=${root.id}`);
    expect(replies.items).toEqual([reply]);
    expect((await grace.delete(`${path}/${root.id}`)).status).toBe(204);
    for (const order of ['time', 'newest']) {
      const { items } = await list(`order=${order}`);
      expect(items).toHaveLength(3);
      const stone = items.find((comment) => comment.id === root.id);
      expect(stone).toMatchObject({ isDeleted: true, content: '', authorId: null, positionSeconds: 5 });
    }
  });

  test('lists by the moment they are about, and newest first', async () => {
    const { say, words } = await commented();
    for (const [content, positionSeconds] of [
      ['late', 50],
      ['none', null],
      ['early', 2],
      ['middle', 20.5],
    ] as const)
      await say(grace, { content, positionSeconds });
    expect(await words()).toEqual(['early', 'middle', 'late', 'none']);
    expect(await words('order=newest')).toEqual(['middle', 'early', 'none', 'late']);
  });

  test.each(['time', 'newest'])(
    'pages by %s miss and repeat nothing while comments are added',
    async (order) => {
      const { say, list } = await commented();
      const made: string[] = [];
      for (let n = 0; n < 7; n += 1)
        made.push((await say(grace, { content: `n${n}`, positionSeconds: n % 3 === 0 ? null : n % 2 })).id);
      const seen: string[] = [];
      let next: string | null = null;
      do {
        const page: Page = await list(`order=${order}&limit=2${next ? `&cursor=${next}` : ''}`);
        seen.push(...page.items.map((comment) => comment.id));
        next = page.next;
        await say(grace, { content: 'in between', positionSeconds: 0 });
      } while (next);
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of made) expect(seen).toContain(id);
    },
  );

  test.each(['time', 'newest'])('pages by %s are the same on the way back', async (order) => {
    const { say, list } = await commented();
    for (let n = 0; n < 4; n += 1) await say(grace, { content: `n${n}`, positionSeconds: n % 2 });
    const first = await list(`order=${order}&limit=2`);
    const second = await list(`order=${order}&limit=2&cursor=${first.next}`);
    const back = await list(`order=${order}&limit=2&cursor=${second.prev}`);
    expect([back.items, back.next, back.prev]).toEqual([first.items, first.next, null]);
  });
});

describe('liking', () => {
  test('a video: set and taken back, however often it is said', async () => {
    const { video } = await commented();
    const path = `/api/videos/${video.id}/like`;
    const now = async (visitor: Visitor): Promise<Video> =>
      (await visitor.get(`/api/videos/${video.id}`)).json();
    for (let n = 0; n < 2; n += 1)
      expect(await (await grace.put(path)).json()).toEqual({ likeCount: 1, isLikedByYou: true });
    expect(await now(grace)).toMatchObject({ likeCount: 1, isLikedByYou: true });
    expect(await now(ada)).toMatchObject({ likeCount: 1, isLikedByYou: false });
    expect(await (await ada.put(path)).json()).toEqual({ likeCount: 2, isLikedByYou: true });
    expect(await (await grace.delete(path)).json()).toEqual({ likeCount: 1, isLikedByYou: false });
    expect(await now(grace)).toMatchObject({ likeCount: 1, isLikedByYou: false });
  });

  test('a comment', async () => {
    const { path, say, list } = await commented();
    const { id } = await say(grace, { content: 'Like me' });
    expect(await (await ada.put(`${path}/${id}/like`)).json()).toEqual({ likeCount: 1, isLikedByYou: true });
    expect(await list('', ada)).toMatchObject({ items: [{ likeCount: 1 }], likedCommentIds: [id] });
    expect(await list('', grace)).toMatchObject({ likedCommentIds: [] });
    expect(await (await ada.delete(`${path}/${id}/like`)).json()).toEqual({
      likeCount: 0,
      isLikedByYou: false,
    });
  });
});

describe('who may', () => {
  test('visitors without a name only read', async () => {
    const { video, path, say } = await commented();
    const { id } = await say(grace, { content: 'Mine' });
    expect((await nobody.get(path)).status).toBe(200);
    expect((await nobody.post(path, { content: 'x' })).status).toBe(401);
    expect((await nobody.patch(`${path}/${id}`, { content: 'x' })).status).toBe(401);
    expect((await nobody.delete(`${path}/${id}`)).status).toBe(401);
    expect((await nobody.put(`/api/videos/${video.id}/like`)).status).toBe(401);
    expect((await nobody.delete(`${path}/${id}/like`)).status).toBe(401);
  });

  test('a private video’s comments are not there for others', async () => {
    const { video, path } = await commented({ visibility: 'private' });
    expect((await ada.get(path)).status).toBe(200);
    for (const visitor of [grace, await signUp()]) {
      expect((await visitor.get(path)).status).toBe(404);
      expect((await visitor.post(path, { content: 'x' })).status).toBe(404);
      expect((await visitor.put(`/api/videos/${video.id}/like`)).status).toBe(404);
    }
  });
});

describe('bad input', () => {
  test.each([
    [{}, '/content'],
    [{ content: '' }, '/content'],
    [{ content: ' \n ' }, '/content'],
    [{ content: 'x'.repeat(2001) }, '/content'],
    [{ content: 'x', positionSeconds: -1 }, '/positionSeconds'],
    [{ content: 'x', positionSeconds: '1' }, '/positionSeconds'],
    [{ content: 'x', frame: 1.5 }, '/frame'],
    [{ content: 'x', id: 'x' }, '/id'],
    [{ content: 'x', parentId: 'x' }, '/parentId'],
    ['x', ''],
  ])('%.60j is refused at %s', async (json, pointer) => {
    const { path } = await commented();
    const answer = await grace.post(path, json);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
  });

  test('2,000 characters are fine', async () => {
    const { say } = await commented();
    expect((await say(grace, { content: 'x'.repeat(2000) })).content).toHaveLength(2000);
  });

  test('unknown comments and videos are NOT_FOUND', async () => {
    const { path } = await commented();
    expect((await grace.patch(`${path}/${uuidv7()}`, { content: 'x' })).status).toBe(404);
    expect((await grace.delete(`${path}/${uuidv7()}`)).status).toBe(404);
    expect((await grace.put(`${path}/${uuidv7()}/like`)).status).toBe(404);
    expect((await grace.post(path, { content: 'x', parentId: uuidv7() })).status).toBe(400);
    expect((await grace.post(`/api/videos/${uuidv7()}/comments`, { content: 'x' })).status).toBe(404);
    expect((await nobody.get('/api/videos/AAAAAAAAAAA/comments')).status).toBe(404);
  });

  test.each(['order=best', 'parentId=x', 'cursor=x', 'limit=0'])('%s is refused', async (query) => {
    const { path } = await commented();
    expect((await nobody.get(`${path}?${query}`)).status).toBe(400);
  });
});
