import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Locator, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { openContext, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { FILM } from './film.ts';

/** More stops than any of our pages has. */
const MOST_STOPS = 120;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const { origin } = sharedStack();
  page = await (await openContext(browser, await signUp(origin, 'Ann'))).newPage();
  page.setDefaultTimeout(15_000);
  // From the start: turned on together with the key that opens it, it may come after it.
  page.on('filechooser', () => undefined);
  await page.goto(`${origin}/studio/upload`);
});
afterAll(() => browser.close());

/** Goes on with Tab until that has the focus: what cannot be reached so, cannot be used without a pointer. */
async function tabTo(target: Locator): Promise<void> {
  await target.waitFor();
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}.`);
}

async function press(target: Locator, key = 'Enter'): Promise<void> {
  await tabTo(target);
  await page.keyboard.press(key);
}

test('without a pointer: upload a video, give it a chapter and a link, comment on it, and settle that', async () => {
  // What the page asks for first is there: nothing is drawn anew under the hands.
  await page.waitForLoadState('networkidle');
  await tabTo(page.getByLabel('Video files'));
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Enter')]);
  await chooser.setFiles(FILM);
  await press(page.getByRole('link', { name: /^Details/ }));

  await press(page.getByRole('link', { name: 'Chapters' }));
  await press(page.getByRole('button', { name: 'Add at playhead' }));
  await page.keyboard.type('Opening');
  await page.getByText(/^Saved/).waitFor();

  await press(page.getByRole('link', { name: 'Sharing' }));
  await press(page.getByRole('button', { name: 'Make link' }));
  await page.getByRole('button', { name: /^Take back/ }).waitFor();

  await press(page.getByRole('link', { name: 'Watch', exact: true }));
  await page.locator('#tab-people', { hasText: /[1-9]/ }).waitFor();
  await page.getByRole('tab', { name: 'Chapters 1' }).waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('Brighter, please');
  await page.keyboard.press('Control+Enter');
  const comment = page.getByRole('article').filter({ hasText: 'Brighter, please' });
  await press(comment.getByRole('button', { name: 'Resolve' }));
  await comment.getByText('Resolved by Ann').waitFor();
  const hasFocus = () => comment.evaluate((element) => element.contains(document.activeElement));
  await expect.poll(hasFocus).toBe(true);
}, 90_000);
