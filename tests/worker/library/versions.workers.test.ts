import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { editAsMedia, makeVideo } from '#tests/support/workers/library.ts';
import { signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

/** A new version whose file has come. */
const addTo = async (who: Visitor, ref: string, draft: object = {}): Promise<Video> => {
  const answer = await who.post(`/api/videos/${ref}/versions`, draft);
  expect(answer.status).toBe(201);
  const version = await answer.json<Video>();
  await editAsMedia(version.id, { processingStatus: 'complete' });
  return version;
};
const stackOf = async (who: Visitor, ref: string): Promise<Video['version'][]> => {
  const { items } = await (await who.get(`/api/videos/${ref}/versions`)).json<{ items: Video[] }>();
  return items.map(({ version }) => version);
};
const get = async (who: Visitor, id: string): Promise<Video> => (await who.get(`/api/videos/${id}`)).json();

describe('a stack of versions', () => {
  test('grows by videos of their own, shared as the one before, the newest first', async () => {
    const ada = await signUp('Ada');
    const first = await makeVideo(ada, { visibility: 'unlisted', tags: ['cut'] });
    await ada.patch(`/api/videos/${first.id}`, { embedDomains: ['example.com'] });
    const second = await addTo(ada, first.shortId, { title: 'Second cut' });
    expect(second).toMatchObject({
      title: 'Second cut',
      visibility: 'unlisted',
      tags: ['cut'],
      embedDomains: ['example.com'],
      processingStatus: 'pending',
      version: { of: first.id, number: 2, isLatest: false },
    });
    const third = await addTo(ada, second.id);
    expect(third.title).toBe('Second cut');
    expect(await stackOf(ada, first.id)).toEqual([
      { of: first.id, number: 3, isLatest: true, count: 3 },
      { of: first.id, number: 2, isLatest: false, count: 3 },
      { of: null, number: 1, isLatest: false, count: 3 },
    ]);
    await ada.delete(`/api/videos/${second.id}`);
    expect((await stackOf(ada, first.id)).map(({ count }) => count)).toEqual([2, 2]);
  });

  test('is one entry of a list: its newest', async () => {
    const ada = await signUp('Ada');
    const first = await makeVideo(ada);
    const second = await addTo(ada, first.id);
    const listed = async (query: string) =>
      (await (await ada.get(`/api/videos?author=me${query}`)).json<{ items: Video[] }>()).items.map(
        ({ id }) => id,
      );
    expect(await listed('')).toEqual([second.id]);
    expect(await listed('&versions=all')).toEqual([second.id, first.id]);
    await ada.delete(`/api/videos/${second.id}`);
    expect(await listed('')).toEqual([first.id]);
  });

  test('is not hidden by a version that waits for its file', async () => {
    const ada = await signUp('Ada');
    const first = await makeVideo(ada);
    const answer = await ada.post(`/api/videos/${first.id}/versions`);
    const { id } = await answer.json<Video>();
    expect((await get(ada, first.id)).version.isLatest).toBe(true);
    await editAsMedia(id, { processingStatus: 'complete' });
    expect((await get(ada, first.id)).version.isLatest).toBe(false);
    expect((await get(ada, id)).version.isLatest).toBe(true);
  });

  test('survives its first: the next one takes its place for good', async () => {
    const ada = await signUp('Ada');
    const first = await makeVideo(ada);
    const second = await addTo(ada, first.id);
    const third = await addTo(ada, first.id);
    await ada.delete(`/api/videos/${first.id}`);
    expect((await ada.delete(`/api/trash/${first.id}`)).status).toBe(204);
    expect(await stackOf(ada, third.id)).toEqual([
      { of: second.id, number: 3, isLatest: true, count: 2 },
      { of: null, number: 2, isLatest: false, count: 2 },
    ]);
  });

  test('is added to once by one id, by who manages it only, never across stacks', async () => {
    const ada = await signUp('Ada');
    const [one, other] = [await makeVideo(ada), await makeVideo(ada)];
    const id = uuidv7();
    expect((await ada.post(`/api/videos/${one.id}/versions`, { id })).status).toBe(201);
    expect((await ada.post(`/api/videos/${one.id}/versions`, { id })).status).toBe(200);
    expect((await ada.post(`/api/videos/${other.id}/versions`, { id })).status).toBe(409);
    expect((await ada.post(`/api/videos/${one.id}/versions`, { id: one.id })).status).toBe(409);
    expect((await (await signUp('Eve')).post(`/api/videos/${one.id}/versions`)).status).toBe(403);
    const made = await Promise.all(Array.from({ length: 4 }, () => addTo(ada, other.id)));
    expect(made.map(({ version }) => version.number).sort()).toEqual([2, 3, 4, 5]);
  });
});

describe('a video is published', () => {
  test('when it is open and playable for the first time, and stays so dated', async () => {
    const ada = await signUp('Ada');
    const { id } = await makeVideo(ada, { visibility: 'private' });
    expect((await get(ada, id)).publishedAt).toBeNull();
    const open = await (await ada.patch(`/api/videos/${id}`, { visibility: 'unlisted' })).json<Video>();
    expect(open.publishedAt).toEqual(expect.any(String));
    await ada.patch(`/api/videos/${id}`, { visibility: 'private' });
    await ada.patch(`/api/videos/${id}`, { visibility: 'public' });
    expect((await get(ada, id)).publishedAt).toBe(open.publishedAt);
  });

  test('not before its file is there', async () => {
    const ada = await signUp('Ada');
    const { id } = await (
      await ada.post('/api/videos', { title: 'Waiting', visibility: 'public' })
    ).json<Video>();
    expect((await get(ada, id)).publishedAt).toBeNull();
    await editAsMedia(id, { processingStatus: 'complete' });
    expect((await get(ada, id)).publishedAt).toEqual(expect.any(String));
  });
});
