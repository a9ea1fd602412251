import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { FILM } from './film.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { visit, watch } from './visitor.ts';

let browser: Browser;
let film: Film;
beforeAll(async () => {
  browser = await launchBrowser();
  const owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM, title: 'Counting' });
  const chapters = [
    { title: 'Low numbers', startSeconds: 0, endSeconds: 20 },
    { title: 'High numbers', startSeconds: 20, endSeconds: 60 },
  ];
  await owner.session.json('PUT', `/api/videos/${film.id}/chapters`, { chapters });
});
afterAll(() => browser.close());

test('a link at a moment opens there', async () => {
  const { page } = await watch(browser, `/v/${film.shortId}?t=42`);
  await expect
    .poll(async () => (await pictureOf(page)).positionSeconds, { timeout: 15_000 })
    .toBeCloseTo(42, 1);
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  expect((await pictureOf(page)).positionSeconds).toBeGreaterThan(42);
});

test('Share offers the link as it is and at the moment shown', async () => {
  const { page, context } = await watch(browser, `/v/${film.shortId}?t=42`);
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const copied = () => page.evaluate(() => navigator.clipboard.readText());
  const link = `${sharedStack().origin}/v/${film.shortId}`;
  await page.getByRole('button', { name: 'Share' }).click();
  await page.getByRole('button', { name: 'Copy link', exact: true }).click();
  await expect.poll(copied).toBe(link);
  await page.getByRole('button', { name: /Copy link at 0:42/ }).click();
  await expect.poll(copied).toBe(`${link}?t=42`);
});

test('a chapter is the way to its start, and the one on show is marked', async () => {
  const { page } = await watch(browser, `/v/${film.shortId}`);
  await page.getByRole('tab', { name: /Chapters/ }).click();
  const panel = page.getByRole('tabpanel', { name: /Chapters/ });
  const chapter = panel.getByRole('button', { name: /High numbers/ });
  await chapter.click();
  await expect
    .poll(async () => (await pictureOf(page)).positionSeconds, { timeout: 15_000 })
    .toBeCloseTo(20, 1);
  await expect.poll(() => chapter.getAttribute('aria-current'), { timeout: 10_000 }).toBe('true');
});

test('the front page leads to the film', async () => {
  const { page } = await visit(browser, '/');
  await page.getByRole('link', { name: 'Counting' }).first().click();
  await page.waitForURL(/\/v\/[\w-]{11}$/);
  await page.getByRole('heading', { level: 1, name: 'Counting' }).waitFor();
});
