import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { startScreening, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let ann: Visitor;
let bob: Visitor;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const owner = await signUp(sharedStack().origin, 'Ann');
  const film = await uploadFilm(owner, { file: FILM });
  ann = await watch(browser, `/v/${film.shortId}`, owner);
  const link = await startScreening(ann);
  bob = await watch(browser, link, await enterAsGuest(sharedStack().origin, 'Bob'));
});
afterAll(() => browser.close());

const both = (): [Visitor, Visitor] => [ann, bob];

/** A place on the page, from shares of an element. */
async function placeOn(page: Page, selector: string, x: number, y: number): Promise<[number, number]> {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`There is no ${selector}.`);
  return [box.x + x * box.width, box.y + y * box.height];
}

test('who points is seen pointing at the same place, by name, until the pointer is put away', async () => {
  const [a, b] = both();
  await b.page.getByRole('button', { name: 'Point' }).click();
  await b.page.mouse.move(...(await placeOn(b.page, '.picture', 0.25, 0.5)));
  const pointer = a.page.locator('.pointer');
  await pointer.getByText('Bob').waitFor();
  const [left, top] = await pointer.evaluate(({ style }) => [style.left, style.top]);
  expect([Number.parseFloat(left ?? ''), Number.parseFloat(top ?? '')]).toEqual([
    expect.closeTo(25, 0),
    expect.closeTo(50, 0),
  ]);
  await b.page.keyboard.press('x');
  await pointer.waitFor({ state: 'detached' });
});

test('lines are seen while they grow, and gone when their author discards them', async () => {
  const [a, b] = both();
  await b.page.keyboard.press('d');
  await b.page.locator('.board').waitFor();
  await b.page.mouse.move(...(await placeOn(b.page, '.board', 0.2, 0.2)));
  await b.page.mouse.down();
  await b.page.mouse.move(...(await placeOn(b.page, '.board', 0.4, 0.4)), { steps: 4 });
  const lines = a.page.getByRole('img', { name: 'Bob is drawing' });
  await lines.waitFor();
  expect(await violationsOf(a.page)).toEqual([]);
  await b.page.mouse.up();
  await b.page.keyboard.press('Escape');
  await b.page.getByRole('button', { name: 'Discard' }).click();
  await lines.waitFor({ state: 'detached' });
});

test('who may not stop the picture draws on a copy of its frame, while the others go on', async () => {
  const [a, b] = both();
  await a.page.getByLabel('Who steers').selectOption('presenter');
  await b.page.getByText('Only Ann').first().waitFor();
  await a.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await a.page.keyboard.press('k');
  await waitUntilPlaying(b.page);
  await b.page.getByRole('button', { name: 'Draw on this frame' }).click();
  await b.page.locator('.board').waitFor();
  await expect
    .poll(() => b.page.locator('.board-copy').evaluate((copy) => (copy as HTMLCanvasElement).width))
    .toBe(320);
  expect((await pictureOf(b.page)).isPlaying).toBe(true);
  await b.page.keyboard.press('Escape');
  await a.page.keyboard.press('k');
});

test('who types is named over the composer', async () => {
  const [a, b] = both();
  await b.page.getByLabel('Comment', { exact: true }).pressSequentially('I think');
  await a.page.getByText('Bob is typing…').waitFor();
  await b.page.getByLabel('Comment', { exact: true }).blur();
  await a.page.getByText('Bob is typing…').waitFor({ state: 'detached' });
  expect([a.errors, b.errors]).toEqual([[], []]);
});
