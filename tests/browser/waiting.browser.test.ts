import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, BrowserContext, Route } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { startScreening, visit, waitForRoom, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let ann: Visitor;
let bo: Visitor;
let film: { open: () => Promise<void> };
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const { origin } = sharedStack();
  const { shortId } = await uploadFilm(await signUp(origin, 'Owner'), { file: FILM });
  ann = await watch(browser, `/v/${shortId}`, await enterAsGuest(origin, 'Ann'));
  const link = await startScreening(ann);
  bo = await visit(browser, `/v/${shortId}`, await enterAsGuest(origin, 'Bo'));
  film = await withholdFrom(bo.context);
  await bo.page.goto(new URL(link, origin).href);
  await waitForRoom(bo.page);
});
afterAll(() => browser.close());

/** Of the film, this browser gets its beginning only; the rest when the gate is opened. */
async function withholdFrom(context: BrowserContext): Promise<{ open: () => Promise<void> }> {
  const held: Route[] = [];
  let isOpen = false;
  await context.route(/\/s\d+\.m4s/, async (route) => {
    const number = Number(/\/s(\d+)\.m4s/.exec(route.request().url())?.[1]);
    if (isOpen || number < 2) await route.continue();
    else held.push(route);
  });
  return {
    async open() {
      isOpen = true;
      // What hls.js has given up meanwhile cannot be continued.
      await Promise.all(held.map((route) => route.continue().catch(() => undefined)));
    },
  };
}

const POLL = { timeout: 10_000 };
const both = (): [Visitor, Visitor] => [ann, bo];

test('everyone waits for who has nothing to show, by name and not for long', async () => {
  const [a, b] = both();
  // The invitation, which opens by itself, lies over the picture.
  await a.page.keyboard.press('Escape');
  await a.page.getByLabel('If a video stalls').selectOption('wait');
  await b.page.getByText('Wait for everyone (up to 10 s)').waitFor();
  await a.page.locator('h1').press('k');
  await waitUntilPlaying(b.page);
  await a.page.locator('h1').press('5');
  await a.page.getByText(/Waiting for Bo… starts anyway in \d+ s/).waitFor();
  await b.page.getByText(/Waiting for you… starts anyway in \d+ s/).waitFor();
  await expect.poll(async () => (await pictureOf(a.page)).isPlaying, POLL).toBe(false);
  expect(await violationsOf(a.page)).toEqual([]);
});

test('whose picture is held back can pause the others, and the button says what is done to all', async () => {
  const [a, b] = both();
  await b.page.getByRole('button', { name: 'Pause', exact: true }).waitFor();
  await b.page.locator('h1').press('k');
  await a.page.getByText('Bo paused at').first().waitFor();
  for (const { page } of both()) await page.getByRole('button', { name: 'Play', exact: true }).waitFor();
  await a.page.locator('h1').press('k');
  await a.page.getByText(/Waiting for Bo… starts anyway in \d+ s/).waitFor();
});

test('whoever may steer can go on without them', async () => {
  const [a, b] = both();
  await a.page.getByRole('button', { name: 'Start anyway' }).click();
  await a.page.getByText('starts anyway in').waitFor({ state: 'detached' });
  await waitUntilPlaying(a.page);
  await b.page.getByText(/You are [\d.]+ s behind/).waitFor();
  // Those who see it know who does not.
  await a.page.locator('.avatar[title*="Bo"][title*="behind"]').waitFor();
  expect(await violationsOf(b.page)).toEqual([]);
});

test('with the picture there again both are in step', async () => {
  const [a, b] = both();
  await film.open();
  await b.page.getByText(/You are [\d.]+ s behind/).waitFor({ state: 'detached' });
  await a.page.locator('h1').press('k');
  await expect
    .poll(async () => {
      const [one, other] = await Promise.all([pictureOf(a.page), pictureOf(b.page)]);
      return { isStill: !one.isPlaying && !other.isPlaying, isSame: one.frame === other.frame };
    }, POLL)
    .toEqual({ isStill: true, isSame: true });
  expect([a.errors, b.errors]).toEqual([[], []]);
});
