import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { commentIn, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let owner: Person;
let film: Film;
const open: Visitor[] = [];
beforeAll(async () => {
  browser = await launchBrowser();
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
});
afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close();
});
afterAll(() => browser.close());

const enter = async (): Promise<Visitor> => {
  const visitor = await watch(browser, `/v/${film.shortId}`, owner);
  open.push(visitor);
  return visitor;
};

test('typing "k m f , . 5 space" in the comment box leaves the player alone', async () => {
  const { page } = await enter();
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  await page.keyboard.press('k');
  await page.getByLabel('Comment', { exact: true }).click();
  const before = await pictureOf(page);
  await page.keyboard.type('k m f , . 5 ');
  await page.keyboard.press('ArrowLeft');
  expect(await page.getByLabel('Comment', { exact: true }).inputValue()).toBe('k m f , . 5 ');
  expect(await pictureOf(page)).toEqual(before);
});

test('by keyboard alone: play, seek, step, comment', async () => {
  const visitor = await enter();
  const { page } = visitor;
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  await page.keyboard.press('k');
  await expect.poll(async () => (await pictureOf(page)).isPlaying).toBe(false);
  await page.keyboard.press('5');
  await expect
    .poll(async () => (await pictureOf(page)).positionSeconds, { timeout: 10_000 })
    .toBeCloseTo(30, 0);
  const { frame } = await pictureOf(page);
  await page.keyboard.press('.');
  await expect.poll(async () => (await pictureOf(page)).frame).toBe((frame ?? 0) + 1);
  await page.keyboard.press(',');
  await expect.poll(async () => (await pictureOf(page)).frame).toBe(frame);
  await page.keyboard.press('n');
  await page.keyboard.type('Said without a pointer');
  await page.keyboard.press('Control+Enter');
  await commentIn(visitor, 'Said without a pointer').getByText('0:30').waitFor();
  expect((await pictureOf(page)).frame).toBe(frame);
});

test('Escape in the composer asks before it throws a text away', async () => {
  const { page } = await enter();
  const box = page.getByLabel('Comment', { exact: true });
  await page.keyboard.press('n');
  await page.keyboard.type('Half a thought');
  await page.keyboard.press('Escape');
  const question = page.getByRole('group', { name: 'Discard what you wrote?' });
  await question.waitFor();
  await page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  expect(await box.inputValue()).toBe('Half a thought');
  await page.keyboard.press('Escape');
  await question.waitFor();
  await page.keyboard.press('Enter');
  await expect.poll(() => box.inputValue()).toBe('');
});

test('the moment of a comment stands from its first letter on', async () => {
  const { page } = await enter();
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  await page.keyboard.press('n');
  await page.keyboard.type('A');
  const chip = page.locator('.composer .timecode');
  const moment = await chip.textContent();
  await expect
    .poll(async () => (await pictureOf(page)).positionSeconds, { timeout: 10_000 })
    .toBeGreaterThan(3);
  expect(await chip.textContent()).toBe(moment);
});

test('? lists the keys, and Escape goes back', async () => {
  const { page } = await enter();
  await page.keyboard.press('Shift+?');
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await dialog.getByText('Play or pause').waitFor();
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'hidden' });
});

test('tabs are one stop, and arrows move between them', async () => {
  const { page } = await enter();
  await page.getByRole('tab', { name: /Comments/ }).focus();
  const before = await pictureOf(page);
  await page.keyboard.press('ArrowRight');
  await page.getByRole('tabpanel', { name: /People/ }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('tab-people');
  expect(await pictureOf(page)).toEqual(before);
});
