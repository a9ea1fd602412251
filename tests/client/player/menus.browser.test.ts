import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { violationsOf } from '#tests/browser/axe.ts';
import { FILM } from '#tests/browser/film.ts';
import { pictureOf, waitUntilPlaying } from '#tests/browser/picture.ts';
import { watch, type Visitor } from '#tests/browser/visitor.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { projectRoot } from '#worker/local/project-root.ts';
import { CHAPTERS, STORYBOARD } from '#worker/local/seed/content.ts';

let browser: Browser;
let film: Film;
const open: Visitor[] = [];
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
  const path = `/api/videos/${film.id}`;
  const jpeg = { 'content-type': 'image/jpeg' };
  const picture = new Uint8Array(readFileSync(join(projectRoot, STORYBOARD.file)));
  await owner.session.send('PUT', `${path}/storyboard?${STORYBOARD.query}`, jpeg, picture);
  await owner.session.json('PUT', `${path}/chapters`, { chapters: CHAPTERS });
  const cues = [{ startSeconds: 0, endSeconds: 60, text: 'Es war einmal' }];
  await owner.session.json('PUT', `${path}/transcripts/en`, { cues });
  await owner.session.json('PUT', `${path}/transcripts/de`, { cues });
});
afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close();
});
afterAll(() => browser.close());

const enter = async (): Promise<Page> => {
  const visitor = await watch(browser, `/v/${film.shortId}?t=3`);
  open.push(visitor);
  return visitor.page;
};
const player = (page: Page) => page.locator('lockstep-player');
const focused = (page: Page) =>
  player(page).evaluate((element) => element.shadowRoot?.activeElement?.getAttribute('aria-label') ?? null);

test('by keyboard alone: speed, chapters and captions are chosen, and axe finds nothing wrong', async () => {
  const page = await enter();
  await player(page).getByRole('button', { name: 'Settings' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('menu', { name: 'Settings' }).waitFor();
  await page.keyboard.press('Enter');
  const speeds = page.getByRole('menu', { name: 'Speed' });
  await speeds.getByRole('menuitemradio', { name: '1×', exact: true, checked: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await speeds.waitFor({ state: 'detached' });
  expect(await pictureOf(page)).toMatchObject({ rate: 1.5, isPlaying: false });
  expect(await focused(page)).toBe('Settings');

  await player(page).getByRole('button', { name: 'Chapter: Morning over the meadow' }).press('Enter');
  await page.keyboard.press('b');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await pictureOf(page)).positionSeconds).toBeCloseTo(11.883, 2);

  await player(page).getByRole('button', { name: 'Captions' }).press('Enter');
  await page.keyboard.press('d');
  await page.keyboard.press('Enter');
  const shown = () =>
    player(page).evaluate(
      (element) =>
        (element as LockstepPlayer).captions.length > 0 &&
        [...(element as LockstepPlayer).video.textTracks]
          .filter(({ mode, kind }) => mode === 'showing' && kind === 'captions')
          .map(({ language }) => language)
          .join(),
    );
  await expect.poll(shown).toBe('de');
  await page.keyboard.press('Escape');
  // Kept for the next video, and switched by its key.
  await page.reload();
  await expect.poll(shown).toBe('de');
  await page.keyboard.press('c');
  await expect.poll(shown).toBe('');
});

test('the bar shows picture, timecode and chapter by pointer and by keyboard', async () => {
  const page = await enter();
  const bar = player(page).getByRole('slider', { name: 'Seek' });
  const preview = player(page).locator('#preview');
  const box = await bar.boundingBox();
  if (!box) throw new Error('There is no bar.');
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
  await preview.getByText(/00:00:1[78]:\d\d/).waitFor();
  await preview.getByText('A bird tries its voice').waitFor();
  const picture = preview.locator('.preview-picture');
  await picture.waitFor();
  expect(await picture.evaluate((element) => getComputedStyle(element).backgroundImage)).toContain(
    'storyboard.jpg',
  );
  await page.mouse.move(0, 0);
  await preview.waitFor({ state: 'hidden' });
  await bar.focus();
  await page.keyboard.press('ArrowRight');
  await preview.getByText('Morning over the meadow').waitFor();
  expect(await bar.getAttribute('aria-valuetext')).toMatch(
    /^\d seconds of 1 minute, Morning over the meadow$/,
  );
});

test('on the picture a menu of our own copies the frame on show', async () => {
  const page = await enter();
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect.poll(async () => (await pictureOf(page)).frame).toBe(90);
  const box = await player(page).boundingBox();
  await page.mouse.click((box?.x ?? 0) + 200, (box?.y ?? 0) + 80, { button: 'right' });
  await page.getByRole('menuitem', { name: /^Copy link at .00:00:03:00/ }).click();
  await page.getByRole('status').filter({ hasText: 'Link copied' }).waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    `${sharedStack().origin}/v/${film.shortId}?f=90`,
  );
});

test('single letters can be turned off for good, other keys go on', async () => {
  const page = await enter();
  await page.keyboard.press('Shift+?');
  await page.getByRole('checkbox', { name: /single letter/ }).uncheck();
  await page.keyboard.press('Escape');
  await page.keyboard.press('k');
  await page.keyboard.press('m');
  expect(await pictureOf(page)).toMatchObject({ isPlaying: false, isMuted: false });
  await page.keyboard.press('Space');
  await waitUntilPlaying(page);
});

test('where full screen is the video’s only, the player fills the page, says so, and comes back', async () => {
  const context = await browser.newContext({ viewport: { width: 400, height: 700 } });
  try {
    await context.addInitScript(() => Object.defineProperty(document, 'fullscreenEnabled', { value: false }));
    const page = await context.newPage();
    await page.goto(`${sharedStack().origin}/v/${film.shortId}?t=3`);
    await player(page).getByRole('button', { name: 'Fill screen' }).waitFor();
    const before = await player(page).boundingBox();
    await player(page).getByRole('button', { name: 'Fill screen' }).click();
    await page.getByRole('status').filter({ hasText: 'Fills the screen.' }).waitFor();
    expect(await player(page).boundingBox()).toEqual({ x: 0, y: 0, width: 400, height: 700 });
    await player(page).getByRole('button', { name: 'Leave fill screen' }).waitFor();
    await page.keyboard.press('Escape');
    expect(await player(page).boundingBox()).toEqual(before);
  } finally {
    await context.close();
  }
});

test('in another language every word is that language’s, and time still runs from left to right', async () => {
  const page = await enter();
  await player(page).evaluate((element) => {
    document.documentElement.dir = 'rtl';
    element.setAttribute('lang', 'ar-XB');
  });
  await player(page)
    .getByRole('button', { name: /^\u202esgnitteS|^\u202eSettings/ })
    .click();
  await page.getByRole('menu').waitFor();
  const said = await player(page).evaluate((element) => {
    const root = element.shadowRoot ?? element;
    const named = [...root.querySelectorAll('[aria-label], [title]')].flatMap((one) => [
      one.getAttribute('aria-label'),
      one.getAttribute('title'),
    ]);
    const written = [...root.querySelectorAll('.menu-line span, [data-say], .action')].map(
      (one) => one.textContent,
    );
    return [...named, ...written].filter((words) => words);
  });
  expect(said.length).toBeGreaterThan(15);
  // The film's name is not the player's word.
  expect(said.filter((words) => !words?.includes('\u202e'))).toEqual(['Big Buck Bunny']);
  expect(
    await player(page)
      .locator('.menu')
      .evaluate((menu) => getComputedStyle(menu).direction),
  ).toBe('rtl');
  const bar = await player(page).getByRole('slider').first().boundingBox();
  if (!bar) throw new Error('There is no bar.');
  await page.keyboard.press('Escape');
  await page.mouse.click(bar.x + bar.width * 0.1, bar.y + bar.height / 2);
  await expect.poll(async () => (await pictureOf(page)).positionSeconds).toBeCloseTo(6, 0);
});
