import { env } from 'cloudflare:workers';
import { describe, expect, test, vi } from 'vitest';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { editAsMedia, makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import { uploadWhole } from '#tests/worker/media/uploader.ts';
import { archiveByAge, purgeTrash } from '#worker/library/purge-videos.ts';
import type { Video } from '#worker/library/view.ts';
import { videoPrefix } from '#worker/media/keys.ts';

const DAY_MS = 24 * 3600 * 1000;
const trashOf = async (who: Visitor): Promise<string[]> => {
  const { items } = await (await who.get('/api/trash')).json<{ items: { id: string }[] }>();
  return items.map(({ id }) => id);
};
const objectsOf = async (shortId: string): Promise<number> =>
  (await env.MEDIA.list({ prefix: videoPrefix(shortId) })).objects.length;
const restore = (who: Visitor, id: string) => who.post(`/api/trash/${id}/restoration`);

describe('the trash', () => {
  test('holds what was deleted, to whom it belongs only, and says until when', async () => {
    const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
    const { id, shortId } = await makeVideo(ada, { title: 'Gone' });
    await ada.delete(`/api/videos/${id}`);
    const { items } = await (
      await ada.get('/api/trash')
    ).json<{ items: { deletedAt: string; purgedAt: string }[] }>();
    expect(items).toEqual([
      {
        id,
        shortId,
        title: 'Gone',
        organizationId: expect.any(String),
        authorId: ada.id,
        fileSizeBytes: null,
        durationSeconds: 60,
        deletedAt: expect.any(String),
        purgedAt: expect.any(String),
      },
    ]);
    const [{ deletedAt, purgedAt } = { deletedAt: '', purgedAt: '' }] = items;
    expect(Date.parse(purgedAt) - Date.parse(deletedAt)).toBe(30 * DAY_MS);
    expect(await trashOf(eve)).toEqual([]);
    expect((await restore(eve, id)).status).toBe(404);
    expect((await eve.delete(`/api/trash/${id}`)).status).toBe(404);
    expect((await (await comeInAs('Guest')).get('/api/trash')).status).toBe(401);
  });

  test('is walked page by page, the last deleted first', async () => {
    const ada = await signUp('Ada');
    const made = [await makeVideo(ada), await makeVideo(ada), await makeVideo(ada)].map(({ id }) => id);
    for (const id of made) await ada.delete(`/api/videos/${id}`);
    const seen: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const answer = await ada.get(`/api/trash?limit=2${cursor && `&cursor=${cursor}`}`);
      const page: { items: { id: string }[]; next: string | null } = await answer.json();
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual(made.toReversed());
  });

  test('gives a video back with its comments, and its media plays again', async () => {
    const ada = await signUp('Ada');
    const { id } = await uploadWhole(ada, writeMp4(film()));
    await ada.post(`/api/videos/${id}/comments`, { content: 'Kept' });
    // Reading them waits for the room to have written them through.
    await ada.get(`/api/videos/${id}/comments`);
    await ada.delete(`/api/videos/${id}`);
    expect((await ada.get(`/api/videos/${id}`)).status).toBe(404);
    expect((await restore(ada, id)).status).toBe(200);
    expect((await restore(ada, id)).status).toBe(404);
    expect(await trashOf(ada)).toEqual([]);
    const video = await (await ada.get(`/api/videos/${id}`)).json<Video>();
    expect(video).toMatchObject({ id, commentCount: 1 });
    expect((await ada.get(video.hlsUrl ?? '')).status).toBe(200);
    const { items } = await (await ada.get(`/api/videos/${id}/comments`)).json<{ items: object[] }>();
    expect(items).toMatchObject([{ content: 'Kept' }]);
  });

  test('emptied at once leaves neither row nor object nor a room’s memory', async () => {
    const ada = await signUp('Ada');
    const { id, shortId } = await uploadWhole(ada, writeMp4(film()));
    await ada.post(`/api/videos/${id}/comments`, { content: 'Gone' });
    expect(await objectsOf(shortId)).toBeGreaterThan(1);
    expect((await ada.delete(`/api/trash/${id}`)).status).toBe(404);
    await ada.delete(`/api/videos/${id}`);
    expect((await ada.delete(`/api/trash/${id}`)).status).toBe(204);
    expect(await objectsOf(shortId)).toBe(0);
    expect(await trashOf(ada)).toEqual([]);
    expect((await restore(ada, id)).status).toBe(404);
    expect(await env.ROOMS.getByName(id).getLive()).toMatchObject({ ok: false });
  });

  test('is purged after 30 days, and what was interrupted is purged the next night', async () => {
    const ada = await signUp('Ada');
    const old = await uploadWhole(ada, writeMp4(film()));
    const young = await makeVideo(ada);
    await ada.delete(`/api/videos/${old.id}`);
    await ada.delete(`/api/videos/${young.id}`);
    await editAsMedia(old.id, { deletedAt: new Date(Date.now() - 31 * DAY_MS) });
    const list = vi.spyOn(env.MEDIA, 'list').mockRejectedValue(new Error('R2 is away'));
    expect((await purgeTrash(env)).failed).toBeGreaterThan(0);
    expect(await objectsOfReally(old.shortId)).toBeGreaterThan(0);
    list.mockRestore();
    expect((await purgeTrash(env)).failed).toBe(0);
    expect(await objectsOf(old.shortId)).toBe(0);
    expect(await trashOf(ada)).toEqual([young.id]);
  });
});

/** Asked in another way than the one that is away. */
const objectsOfReally = async (shortId: string): Promise<number> =>
  (await env.MEDIA.head(`${videoPrefix(shortId)}source`)) ? 1 : 0;

test('what an organization wants archived by its age is archived at night, and is in no list', async () => {
  const ada = await signUp('Ada');
  const video = await makeVideo(ada);
  const settings = { retention: { archiveAfterDays: 30 } };
  expect((await ada.patch(`/api/organizations/${video.organizationId}`, { settings })).status).toBe(200);
  await archiveByAge(env);
  expect((await (await ada.get(`/api/videos/${video.id}`)).json<Video>()).archivedAt).toBeNull();
  await ada.patch(`/api/videos/${video.id}`, { isArchived: true });
  const listed = await (await ada.get('/api/videos?author=me')).json<{ items: Video[] }>();
  expect(listed.items).toEqual([]);
  const back = await (await ada.patch(`/api/videos/${video.id}`, { isArchived: false })).json<Video>();
  expect(back.archivedAt).toBeNull();
});
