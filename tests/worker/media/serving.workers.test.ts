import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Video } from '#worker/library/view.ts';
import { posterKey, sourceKey } from '#worker/media/keys.ts';
import { film } from '#tests/support/mp4/films.ts';
import { readFileStreams, readServedStreams, type Stream } from '#tests/support/mp4/streams.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { signOpenGrant } from './open-grant.ts';
import { uploadWhole } from './uploader.ts';

// Chunks lie more than 64 KiB apart, so a segment has several ranges.
const file = writeMp4(film({ gapBytes: 70_000 }));
const nobody = new Visitor();
let video: Video;
let base = '';

beforeAll(async () => {
  video = await uploadWhole(await signUp(), file);
  base = (video.hlsUrl ?? '').replace('master.m3u8', '');
});

const get = (name: string, headers?: Record<string, string>): Promise<Response> =>
  nobody.get(`${base}${name}`, headers);
const bytesOf = async (answer: Response): Promise<Uint8Array> => new Uint8Array(await answer.arrayBuffer());

describe('what players read', () => {
  test('S1 from the master playlist to every sample', async () => {
    const master = await (await get('master.m3u8')).text();
    expect(master).toContain('index.m3u8');
    const names = (await (await get('index.m3u8')).text())
      .split('\n')
      .filter((line) => line.endsWith('.m4s'));
    expect(names).toEqual(['s0.m4s', 's1.m4s', 's2.m4s', 's3.m4s']);
    const init = await bytesOf(await get('init.mp4'));
    const segments: Uint8Array[] = [];
    for (const name of names) {
      const answer = await get(name);
      const bytes = await bytesOf(answer);
      expect(answer.headers.get('content-length')).toBe(String(bytes.length));
      expect(answer.headers.get('content-type')).toBe('video/mp4');
      segments.push(bytes);
    }
    const essence = (streams: Stream[]) =>
      streams.map(({ kind, samples }) => ({
        kind,
        samples: samples.map(({ bytes, isSync }) => ({ bytes, isSync })),
      }));
    expect(essence(readServedStreams(init, segments))).toEqual(essence(readFileStreams(file)));
  });

  test('S6 what never changes says so, what may change does not, and all origins may read', async () => {
    for (const name of ['init.mp4', 's0.m4s', 'master.m3u8', 'index.m3u8']) {
      const answer = await get(name, { origin: 'https://elsewhere.example' });
      await answer.arrayBuffer();
      const isImmutable = !name.endsWith('m3u8');
      expect(Object.fromEntries(answer.headers)).toMatchObject({
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
        'accept-ranges': 'bytes',
        'cache-control': isImmutable ? 'public, max-age=31536000, immutable' : 'public, max-age=60',
      });
    }
    const preflight = await nobody.ask('OPTIONS', `${base}s0.m4s`);
    expect([preflight.status, preflight.headers.get('access-control-allow-methods')]).toEqual([
      204,
      'GET, HEAD, OPTIONS',
    ]);
  });

  test('S6 a poster, where there is one', async () => {
    expect((await get('poster.jpg')).status).toBe(404);
    await env.MEDIA.put(posterKey(video.shortId), new Uint8Array([0xff, 0xd8, 0xff]));
    const answer = await get('poster.jpg');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/jpeg']);
    expect(await bytesOf(answer)).toEqual(new Uint8Array([0xff, 0xd8, 0xff]));
  });
});

describe('ranges, tags and HEAD', () => {
  test('S2 every single range is cut out of the whole, across the seams of fragment and ranges', async () => {
    const whole = await bytesOf(await get('s1.m4s'));
    const size = whole.length;
    const inner = [0, 1, 7, 500, 1500, 2500, size >> 1, size - 2, size - 1];
    for (const start of inner) {
      for (const end of inner.filter((one) => one >= start)) {
        const answer = await get('s1.m4s', { range: `bytes=${start}-${end}` });
        expect([answer.status, answer.headers.get('content-range')]).toEqual([
          206,
          `bytes ${start}-${end}/${size}`,
        ]);
        expect(await bytesOf(answer)).toEqual(whole.slice(start, end + 1));
      }
    }
  });

  test('S2 open, suffix, overlong, odd and impossible ranges', async () => {
    const whole = await bytesOf(await get('s0.m4s'));
    const size = whole.length;
    const cases: [string, number, string | null][] = [
      ['bytes=10-', 206, `bytes 10-${size - 1}/${size}`],
      ['bytes=-10', 206, `bytes ${size - 10}-${size - 1}/${size}`],
      [`bytes=-${size * 2}`, 206, `bytes 0-${size - 1}/${size}`],
      [`bytes=5-${size * 2}`, 206, `bytes 5-${size - 1}/${size}`],
      ['bytes=0-1,4-5', 200, null],
      ['bytes=9-3', 200, null],
      ['bytes=-', 200, null],
      ['frames=0-1', 200, null],
      [`bytes=${size}-`, 416, `bytes */${size}`],
      ['bytes=-0', 416, `bytes */${size}`],
    ];
    for (const [range, status, contentRange] of cases) {
      const answer = await get('s0.m4s', { range });
      await answer.arrayBuffer();
      expect([range, answer.status, answer.headers.get('content-range')]).toEqual([
        range,
        status,
        contentRange,
      ]);
    }
    const list = await get('index.m3u8', { range: 'bytes=0-6' });
    expect([list.status, await list.text()]).toEqual([206, '#EXTM3U']);
  });

  test('S3 known tags answer 304, and ranges of another version the whole', async () => {
    for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s']) {
      const first = await get(name);
      const size = (await bytesOf(first)).length;
      const tag = first.headers.get('etag') ?? '';
      expect(tag).toMatch(/^"[\w.-]+"$/);
      for (const known of [tag, `W/${tag}`, `"other", ${tag}`, '*']) {
        const answer = await get(name, { 'if-none-match': known });
        expect([answer.status, answer.headers.get('etag'), (await bytesOf(answer)).length]).toEqual([
          304,
          tag,
          0,
        ]);
      }
      const other = await get(name, { 'if-none-match': '"other"' });
      expect([other.status, (await bytesOf(other)).length]).toEqual([200, size]);
      const matching = await get(name, { range: 'bytes=0-3', 'if-range': tag });
      expect([matching.status, (await bytesOf(matching)).length]).toEqual([206, 4]);
      const stale = await get(name, { range: 'bytes=0-3', 'if-range': '"other"' });
      expect([stale.status, (await bytesOf(stale)).length]).toEqual([200, size]);
    }
  });

  test('S4 HEAD tells what GET would send', async () => {
    for (const name of ['master.m3u8', 'index.m3u8', 'init.mp4', 's0.m4s', 's3.m4s']) {
      const got = await get(name);
      const size = (await bytesOf(got)).length;
      const head = await nobody.ask('HEAD', `${base}${name}`);
      expect(head.status).toBe(200);
      expect((await bytesOf(head)).length).toBe(0);
      for (const header of ['etag', 'content-type', 'cache-control', 'accept-ranges']) {
        expect(head.headers.get(header)).toBe(got.headers.get(header));
      }
      expect(head.headers.get('content-length')).toBe(String(size));
    }
  });
});

describe('who may read', () => {
  const at = (grant: string, { shortId = video.shortId, version = '', name = 'master.m3u8' } = {}): string =>
    `/media/${grant}/${shortId}/${version || base.split('/').at(-2)}/${name}`;
  const inAnHour = (): number => Math.floor(Date.now() / 1000) + 3600;

  test('S5 a grant that is forged, expired, garbled or of another video opens nothing', async () => {
    const own = await signOpenGrant(env.TICKET_SECRET, video.shortId, inAnHour());
    expect((await nobody.get(at(own))).status).toBe(200);
    const [expiry = '', since = '', right = '', signature = ''] = own.split('.');
    const grants = [
      await signOpenGrant('a secret that is not ours, 32 characters', video.shortId, inAnHour()),
      await signOpenGrant(env.TICKET_SECRET, video.shortId, Date.now() / 1000 - 1),
      await signOpenGrant(env.TICKET_SECRET, 'other-video', inAnHour()),
      `${(inAnHour() * 2).toString(36)}.${since}.${right}.${signature}`,
      `${expiry}.${Date.now().toString(36)}.${right}.${signature}`,
      `${expiry}.${since}.w.${signature}`,
      `${expiry}.${since}.${right}.${signature.slice(0, -1)}`,
      `${expiry}.${since}.${right}.${'A'.repeat(43)}`,
      `${expiry}.${signature}`,
      expiry,
      'x'.repeat(5000),
      '%00',
    ];
    for (const grant of grants) {
      const answer = await nobody.get(at(grant));
      expect([grant, answer.status, answer.headers.get('content-type')]).toEqual([
        grant,
        403,
        'application/problem+json',
      ]);
    }
  });

  test('S5 with a grant, what does not exist is NOT_FOUND', async () => {
    const grant = base.split('/')[2] ?? '';
    const absent = [
      at(grant, { version: '1-0000000000000000' }),
      at(grant, { version: '..%2f..' }),
      ...['s4.m4s', 's-1.m4s', 's00.m4s', 's1e1.m4s', 'source', 'x.index', 's0.mp4'].map((name) =>
        at(grant, { name }),
      ),
    ];
    for (const path of absent) {
      const answer = await nobody.get(path);
      expect([path, answer.status]).toEqual([path, 404]);
    }
  });

  test('S5 a video whose file is gone answers in words', async () => {
    const other = await uploadWhole(await signUp(), file);
    await env.MEDIA.delete(sourceKey(other.shortId));
    const answer = await nobody.get((other.hlsUrl ?? '').replace('master.m3u8', 's0.m4s'));
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json']);
  });
});
