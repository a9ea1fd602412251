import { Upload } from 'tus-js-client';
import { signUp } from '#tests/support/people.ts';
import type { Video } from '#worker/library/view.ts';

/** Somebody with an account on a running product, over real HTTP. */
export type Account = { origin: string; cookie: string };

export async function openAccount(origin: string): Promise<Account> {
  const { session } = await signUp(origin);
  const cookie = [...session.cookies].map(([name, value]) => `${name}=${value}`);
  return { origin, cookie: cookie.join('; ') };
}

/** Uploads with the client that browsers use, in chunks as it would send them; answers the video. */
export async function uploadWithTus(account: Account, file: Buffer, chunkSize = 5 * 2 ** 20): Promise<Video> {
  const location = await new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: `${account.origin}/api/uploads`,
      chunkSize,
      headers: { cookie: account.cookie, origin: account.origin },
      metadata: { filename: 'film.mp4', filetype: 'video/mp4' },
      retryDelays: null,
      onError: reject,
      onSuccess: ({ lastResponse }) => resolve(lastResponse.getHeader('Video-Location') ?? ''),
    });
    upload.start();
  });
  return readVideo(account, location);
}

export async function readVideo({ origin, cookie }: Account, location: string): Promise<Video> {
  const answer = await fetch(`${origin}${location}`, { headers: { cookie } });
  if (!answer.ok) throw new Error(`${location}: ${answer.status} ${await answer.text()}`);
  return (await answer.json()) as Video;
}

/** Everything a player would read of a video. */
export async function playThrough(
  origin: string,
  hlsUrl: string,
): Promise<{ init: Uint8Array; segments: Uint8Array[] }> {
  const at = (name: string): string => new URL(name, new URL(hlsUrl, origin)).href;
  const read = async (name: string): Promise<Uint8Array> => {
    const answer = await fetch(at(name));
    if (!answer.ok) throw new Error(`${name}: ${answer.status} ${await answer.text()}`);
    return new Uint8Array(await answer.arrayBuffer());
  };
  const names = new TextDecoder().decode(await read('index.m3u8')).match(/s\d+\.m4s/g) ?? [];
  const segments: Uint8Array[] = [];
  for (const name of names) segments.push(await read(name));
  return { init: await read('init.mp4'), segments };
}
