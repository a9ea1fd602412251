import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { enterAsGuest, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { postComment, startScreening, visit, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let owner: Person;
let film: Film;
const open: Visitor[] = [];
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
});
afterEach(async () => {
  for (const { context } of open.splice(0)) await context.close();
});
afterAll(() => browser.close());

const enter = async (visiting: Promise<Visitor>): Promise<Visitor> => {
  const visitor = await visiting;
  open.push(visitor);
  return visitor;
};

test.each(['/', '/sign-in', '/v/aaaaaaaaaaa', '/s/aaaaaaaaaaa'])('%s, light and dark', async (path) => {
  const { page } = await enter(visit(browser, path));
  // Without motion: in the middle of a change of colours there is no contrast to measure.
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  expect(await violationsOf(page)).toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  expect(await violationsOf(page)).toEqual([]);
});

test('/v with nothing said yet, for a visitor without a name', async () => {
  const { page } = await enter(watch(browser, `/v/${film.shortId}`));
  await page.getByText('Be the first').waitFor();
  expect(await violationsOf(page)).toEqual([]);
});

test('/v in each of its states: menus, questions, shortcuts, people', async () => {
  const visitor = await enter(watch(browser, `/v/${film.shortId}`, owner));
  const { page } = visitor;
  await postComment(visitor, 'Look at 0:40 again');
  await page.getByRole('button', { name: 'Reply' }).click();
  await page.getByRole('button', { name: 'Share' }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Watch links' }).click();
  await page.getByRole('button', { name: 'Make link' }).click();
  await page.getByRole('button', { name: /^Take back/ }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await page.getByRole('tab', { name: /People/ }).click();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Shortcuts' }).click();
  expect(await violationsOf(page)).toEqual([]);
});

test('/s while two play in step', async () => {
  const host = await enter(watch(browser, `/v/${film.shortId}`, owner));
  const link = await startScreening(host);
  const guest = await enter(watch(browser, link, await enterAsGuest(sharedStack().origin, 'Bob')));
  await host.page.keyboard.press('k');
  await waitUntilPlaying(guest.page);
  await guest.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOf(host.page)).toEqual([]);
  expect(await violationsOf(guest.page)).toEqual([]);
});
