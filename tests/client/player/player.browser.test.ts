import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { pictureOf, waitUntilPlaying } from '#tests/browser/picture.ts';
import { FILM, FILM_FPS } from '#tests/browser/film.ts';
import { waitForRoom, watch, type Visitor } from '#tests/browser/visitor.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

let browser: Browser;
let film: Film;
const open: Visitor[] = [];
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  film = await uploadFilm(await signUp(sharedStack().origin, 'Ann'), { file: FILM });
});
afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close();
});
afterAll(() => browser.close());

const enter = async (): Promise<Page> => {
  const visitor = await watch(browser, `/v/${film.shortId}`);
  open.push(visitor);
  return visitor.page;
};

const inPlayer = <T>(page: Page, use: (player: LockstepPlayer) => T | Promise<T>): Promise<T> =>
  page.locator('lockstep-player').evaluate((element, source) => {
    const run = new Function('player', `return (${source})(player)`) as (player: Element) => Promise<T>;
    return run(element);
  }, use.toString());

/** Loads, goes there and waits until that frame is up. */
async function goTo(page: Page, positionSeconds: number): Promise<void> {
  await inPlayer(page, async (player) => {
    player.load();
    if (player.video.readyState < 1)
      await new Promise((resolve) =>
        player.video.addEventListener('loadedmetadata', resolve, { once: true }),
      );
  });
  await page.locator('lockstep-player').evaluate((element, to) => {
    (element as LockstepPlayer).seekTo(to);
  }, positionSeconds);
  const frame = Math.floor(positionSeconds * FILM_FPS + 1e-3);
  await expect.poll(async () => (await pictureOf(page)).frame, { timeout: 10_000 }).toBe(frame);
  await inPlayer(page, (player) => {
    if (player.video.seeking)
      return new Promise<void>((resolve) => {
        player.video.addEventListener('seeked', () => resolve(), { once: true });
      });
    return undefined;
  });
}

/** What is on the screen, as one number. */
const pixels = (page: Page): Promise<number> =>
  inPlayer(page, async (player) => {
    await new Promise((resolve) => setTimeout(resolve, 200));
    const canvas = new OffscreenCanvas(320, 180);
    const context = canvas.getContext('2d');
    context?.drawImage(player.video, 0, 0, 320, 180);
    const data = context?.getImageData(0, 0, 320, 180).data ?? [];
    let sum = 0;
    for (const [index, value] of data.entries()) sum = (sum * 31 + value * (index + 1)) % 2_147_483_647;
    return sum;
  });

test('a hundred steps forward are a hundred frames, and as many back', async () => {
  const page = await enter();
  await goTo(page, 20.5 / FILM_FPS);
  for (let step = 1; step <= 100; step += 1) {
    await page.keyboard.press('.');
    await expect.poll(async () => (await pictureOf(page)).frame, { interval: 10 }).toBe(20 + step);
  }
  for (let step = 1; step <= 20; step += 1) {
    await page.keyboard.press(',');
    await expect.poll(async () => (await pictureOf(page)).frame, { interval: 10 }).toBe(120 - step);
  }
});

test('a frame is the same picture, whichever segment a viewer started with', async () => {
  const first = await enter();
  await goTo(first, 0.5 / FILM_FPS);
  await goTo(first, 900.5 / FILM_FPS);
  const second = await enter();
  await goTo(second, 900.5 / FILM_FPS);
  expect(await pixels(second)).toBe(await pixels(first));
  await second.keyboard.press('.');
  await expect.poll(async () => (await pictureOf(second)).frame).toBe(901);
  expect(await pixels(second)).not.toBe(await pixels(first));
});

test('a stream that cannot be had says so in words, and is tried again on request', async () => {
  const page = await enter();
  await page.route('**/media/**/*.m3u8', (route) => route.abort());
  await page.reload();
  await waitForRoom(page);
  await page.keyboard.press('k');
  await page.getByRole('alert').filter({ hasText: 'The video cannot be reached.' }).waitFor();
  await page.unroute('**/media/**/*.m3u8');
  await page.getByRole('button', { name: 'Try again' }).click();
  // It was asked to play before, and does.
  await waitUntilPlaying(page);
});

test('a marker goes to its moment and tells the page which comments it stands for', async () => {
  const page = await enter();
  await goTo(page, 0.5 / FILM_FPS);
  await inPlayer(page, (player) => {
    player.markers = [
      { id: 'a', positionSeconds: 30.016, label: 'Ann: look here' },
      { id: 'b', positionSeconds: 30.1, label: 'Bob: and here' },
    ];
    player.addEventListener('markerselect', (event) => {
      player.dataset['chosen'] = JSON.stringify((event as CustomEvent).detail);
    });
  });
  await page.getByRole('button', { name: '2 comments: Ann: look here' }).click();
  await expect.poll(async () => (await pictureOf(page)).frame).toBe(900);
  expect(await inPlayer(page, (player) => player.dataset['chosen'])).toBe(
    JSON.stringify({ ids: ['a', 'b'], positionSeconds: 30.016 }),
  );
});
