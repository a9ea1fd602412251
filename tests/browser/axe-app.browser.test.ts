import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { openContext, signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { furnishApp, type AppPages } from './app-pages.ts';
import { violationsOf } from './axe.ts';

/** Pages that somebody who has just come has, too: with nothing on them yet. */
const EMPTY = [
  '/library',
  '/library/trash',
  '/library/channels',
  '/studio/upload',
  '/account/keys',
  '/account/activity',
];

let browser: Browser;
let busy: Page;
let fresh: Page;
let pages: AppPages;

beforeAll(async () => {
  browser = await launchBrowser();
  const { origin } = sharedStack();
  const [owner, newcomer] = await Promise.all([signUp(origin, 'Ann'), signUp(origin, 'Bob')]);
  pages = await furnishApp(owner);
  [busy, fresh] = (await Promise.all(
    [owner, newcomer].map(async (person) => (await openContext(browser, person)).newPage()),
  )) as [Page, Page];
});
afterAll(() => browser.close());

/** Goes there, and waits until it is drawn and nothing is awaited any more. */
async function show(page: Page, path: string, colorScheme: 'light' | 'dark'): Promise<void> {
  // Without motion: in the middle of a change of colours there is no contrast to measure.
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  await page.goto(new URL(path, sharedStack().origin).href);
  await page.locator('main h1').first().waitFor();
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** Each page's faults, by its address without ids: all in one look, so that one run tells everything. */
async function faultsOf(page: Page, paths: readonly string[], scheme: 'light' | 'dark') {
  const faults: string[] = [];
  for (const path of paths) {
    await show(page, path, scheme);
    faults.push(...(await violationsOf(page)).map((violation) => `${path}: ${violation}`));
  }
  return faults;
}

describe('pages behind sign-in have no fault that axe can find', () => {
  test('with things on them, light', async () => {
    expect(await faultsOf(busy, pages.loaded, 'light')).toEqual([]);
  }, 90_000);

  test('with things on them, dark', async () => {
    expect(await faultsOf(busy, pages.loaded, 'dark')).toEqual([]);
  }, 90_000);

  test('with nothing on them yet', async () => {
    expect(await faultsOf(fresh, EMPTY, 'light')).toEqual([]);
  }, 60_000);

  test('where the server fails them: each says so, with the request to name, and offers another try', async () => {
    await busy.route('**/api/**', (route) =>
      route.fulfill({
        status: 503,
        headers: { 'content-type': 'application/problem+json', 'x-request-id': 'request-7' },
        body: JSON.stringify({ code: 'UNAVAILABLE', detail: 'The database is away. Nothing is lost.' }),
      }),
    );
    const faults: string[] = [];
    for (const path of pages.loaded.filter((each) => !['/org/new', '/studio/upload'].includes(each))) {
      await show(busy, path, 'dark');
      const alert = busy.getByRole('alert').first();
      const said = await alert.textContent({ timeout: 5000 }).catch(() => 'nothing');
      if (!said?.includes('The database is away. Nothing is lost.')) faults.push(`${path} says: ${said}`);
      faults.push(...(await violationsOf(busy)).map((violation) => `${path}: ${violation}`));
    }
    await busy.unroute('**/api/**');
    expect(faults).toEqual([]);
  }, 90_000);
});
