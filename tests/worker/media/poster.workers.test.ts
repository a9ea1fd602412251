import { describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

/** The shortest header that names a frame of 16 × 9. */
const PICTURE = Uint8Array.of(
  0xff,
  0xd8,
  0xff,
  0xc0,
  0,
  17,
  8,
  0,
  9,
  0,
  16,
  3,
  1,
  0x11,
  0,
  2,
  0x11,
  1,
  3,
  0x11,
  1,
);
const sent = (body: Uint8Array) => ({ body, headers: { 'content-type': 'image/jpeg' } });

describe('PUT /api/videos/{id}/poster', () => {
  test('the author’s picture is shown from then on, byte for byte', async () => {
    const owner = await signUp();
    const video = await makeVideo(owner);
    expect((await owner.ask('PUT', `/api/videos/${video.id}/poster`, sent(PICTURE))).status).toBe(204);
    const { thumbnailUrl } = await (await owner.get(`/api/videos/${video.id}`)).json<Video>();
    const shown = await new Visitor().get(String(thumbnailUrl));
    expect(shown.headers.get('content-type')).toBe('image/jpeg');
    expect(new Uint8Array(await shown.arrayBuffer())).toEqual(PICTURE);
  });

  test('only who may edit the video chooses it', async () => {
    const video = await makeVideo(await signUp());
    const [stranger, nobody] = [await signUp(), new Visitor()];
    expect((await stranger.ask('PUT', `/api/videos/${video.id}/poster`, sent(PICTURE))).status).toBe(403);
    expect((await nobody.ask('PUT', `/api/videos/${video.id}/poster`, sent(PICTURE))).status).toBe(401);
  });

  test('what is not a picture, or too much of one, is refused with a code', async () => {
    const owner = await signUp();
    const video = await makeVideo(owner);
    const codeOf = async (body: Uint8Array) => {
      const answer = await owner.ask('PUT', `/api/videos/${video.id}/poster`, sent(body));
      return (await answer.json<{ code: string }>()).code;
    };
    expect(await codeOf(new TextEncoder().encode('<svg/>'))).toBe('UNSUPPORTED_MEDIA');
    expect(await codeOf(new Uint8Array())).toBe('UNSUPPORTED_MEDIA');
    expect(await codeOf(new Uint8Array(1024 * 1024 + 1))).toBe('TOO_LARGE');
  });
});
