import { describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

/** The shortest header that names a frame of 32 × 18. */
const PICTURE = new Uint8Array([
  0xff, 0xd8, 0xff, 0xc0, 0, 17, 8, 0, 18, 0, 32, 3, 1, 0x11, 0, 2, 0x11, 1, 3, 0x11, 1,
]);
const sent = (body: Uint8Array) => ({ body, headers: { 'content-type': 'image/jpeg' } });
const at = (id: string, query = 'columns=2&rows=2&count=4&intervalSeconds=15') =>
  `/api/videos/${id}/storyboard?${query}`;

describe('PUT /api/videos/{id}/storyboard', () => {
  test('S8 the pictures are told with the video, and their track leads to them', async () => {
    const owner = await signUp();
    const video = await makeVideo(owner);
    expect(video.storyboardUrl).toBeNull();
    expect((await owner.ask('PUT', at(video.id), sent(PICTURE))).status).toBe(204);
    const { storyboardUrl } = await (await owner.get(`/api/videos/${video.id}`)).json<Video>();
    const track = await new Visitor().get(String(storyboardUrl));
    expect(track.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    const [, last] = (await track.text()).split('00:00:45.000 --> 00:01:00.000\n');
    expect(last).toBe('storyboard.jpg#xywh=16,9,16,9\n');
    const picture = await new Visitor().get(String(storyboardUrl).replace(/vtt$/, 'jpg'));
    expect(picture.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await picture.arrayBuffer())).toEqual(PICTURE);
  });

  test('only who may edit the video sets it', async () => {
    const video = await makeVideo(await signUp());
    const [stranger, nobody] = [await signUp(), new Visitor()];
    expect((await stranger.ask('PUT', at(video.id), sent(PICTURE))).status).toBe(403);
    expect((await nobody.ask('PUT', at(video.id), sent(PICTURE))).status).toBe(401);
  });

  test('what is no picture, too much of one, or cannot be cut so is refused with a code', async () => {
    const owner = await signUp();
    const video = await makeVideo(owner);
    const codeOf = async (body: Uint8Array, query?: string) =>
      (await (await owner.ask('PUT', at(video.id, query), sent(body))).json<{ code: string }>()).code;
    expect(await codeOf(new TextEncoder().encode('<svg/>'))).toBe('UNSUPPORTED_MEDIA');
    expect(await codeOf(new Uint8Array(1024 * 1024 + 1))).toBe('TOO_LARGE');
    expect(await codeOf(PICTURE, 'columns=3&rows=2&count=4&intervalSeconds=15')).toBe('INVALID');
    expect(await codeOf(PICTURE, 'columns=2&rows=2&count=4&intervalSeconds=0')).toBe('INVALID');
  });
});
