import { openAsBlob, statSync } from 'node:fs';
import type { Video } from '#worker/library/view.ts';
import type { Account } from '#tests/worker/media/stack-uploads.ts';

const LAST_BYTES = 64 * 1024;

export type Finished = { video: Video; firstSegmentMs: number };

/** Uploads all but the last bytes, then times from sending those to having the first segment. */
export async function timeUploadToFirstSegment(account: Account, path: string): Promise<Finished> {
  const { size } = statSync(path);
  const file = await openAsBlob(path);
  const headers = { cookie: account.cookie, origin: account.origin, 'tus-resumable': '1.0.0' };
  const created = await ok(
    fetch(`${account.origin}/api/uploads`, {
      method: 'POST',
      headers: { ...headers, 'upload-length': String(size) },
    }),
  );
  const address = `${account.origin}${created.headers.get('location')}`;
  const patch = (from: number, to: number): Promise<Response> =>
    ok(
      fetch(address, {
        method: 'PATCH',
        headers: {
          ...headers,
          'upload-offset': String(from),
          'content-type': 'application/offset+octet-stream',
        },
        body: file.slice(from, to),
      }),
    );
  await patch(0, size - LAST_BYTES);
  const begun = performance.now();
  const last = await patch(size - LAST_BYTES, size);
  const answer = await ok(fetch(`${account.origin}${last.headers.get('video-location')}`, { headers }));
  const video = (await answer.json()) as Video;
  const master = new URL(video.hlsUrl ?? '', account.origin);
  for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s']) await read(new URL(name, master));
  return { video, firstSegmentMs: performance.now() - begun };
}

export async function ok(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

export const read = async (address: URL): Promise<number> =>
  (await (await ok(fetch(address))).arrayBuffer()).byteLength;
