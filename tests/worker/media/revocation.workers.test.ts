import { env } from 'cloudflare:workers';
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { beforeAll, describe, expect, test, vi } from 'vitest';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { comeInAs, ORIGIN, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { app } from '#worker/app.ts';
import type { Video } from '#worker/library/view.ts';
import { videoRevocationsKey } from '#worker/media/keys.ts';
import { refuseMedia } from '#worker/media/revocation.ts';
import { uploadWhole } from './uploader.ts';

const file = writeMp4(film());
const FILES = ['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s', 'poster.jpg'];
const nobody = new Visitor();
let ada: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
});

const upload = async (visibility: string): Promise<Video> => {
  const { id } = await uploadWhole(ada, file);
  const jpeg = new Uint8Array([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 9, 0, 16, 1, 1, 17, 0]);
  await ada.ask('PUT', `/api/videos/${id}/poster`, { body: jpeg, headers: { 'content-type': 'image/jpeg' } });
  return (await ada.patch(`/api/videos/${id}`, { visibility })).json();
};
const baseFor = async (who: Visitor, id: string): Promise<string> => {
  const { hlsUrl } = await (await who.get(`/api/videos/${id}`)).json<Video>();
  return (hlsUrl ?? '').replace('master.m3u8', '');
};
const statusOf = async (path: string): Promise<number> => {
  const answer = await nobody.get(path);
  await answer.arrayBuffer();
  return answer.status;
};
const statusesAt = (base: string): Promise<number[]> =>
  Promise.all(FILES.map((name) => statusOf(`${base}${name}`)));
const ALL_REFUSED = FILES.map(() => 403);
const ALL_SERVED = FILES.map(() => 200);
/** Within the second that a revocation may take. */
const untilRefused = (base: string) =>
  vi.waitFor(async () => expect(await statusesAt(base)).toEqual(ALL_REFUSED), { timeout: 1_000 });

describe('S7 media given out before is refused', () => {
  test('S7 when a link is taken back, to its holders only', async () => {
    const video = await upload('private');
    const [holder, other] = [await comeInAs('Holder'), await comeInAs('Other')];
    const links = `/api/videos/${video.id}/links`;
    const open = async (who: Visitor) => {
      const link = await (await ada.post(links, {})).json<{ id: string; token: string }>();
      await who.post(`/api/links/${link.token}`);
      return { id: link.id, base: await baseFor(who, video.id) };
    };
    const [gone, kept] = [await open(holder), await open(other)];
    const own = await baseFor(ada, video.id);
    expect(await statusesAt(gone.base)).toEqual(ALL_SERVED);
    expect((await ada.delete(`${links}/${gone.id}`)).status).toBe(204);
    await untilRefused(gone.base);
    expect(await statusesAt(kept.base)).toEqual(ALL_SERVED);
    expect(await statusesAt(own)).toEqual(ALL_SERVED);
  });

  test('S7 when a video is shared with fewer, and not when it is shared again', async () => {
    const video = await upload('public');
    const [everybodys, own] = [await baseFor(nobody, video.id), await baseFor(ada, video.id)];
    expect(await statusesAt(everybodys)).toEqual(ALL_SERVED);
    await ada.patch(`/api/videos/${video.id}`, { visibility: 'private' });
    await untilRefused(everybodys);
    expect(await statusesAt(own)).toEqual(ALL_SERVED);
    await ada.patch(`/api/videos/${video.id}`, { visibility: 'public' });
    expect(await statusesAt(await baseFor(nobody, video.id))).toEqual(ALL_SERVED);
    expect(await statusesAt(everybodys)).toEqual(ALL_REFUSED);
  });

  test('S7 when a video is deleted, to everybody', async () => {
    const video = await upload('public');
    const [everybodys, own] = [await baseFor(nobody, video.id), await baseFor(ada, video.id)];
    expect(await statusesAt(own)).toEqual(ALL_SERVED);
    await ada.delete(`/api/videos/${video.id}`);
    await untilRefused(everybodys);
    await untilRefused(own);
  });

  test('S7 at the edge too, where segments are kept', async () => {
    const video = await upload('public');
    const path = `${await baseFor(nobody, video.id)}s0.m4s`;
    const atEdge = async (): Promise<number> => {
      const context = createExecutionContext();
      const request = new Request(`${ORIGIN}${path}`);
      const answer = await app.fetch(request, { ...env, MEDIA_CACHE: 'edge' }, context);
      await answer.arrayBuffer();
      await waitOnExecutionContext(context);
      return answer.status;
    };
    expect([await atEdge(), await atEdge()]).toEqual([200, 200]);
    await ada.patch(`/api/videos/${video.id}`, { visibility: 'private' });
    await vi.waitFor(async () => expect(await atEdge()).toBe(403), { timeout: 1_000 });
  });
});

test('S7 those who take rights away at once all have it', async () => {
  const shortId = 'revoked-now';
  const links = Array.from({ length: 5 }, () => `link:${crypto.randomUUID()}` as const);
  await Promise.all(
    links.map((link, index) => refuseMedia(env.MEDIA, { shortId, ended: [link], atMs: 1e12 + index })),
  );
  const object = await env.MEDIA.get(videoRevocationsKey(shortId));
  expect(await object?.json()).toEqual(Object.fromEntries(links.map((link, index) => [link, 1e12 + index])));
});

test('S7 what no grant can be older than is forgotten', async () => {
  const shortId = 'revoked-old';
  const day = 24 * 3_600_000;
  await refuseMedia(env.MEDIA, { shortId, ended: ['open'], atMs: 1e12 });
  await refuseMedia(env.MEDIA, { shortId, ended: ['member'], atMs: 1e12 + day });
  await refuseMedia(env.MEDIA, { shortId, ended: ['open'], atMs: 1e12 });
  const read = async () => (await env.MEDIA.get(videoRevocationsKey(shortId)))?.json();
  expect(await read()).toEqual({ open: 1e12, member: 1e12 + day });
  await refuseMedia(env.MEDIA, { shortId, ended: ['everyone'], atMs: 1e12 + 2 * day });
  expect(await read()).toEqual({ member: 1e12 + day, everyone: 1e12 + 2 * day });
});

test('S7 a link’s media ends with the link, and all who hold it share one address', async () => {
  const video = await upload('private');
  const expiresAt = new Date(Date.now() + 3_600_000).toISOString();
  const link = await (
    await ada.post(`/api/videos/${video.id}/links`, { expiresAt })
  ).json<{ token: string }>();
  const bases = await Promise.all(
    ['Bob', 'Carol'].map(async (name) => {
      const guest = await comeInAs(name);
      await guest.post(`/api/links/${link.token}`);
      return baseFor(guest, video.id);
    }),
  );
  expect(bases[0]).toBe(bases[1]);
  const expiry = Number.parseInt(bases[0]?.split('/')[2]?.split('.')[0] ?? '', 36);
  expect(expiry).toBe(Math.floor(Date.parse(expiresAt) / 1000));
});
