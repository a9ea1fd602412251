import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { projectRoot } from '../../worker/local/project-root.ts';

declare const Hls: new () => { loadSource(url: string): void; attachMedia(video: HTMLVideoElement): void };

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
});
afterAll(() => browser.close());

// The harness itself, apart from our pages: if this fails, so does everything that plays.
test('the test browser presents frames of an uploaded H.264 film over HLS', async () => {
  const { origin } = sharedStack();
  const { hlsUrl } = await uploadFilm(await signUp(origin));
  const page = await browser.newPage({ bypassCSP: true });
  await page.goto(`${origin}/healthz`);
  await page.addScriptTag({ path: join(projectRoot, 'node_modules/hls.js/dist/hls.min.js') });
  const presented = await page.evaluate(async (url) => {
    const video = document.body.appendChild(document.createElement('video'));
    const hls = new Hls();
    hls.loadSource(url);
    hls.attachMedia(video);
    await video.play();
    const nextFrame = () =>
      new Promise<VideoFrameCallbackMetadata>((resolve) => {
        video.requestVideoFrameCallback((_now, frame) => resolve(frame));
      });
    let frame = await nextFrame();
    while (frame.mediaTime < 0.5) frame = await nextFrame();
    return { width: frame.width, height: frame.height };
  }, new URL(hlsUrl, origin).href);
  expect(presented).toEqual({ width: 1920, height: 1080 });
});
