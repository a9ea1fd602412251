import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { commentIn, waitForRoom, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let film: Film;
let ann: Visitor;
let bob: Visitor;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
  ann = await watch(browser, `/v/${film.shortId}`, owner);
  bob = await watch(browser, `/v/${film.shortId}`, await enterAsGuest(sharedStack().origin, 'Bob'));
});
afterAll(() => browser.close());

const both = (): [Visitor, Visitor] => [ann, bob];
const frameOf = async (page: Page) => (await pictureOf(page)).frame;

/** A line across the picture, in shares of it. */
async function drawLine(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  const box = await page.locator('.board').boundingBox();
  if (!box) throw new Error('There is nothing to draw on.');
  const at = ([x, y]: [number, number]) => [box.x + x * box.width, box.y + y * box.height] as const;
  await page.mouse.move(...at(from));
  await page.mouse.down();
  await page.mouse.move(...at(to), { steps: 5 });
  await page.mouse.up();
}

test('what is drawn on a frame and posted is seen by others, over that frame', async () => {
  const [a, b] = both();
  await a.page.keyboard.press('5');
  await expect.poll(() => frameOf(a.page), { timeout: 10_000 }).toBe(900);
  await a.page.keyboard.press('d');
  await a.page.getByRole('group', { name: 'Drawing', exact: true }).waitFor();
  await drawLine(a.page, [0.25, 0.5], [0.75, 0.5]);
  await a.page.getByRole('button', { name: 'Yellow' }).click();
  await drawLine(a.page, [0.1, 0.1], [0.1, 0.9]);
  expect(await violationsOf(a.page)).toEqual([]);
  await a.page.getByRole('button', { name: 'Done' }).click();
  await a.page.getByLabel('Comment', { exact: true }).fill('Higher, please');
  await a.page.getByLabel('Comment', { exact: true }).press('Control+Enter');

  await commentIn(b, 'Higher, please')
    .getByRole('button', { name: /see the drawing/ })
    .click();
  await expect.poll(() => frameOf(b.page), { timeout: 10_000 }).toBe(900);
  const drawing = b.page.getByRole('img', { name: 'Drawing by Ann' });
  await drawing.waitFor();
  const lines = drawing.locator('.stroke');
  expect(await lines.evaluateAll((all) => all.map((line) => line.getAttribute('d')))).toEqual([
    'M250 500L750 500',
    'M100 100L100 900',
  ]);
  await b.page.keyboard.press('k');
  await drawing.waitFor({ state: 'detached' });
  await b.page.keyboard.press('k');
});

test('Escape asks before a drawing is thrown away', async () => {
  const [a] = both();
  await a.page.getByRole('button', { name: 'Draw on this frame' }).click();
  await a.page.getByRole('group', { name: 'Drawing', exact: true }).waitFor();
  await drawLine(a.page, [0.2, 0.2], [0.4, 0.4]);
  await a.page.keyboard.press('Escape');
  const question = a.page.getByRole('group', { name: 'Discard your drawing?' });
  await question.waitFor();
  await a.page.keyboard.press('Escape');
  await question.waitFor({ state: 'detached' });
  await a.page.keyboard.press('Control+z');
  await a.page.keyboard.press('Escape');
  await a.page.getByRole('group', { name: 'React to this moment' }).waitFor();
});

test('a reaction rises over the other’s picture, and warms the timeline of both', async () => {
  const [a, b] = both();
  await b.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await b.page.keyboard.press('5');
  await expect.poll(() => frameOf(b.page), { timeout: 10_000 }).toBe(900);
  const rising = b.page.locator('.flight').first().waitFor({ state: 'attached' });
  await a.page.getByRole('button', { name: 'Fire' }).click();
  await rising;
  for (const { page } of [a, b]) await page.locator('#heat path').waitFor({ state: 'attached' });
});

test('who has no name is asked for one, and then the reaction counts', async () => {
  const nobody = await watch(browser, `/v/${film.shortId}`);
  await nobody.page.getByRole('button', { name: 'Heart' }).click();
  await nobody.page.getByLabel('To react, tell us your name').fill('Cid');
  await nobody.page.keyboard.press('Enter');
  const counted = async () => {
    const answer = await fetch(`${sharedStack().origin}/api/videos/${film.id}/reactions`);
    const { items } = (await answer.json()) as { items: { emoji: string; count: number }[] };
    return items.map(({ emoji, count }) => `${emoji} ${count}`).sort();
  };
  await expect.poll(counted, { timeout: 10_000 }).toEqual(['❤️ 1', '🔥 1']);
  await nobody.context.close();
});

test('a thread resolved by one is a quiet line for the other, and left out under "Open"', async () => {
  const [a, b] = both();
  await commentIn(a, 'Higher, please').getByRole('button', { name: 'Resolve' }).click();
  const line = b.page.getByRole('button', { name: /Ann Higher, please Resolved by Ann/ });
  await line.waitFor();
  await a.page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOf(a.page)).toEqual([]);
  const which = b.page.getByLabel('Which comments');
  await which.selectOption({ label: 'Open (0)' });
  await b.page.getByText('All is resolved.').waitFor();
  await which.selectOption({ label: 'All (1)' });
  await line.click();
  await commentIn(b, 'Higher, please').getByText('Resolved by Ann').waitFor();
  await commentIn(a, 'Higher, please').getByRole('button', { name: 'Reopen' }).click();
  await commentIn(b, 'Higher, please').getByText('Resolved by Ann').waitFor({ state: 'detached' });
});

test('a video goes on where it was left, and may be started over', async () => {
  const [, b] = both();
  await b.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await b.page.keyboard.press('k');
  await waitUntilPlaying(b.page);
  await b.page.keyboard.press('k');
  await expect.poll(async () => (await pictureOf(b.page)).isPlaying).toBe(false);
  const left = await frameOf(b.page);
  await b.page.reload();
  await waitForRoom(b.page);
  await b.page.getByText('Resumed at 0:3').waitFor();
  await expect.poll(() => frameOf(b.page), { timeout: 10_000 }).toBe(left);
  expect(await violationsOf(b.page)).toEqual([]);
  await b.page.getByRole('button', { name: 'Start over' }).click();
  await expect.poll(() => frameOf(b.page), { timeout: 10_000 }).toBe(0);
  expect(both().map(({ errors }) => errors)).toEqual([[], []]);
});

test('a link to a moment is not overruled by what was watched', async () => {
  const [, b] = both();
  await b.page.goto(`${sharedStack().origin}/v/${film.shortId}?t=7`);
  await waitForRoom(b.page);
  await expect.poll(() => frameOf(b.page), { timeout: 10_000 }).toBe(210);
  expect(await b.page.getByText('Resumed at').count()).toBe(0);
});
