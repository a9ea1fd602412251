import { openAsBlob, readFileSync, statSync } from 'node:fs';
import { request } from 'node:http';
import type { Video } from '#worker/library/view.ts';
import { type Account, readVideo } from '#tests/worker/media/stack-uploads.ts';

const CHUNK_BYTES = 16 * 2 ** 20;

export type Finished = { video: Video; firstSegmentMs: number };

/** Uploads in chunks; times from the moment the last byte has left to having the whole first segment. */
export async function timeUploadToFirstSegment(account: Account, path: string): Promise<Finished> {
  const { size } = statSync(path);
  const headers = { cookie: account.cookie, origin: account.origin, 'tus-resumable': '1.0.0' };
  const creation = { ...headers, 'upload-length': String(size) };
  const created = await ok(fetch(`${account.origin}/api/uploads`, { method: 'POST', headers: creation }));
  const address = new URL(created.headers.get('location') ?? '', account.origin);
  const patchHeaders = (from: number): Record<string, string> => ({
    ...headers,
    'upload-offset': String(from),
    'content-type': 'application/offset+octet-stream',
  });
  const lastFrom = Math.floor((size - 1) / CHUNK_BYTES) * CHUNK_BYTES;
  const start = (await openAsBlob(path)).slice(0, lastFrom);
  await ok(fetch(address, { method: 'PATCH', headers: patchHeaders(0), body: start }));
  const rest = readFileSync(path).subarray(lastFrom);
  const { location, sentAtMs } = await sendLast(address, patchHeaders(lastFrom), rest);
  const video = await readVideo(account, location);
  const master = new URL(video.hlsUrl ?? '', account.origin);
  for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s']) await read(new URL(name, master));
  return { video, firstSegmentMs: performance.now() - sentAtMs };
}

/** Through node:http, since it tells when the last byte has been handed to the system. */
function sendLast(
  address: URL,
  headers: Record<string, string>,
  bytes: Buffer,
): Promise<{ location: string; sentAtMs: number }> {
  return new Promise((resolve, reject) => {
    let sentAtMs = 0;
    const sending = request(address, {
      method: 'PATCH',
      headers: { ...headers, 'content-length': bytes.length },
    });
    sending.on('finish', () => (sentAtMs = performance.now()));
    sending.on('error', reject);
    sending.on('response', (answer) => {
      answer.resume();
      const location = answer.headers['video-location'];
      if (typeof location === 'string') resolve({ location, sentAtMs });
      else reject(new Error(`the last PATCH answered ${answer.statusCode}`));
    });
    sending.end(bytes);
  });
}

export async function ok(asked: Promise<Response>): Promise<Response> {
  const answer = await asked;
  if (!answer.ok) throw new Error(`${answer.url}: ${answer.status} ${await answer.text()}`);
  return answer;
}

export const read = async (address: URL): Promise<number> =>
  (await (await ok(fetch(address))).arrayBuffer()).byteLength;
