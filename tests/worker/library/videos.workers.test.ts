import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { CLOSE_CODE } from '#protocol/error.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

interface Page {
  items: Video[];
  next: string | null;
}

const nobody = new Visitor();
const show = async (visitor: Visitor, ref: string) => visitor.get(`/api/videos/${ref}`);

describe('a video', () => {
  test('is made by somebody with an account, and waits for its file', async () => {
    const ada = await signUp('Ada');
    const answer = await ada.post('/api/videos', { title: ' Bunny ', tags: ['a', 'b', 'a'] });
    expect(answer.status).toBe(201);
    const video = await answer.json<Video>();
    expect(answer.headers.get('location')).toBe(`/api/videos/${video.shortId}`);
    expect(video).toEqual({
      id: expect.any(String),
      shortId: expect.stringMatching(/^[\w-]{11}$/),
      title: 'Bunny',
      description: null,
      author: { id: ada.id, name: 'Ada' },
      organizationId: expect.any(String),
      channelId: null,
      seriesId: null,
      durationSeconds: null,
      width: null,
      height: null,
      frameRate: null,
      processingStatus: 'pending',
      processingProgress: 0,
      processingError: null,
      visibility: 'private',
      likeCount: 0,
      commentCount: 0,
      openCommentCount: 0,
      viewCount: 0,
      isLikedByYou: false,
      role: 'manage',
      hlsUrl: null,
      thumbnailUrl: null,
      storyboardUrl: null,
      tags: ['a', 'b'],
      metadata: {},
      embedDomains: null,
      isFeatured: false,
      version: { of: null, number: 1, isLatest: true, count: 1 },
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      publishedAt: null,
      archivedAt: null,
    });
  });

  test('is found by id and by short id, with the address it plays at', async () => {
    const video = await makeVideo(await signUp());
    for (const ref of [video.id, video.id.toUpperCase(), video.shortId]) {
      const answer = await show(nobody, ref);
      expect(answer.status).toBe(200);
      expect(await answer.json()).toMatchObject({
        id: video.id,
        role: 'control',
        durationSeconds: 60,
        frameRate: { num: 24, den: 1 },
        hlsUrl: expect.stringMatching(/^\/media\/.+\/master\.m3u8$/),
        thumbnailUrl: expect.stringMatching(/^\/media\/.+\/poster\.jpg$/),
      });
    }
  });

  test('made twice with one id is one video', async () => {
    const ada = await signUp();
    const draft = { id: uuidv7(), title: 'Once' };
    const first = await ada.post('/api/videos', draft);
    const second = await ada.post('/api/videos', draft);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(await second.json()).toEqual(await first.json());
    const other = await (await signUp()).post('/api/videos', draft);
    expect(other.status).toBe(409);
  });

  test('has a list of its own of sites that may embed it, or its organization’s', async () => {
    const ada = await signUp();
    const { id, embedDomains } = await makeVideo(ada);
    expect(embedDomains).toBeNull();
    const set = async (sites: unknown) => {
      const answer = await ada.patch(`/api/videos/${id}`, { embedDomains: sites });
      return answer.ok ? (await answer.json<Video>()).embedDomains : answer.status;
    };
    expect(await set(['Example.com', '*.acme.org', 'example.com'])).toEqual(['example.com', '*.acme.org']);
    expect(await set([])).toEqual([]);
    for (const odd of [['https://example.com'], 'example.com', ['a b'], [null]])
      expect(await set(odd)).toBe(400);
    expect(await set(null)).toBeNull();
  });

  test('is changed by its author only', async () => {
    const ada = await signUp();
    const video = await makeVideo(ada);
    const changed = await ada.patch(`/api/videos/${video.id}`, {
      title: 'New',
      description: 'Words',
      tags: ['x'],
    });
    expect(changed.status).toBe(200);
    expect(await changed.json()).toMatchObject({ title: 'New', description: 'Words', tags: ['x'] });
    for (const [visitor, status] of [
      [nobody, 401],
      [await signUp(), 403],
      [await comeInAs(), 403],
    ] as const) {
      const answer = await visitor.patch(`/api/videos/${video.id}`, { title: 'Mine' });
      expect(answer.status).toBe(status);
    }
    expect(await (await show(nobody, video.id)).json()).toMatchObject({ title: 'New' });
  });

  test('changed from an old version is STALE', async () => {
    const ada = await signUp();
    const video = await makeVideo(ada);
    const tag = (await show(ada, video.id)).headers.get('etag') ?? '';
    const path = `/api/videos/${video.id}`;
    const first = await ada.patch(path, { title: 'First' }, { 'if-match': tag });
    expect(first.status).toBe(200);
    const second = await ada.patch(path, { title: 'Second' }, { 'if-match': tag });
    expect(second.status).toBe(412);
    expect(await second.json()).toMatchObject({ code: 'STALE' });
    const fresh = first.headers.get('etag') ?? '';
    expect((await ada.patch(path, { title: 'Third' }, { 'if-match': fresh })).status).toBe(200);
    expect((await ada.delete(path, { 'if-match': tag })).status).toBe(412);
  });

  test('deleted is gone for everybody, its author too', async () => {
    const ada = await signUp();
    const video = await makeVideo(ada);
    expect((await (await signUp()).delete(`/api/videos/${video.id}`)).status).toBe(403);
    expect((await ada.delete(`/api/videos/${video.shortId}`)).status).toBe(204);
    expect((await show(ada, video.id)).status).toBe(404);
    expect((await ada.delete(`/api/videos/${video.id}`)).status).toBe(404);
    const mine = await (await ada.get('/api/videos?author=me')).json<Page>();
    expect(mine.items).toEqual([]);
  });
});

describe('who is in the room', () => {
  test.each([
    ['deleted', (ada: Visitor, path: string) => ada.delete(path)],
    ['made private', (ada: Visitor, path: string) => ada.patch(path, { visibility: 'private' })],
  ])('has to leave when the video is %s', async (_, change) => {
    const ada = await signUp();
    const video = await makeVideo(ada);
    const watcher = await enter(video.id);
    expect((await change(ada, `/api/videos/${video.id}`)).ok).toBe(true);
    expect(await watcher.untilClosed()).toMatchObject({ code: CLOSE_CODE.REVOKED });
    expect((await nobody.post(`/api/videos/${video.id}/join`)).status).toBe(404);
  });
});

describe('who sees what', () => {
  test.each([
    ['public', 200],
    ['unlisted', 200],
    ['organization', 404],
    ['private', 404],
  ])('%s answers strangers %i', async (visibility, status) => {
    const ada = await signUp();
    const video = await makeVideo(ada, { visibility });
    expect((await show(ada, video.id)).status).toBe(200);
    for (const visitor of [nobody, await signUp(), await comeInAs()]) {
      expect((await show(visitor, video.id)).status).toBe(status);
      expect((await show(visitor, video.shortId)).status).toBe(status);
      if (status === 404 && visitor !== nobody)
        expect((await visitor.patch(`/api/videos/${video.id}`, { title: 'Mine' })).status).toBe(404);
    }
  });

  test('only public videos that can be played are in the feed', async () => {
    const ada = await signUp();
    const open = await makeVideo(ada, { visibility: 'public' });
    const hidden = [
      await makeVideo(ada, { visibility: 'unlisted' }),
      await makeVideo(ada, { visibility: 'private' }),
    ].map((video) => video.id);
    const waiting = await (await ada.post('/api/videos', { title: 'W', visibility: 'public' })).json<Video>();
    const feed = await (await nobody.get('/api/videos?limit=100')).json<Page>();
    const ids = feed.items.map((video) => video.id);
    expect(ids).toContain(open.id);
    for (const id of [...hidden, waiting.id]) expect(ids).not.toContain(id);
    const byAda = await (await nobody.get(`/api/videos?author=${ada.id}`)).json<Page>();
    expect(byAda.items.map((video) => video.id)).toEqual([open.id]);
    const mine = await (await ada.get('/api/videos?author=me')).json<Page>();
    expect(mine.items).toHaveLength(4);
  });
});

describe('pages', () => {
  test('go on where the last one ended, also while videos are added', async () => {
    const ada = await signUp();
    const made: string[] = [];
    for (let n = 0; n < 5; n += 1) made.unshift((await makeVideo(ada, { title: `n${n}` })).id);
    const first = await ada.get('/api/videos?author=me&limit=2');
    const page = await first.json<Page>();
    expect(page.items.map((video) => video.id)).toEqual(made.slice(0, 2));
    await makeVideo(ada, { title: 'later' });
    const link = /^<(.+)>; rel="next"$/.exec(first.headers.get('link') ?? '')?.[1] ?? '';
    const second = await (await ada.get(link)).json<Page>();
    expect(second.items.map((video) => video.id)).toEqual(made.slice(2, 4));
    const third = await ada.get(`/api/videos?author=me&limit=2&cursor=${second.next}`);
    expect(await third.json()).toMatchObject({ items: [{ id: made[4] }], next: null });
    expect(third.headers.get('link')).not.toContain('rel="next"');
    const oldest = await (await ada.get('/api/videos?author=me&sort=oldest&limit=2')).json<Page>();
    expect(oldest.items.map((video) => video.id)).toEqual([made[4], made[3]]);
  });

  test.each(['limit=0', 'limit=101', 'limit=x', 'cursor=nonsense', 'author=x', 'sort=best'])(
    '%s is refused',
    async (query) => {
      const answer = await nobody.get(`/api/videos?${query}`);
      expect(answer.status).toBe(400);
      expect(await answer.json()).toMatchObject({
        code: 'INVALID',
        errors: [{ pointer: expect.any(String) }],
      });
    },
  );

  test('nobody has no videos of their own', async () => {
    expect((await nobody.get('/api/videos?author=me')).status).toBe(401);
  });
});

describe('bad input', () => {
  test.each([
    [{}, '/title'],
    [{ title: ' ' }, '/title'],
    [{ title: 'x'.repeat(256) }, '/title'],
    [{ title: 7 }, '/title'],
    [{ title: 'T', visibility: 'secret' }, '/visibility'],
    [{ title: 'T', tags: 'a' }, '/tags'],
    [{ title: 'T', tags: [''] }, '/tags/0'],
    [{ title: 'T', id: 'x' }, '/id'],
    [[], ''],
    [null, ''],
  ])('%j is refused at %s', async (json, pointer) => {
    const answer = await (await signUp()).post('/api/videos', json);
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
  });

  test('malformed JSON is told as such', async () => {
    const ada = await signUp();
    const answer = await ada.ask('POST', '/api/videos', {
      body: '{"title": ',
      headers: { 'content-type': 'application/json' },
    });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ code: 'INVALID', detail: expect.stringContaining('JSON') });
  });

  test('a title with a character Postgres cannot hold is refused, not a failure', async () => {
    const answer = await (await signUp()).post('/api/videos', { title: 'a\u0000b' });
    expect(answer.status).toBe(400);
  });

  test.each(['nonsense', 'AAAAAAAAAAA', '01a1fa0f-4026-717f-8deb-8b9456fcf7d0', '%00', 'x'.repeat(60)])(
    'the unknown id %s is NOT_FOUND',
    async (ref) => {
      const answer = await show(nobody, ref);
      expect(answer.status).toBe(404);
      expect(await answer.json()).toMatchObject({ code: 'NOT_FOUND' });
    },
  );

  test('guests and nobodies make no videos', async () => {
    for (const visitor of [nobody, await comeInAs()])
      expect((await visitor.post('/api/videos', { title: 'T' })).status).toBe(401);
  });

  test('an unknown method names the known ones', async () => {
    const answer = await nobody.put('/api/videos');
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD, POST');
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
  });
});
