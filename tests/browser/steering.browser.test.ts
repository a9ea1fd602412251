import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';
import { pictureOf } from './picture.ts';
import { postComment, startScreening, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let link: string;
let ann: Visitor;
let bo: Visitor;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const { origin } = sharedStack();
  // Neither of them manages the video: only the host decides.
  const film = await uploadFilm(await signUp(origin, 'Owner'), { file: FILM });
  ann = await watch(browser, `/v/${film.shortId}`, await enterAsGuest(origin, 'Ann'));
  link = await startScreening(ann);
  bo = await watch(browser, link, await enterAsGuest(origin, 'Bo'));
});
afterAll(() => browser.close());

const both = (): [Visitor, Visitor] => [ann, bo];
const bar = ({ page }: Visitor) => page.getByRole('region', { name: 'Screening' });
const positionOf = async ({ page }: Visitor) => Math.round((await pictureOf(page)).positionSeconds);
/** Everything is said in one voice, in one breath every three seconds. */
const waitUntilSaid = ({ page }: Visitor, words: string) =>
  page.locator('[aria-live="polite"]').filter({ hasText: words }).waitFor({ state: 'attached' });
const POLL = { timeout: 10_000 };
/** Puts the focus where the player's keys are heard. */
const press = ({ page }: Visitor, key: string) => page.locator('h1').press(key);

test('who steers is the same words for host and guest', async () => {
  const [a, b] = both();
  await bar(b).getByText('Anyone', { exact: true }).waitFor();
  await bar(a).getByLabel('Who steers').selectOption({ label: 'Ask Ann' });
  await bar(b).getByText('Ask Ann').waitFor();
  await waitUntilSaid(b, 'Who steers: Ask Ann');
  expect(await bar(b).getByLabel('Who steers').count()).toBe(0);
});

test('who may not steer is told why, and the picture stays', async () => {
  const [a, b] = both();
  await press(b, 'l');
  await b.page.getByText('Ann decides who steers.').waitFor();
  expect([await positionOf(a), await positionOf(b)]).toEqual([0, 0]);
  expect(await violationsOf(b.page)).toEqual([]);
  const range = b.page.locator('lockstep-time-range');
  const shown = () => range.evaluate((bar) => (bar as HTMLElement & { range: HTMLInputElement }).range.value);
  await range.click();
  expect(await shown()).not.toBe('0');
  await expect.poll(shown, POLL).toBe('0');
});

test('asking is heard by the host, who lets; then the picture moves for both', async () => {
  const [a, b] = both();
  await bar(b).getByRole('button', { name: 'Ask to control' }).click();
  await bar(b).getByText('Asked…').waitFor();
  await bar(a).getByText('Bo asks to control').waitFor();
  await waitUntilSaid(a, 'Bo asks to control');
  await a.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOf(a.page)).toEqual([]);
  await bar(a).getByRole('button', { name: 'Allow Bo to control' }).waitFor();
  await press(a, 'y');
  await bar(b).getByText('You can control').waitFor();
  await press(b, 'l');
  await expect.poll(() => positionOf(a), POLL).toBe(10);
  await bar(b).getByRole('button', { name: 'Give back' }).click();
  await bar(b).getByRole('button', { name: 'Ask to control' }).waitFor();
});

test('the host hands over, and then is a guest like any other', async () => {
  const [a, b] = both();
  await a.page.getByRole('tab', { name: /People/ }).click();
  expect(await violationsOf(a.page)).toEqual([]);
  await a.page.getByRole('button', { name: 'Make host: Bo' }).click();
  await bar(b).getByLabel('Who steers').waitFor();
  await bar(a).getByText('Ask Bo').waitFor();
  await bar(a).getByText('You made Bo the host. Only Bo can hand it back.').waitFor();
  await press(a, 'l');
  await a.page.getByText('Bo decides who steers.').waitFor();
  expect(await positionOf(b)).toBe(10);
});

test('a host who has left is stood in for', async () => {
  const [a, b] = both();
  await bar(b).getByRole('button', { name: 'Leave' }).click();
  await bar(a).getByText('Bo (host) is away').waitFor();
  await bar(a).getByRole('button', { name: 'Take over' }).click();
  await bar(a).getByLabel('Who steers').waitFor();
  await bar(b).getByRole('button', { name: 'Rejoin the screening' }).click();
  await bar(b).getByText('Ask Ann').waitFor();
});

test('its end leaves a recap, here and by its link', async () => {
  const [a, b] = both();
  await b.page.getByRole('tab', { name: /Comments/ }).click();
  await postComment(b, 'Said while it went on');
  const said = a.page.locator('article').filter({ hasText: 'Said while it went on' });
  await said.waitFor({ state: 'attached' });
  await bar(a).getByRole('button', { name: 'End for everyone' }).click();
  for (const { page } of [a, b]) {
    const recap = page.getByRole('region', { name: 'Recap of the screening' });
    await recap.getByText('The screening has ended. You are watching alone.').waitFor();
    await recap.getByText('Ann hosted').waitFor();
    await recap.getByText('Said while it went on').waitFor();
    await recap.getByText('Who was there').waitFor();
  }
  const late = await watch(browser, link, await enterAsGuest(sharedStack().origin, 'Late'));
  await late.page.getByRole('region', { name: 'Recap of the screening' }).getByText('Ann hosted').waitFor();
  expect(await violationsOf(late.page)).toEqual([]);
  await late.page.getByRole('button', { name: '0:10, go to 10 seconds' }).first().click();
  await expect.poll(() => positionOf(late), POLL).toBe(10);
  expect([a.errors, b.errors, late.errors]).toEqual([[], [], []]);
});
