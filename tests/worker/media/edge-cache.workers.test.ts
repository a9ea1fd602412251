import { env } from 'cloudflare:workers';
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test';
import { expect, test } from 'vitest';
import { app } from '#worker/app.ts';
import { sourceKey } from '#worker/media/keys.ts';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { ORIGIN, signUp } from '#tests/support/workers/visitor.ts';
import { signOpenGrant } from './open-grant.ts';
import { uploadWhole } from './uploader.ts';

/** The product as in production, where whole segments are kept in the colo. */
async function ask(path: string, headers: Record<string, string> = {}): Promise<Response> {
  const context = createExecutionContext();
  const answer = await app.fetch(
    new Request(`${ORIGIN}${path}`, { headers }),
    { ...env, MEDIA_CACHE: 'edge' },
    context,
  );
  const held = new Response(await answer.arrayBuffer(), answer);
  await waitOnExecutionContext(context);
  return held;
}

test('S6 at the edge a segment is shared by all grants, ranges and conditions included', async () => {
  const video = await uploadWhole(await signUp(), writeMp4(film()));
  const [, , , , version] = (video.hlsUrl ?? '').split('/');
  const at = async (hours: number): Promise<string> => {
    const grant = await signOpenGrant(env.TICKET_SECRET, video.shortId, Date.now() / 1000 + hours * 3600);
    return `/media/${grant}/${video.shortId}/${version}/s1.m4s`;
  };
  const first = await ask(await at(1));
  const bytes = await first.bytes();
  expect([first.status, bytes.length]).toEqual([200, Number(first.headers.get('content-length'))]);

  await env.MEDIA.delete(sourceKey(video.shortId));
  const other = await ask(await at(2));
  expect([other.status, await other.bytes()]).toEqual([200, bytes]);
  expect(other.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');

  const part = await ask(await at(3), { range: 'bytes=10-19' });
  expect([part.status, await part.bytes()]).toEqual([206, bytes.slice(10, 20)]);
  const known = await ask(await at(3), { 'if-none-match': first.headers.get('etag') ?? '' });
  expect(known.status).toBe(304);

  const forged = await ask((await at(1)).replace(/\.[\w-]{43}\//, `.${'A'.repeat(43)}/`));
  expect(forged.status).toBe(403);
});
