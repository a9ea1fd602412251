import { v7 as uuidv7 } from 'uuid';
import { afterEach, afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { openContext, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';

const TAKES = 26;

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

const open: BrowserContext[] = [];
afterEach(async () => {
  for (const context of open.splice(0)) await context.close();
});

/** Takes that wait for their files, "Take 1" the oldest; answers their ids in that order. */
async function makeTakes({ session }: Person, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let number = 1; number <= count; number++) {
    const id = uuidv7();
    await session.json('POST', '/api/videos', { id, title: `Take ${number}` });
    ids.push(id);
  }
  return ids;
}

async function visitLibrary(person: Person, path = '/library'): Promise<Page> {
  const context = await openContext(browser, person);
  open.push(context);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  // Without motion: in the middle of a change of colours there is no contrast to measure.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(new URL(path, sharedStack().origin).href);
  return page;
}

const card = (page: Page, title: string) =>
  page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: title, exact: true }) });
const titlesOn = (page: Page) => page.locator('main h2').allTextContents();
const said = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words });

/** In both schemes; what is open stays open. */
async function faultsOf(page: Page): Promise<string[]> {
  const faults: string[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    faults.push(...(await violationsOf(page)));
  }
  return faults;
}

describe('the library by keyboard', () => {
  let ada: Person;
  let ids: string[];
  beforeAll(async () => {
    ada = await signUp(sharedStack().origin, 'Ada');
    ids = await makeTakes(ada, TAKES);
    const cues = [{ startSeconds: 42, endSeconds: 46, text: 'A butterfly crosses the meadow.' }];
    await ada.session.json('PUT', `/api/videos/${ids[0]}/transcripts/en`, { cues });
  });

  test('finds while one types, to the moment it is said, and Back has all again', async () => {
    const page = await visitLibrary(ada);
    await card(page, 'Take 26').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('meadow');
    await page.waitForURL('**/library?q=meadow');
    await page.keyboard.type(' butter', { delay: 20 });
    await page.getByRole('link', { name: /^0:42/ }).waitFor();
    await page.waitForURL('**/library?q=meadow+butter');
    expect(await titlesOn(page)).toEqual(['Take 1']);
    await expect.poll(() => page.locator('mark').allTextContents()).toEqual(['butterfly', 'meadow']);
    await said(page, '1 video found').waitFor();
    expect(await page.getByRole('link', { name: /^0:42/ }).getAttribute('href')).toMatch(/\?t=42$/);
    await page.goBack();
    await card(page, 'Take 26').waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('');
  });

  test('says what hides everything, keeps it over a reload, and lets go of it', async () => {
    const page = await visitLibrary(ada);
    await page.getByRole('button', { name: 'Filters' }).press('Enter');
    await page.getByLabel('Status', { exact: true }).selectOption('error');
    await page.getByText('Hidden by Status: Failed.').waitFor();
    await page.reload();
    await page.getByText('Hidden by Status: Failed.').waitFor();
    expect(await faultsOf(page)).toEqual([]);
    await page.getByRole('button', { name: 'Clear filters' }).last().press('Enter');
    await card(page, 'Take 26').waitFor();
    expect(new URL(page.url()).search).toBe('');
  });

  test('loads more at its end, and shows on Back what was there, where one stood', async () => {
    const page = await visitLibrary(ada);
    // One card a row, and hardly more than one in sight.
    await page.setViewportSize({ width: 375, height: 400 });
    await card(page, 'Take 3').waitFor();
    await page.getByRole('button', { name: /^More for Take 3$/ }).focus();
    await card(page, 'Take 1').waitFor();
    await page.locator(`#video-${ids[1]}`).evaluate((element) => element.scrollIntoView());
    const before = await page.evaluate(() => scrollY);
    // In the rail, which is in sight wherever one is.
    await page.getByRole('link', { name: 'Account' }).press('Enter');
    await card(page, 'Take 1').waitFor({ state: 'detached' });
    await page.goBack();
    await card(page, 'Take 1').waitFor();
    await expect.poll(() => page.evaluate(() => scrollY)).toBe(before);
    await page.reload();
    await card(page, 'Take 1').waitFor();
    await page.getByRole('button', { name: 'Load those before' }).press('Enter');
    await card(page, 'Take 26').waitFor();
  });
});

test('several are chosen with Shift, tagged, deleted, taken back, and found in the trash', async () => {
  const grace = await signUp(sharedStack().origin, 'Grace');
  await makeTakes(grace, 4);
  const page = await visitLibrary(grace);
  await page.getByRole('checkbox', { name: 'Select Take 4' }).press('Space');
  await page.getByRole('checkbox', { name: 'Select Take 2' }).press('Shift+Space');
  await page.getByText('3 videos selected').waitFor();
  await page.keyboard.press('Escape');
  await page.getByText('3 videos selected').waitFor({ state: 'detached' });
  await page.getByRole('checkbox', { name: 'Select Take 4' }).press('Space');
  await page.getByRole('checkbox', { name: 'Select Take 3' }).press('Space');

  await page.getByRole('button', { name: 'Tag …' }).press('Enter');
  expect(await faultsOf(page)).toEqual([]);
  await page.getByLabel('Add').fill('rushes, day two');
  await page.keyboard.press('Enter');
  await card(page, 'Take 4')
    .getByRole('link', { name: /^day two/ })
    .waitFor();
  expect(
    await card(page, 'Take 3')
      .getByRole('link', { name: /^rushes/ })
      .count(),
  ).toBe(1);
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Take 4');

  await page.getByRole('checkbox', { name: 'Select all shown' }).press('Space');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await said(page, /4 videos moved to the trash/).waitFor();
  await page.getByRole('button', { name: 'Undo' }).press('Enter');
  await card(page, 'Take 4').waitFor();

  await page.getByRole('button', { name: 'More for Take 1' }).press('Enter');
  await page.getByRole('button', { name: 'Delete', exact: true }).press('Enter');
  await card(page, 'Take 1').waitFor({ state: 'detached' });
  await page.getByRole('link', { name: 'Trash' }).press('Enter');
  await page.getByText('Goes for good in 29 days').waitFor();
  await page.getByRole('button', { name: 'Restore Take 1' }).press('Enter');
  await page.getByText('The trash is empty.').waitFor();
  await page.goBack();
  await card(page, 'Take 1').waitFor();
});

test('what is left out of a change of many is told by name and stays selected', async () => {
  const eve = await signUp(sharedStack().origin, 'Eve');
  const [first, second] = await makeTakes(eve, 2);
  const page = await visitLibrary(eve);
  await page.getByRole('checkbox', { name: 'Select all shown' }).press('Space');
  // Somebody else was quicker with one of them.
  await eve.session.json('POST', '/api/videos/bulk', { ids: [first], change: { kind: 'delete' } });
  await page.getByRole('button', { name: 'Archive', exact: true }).press('Enter');
  const alert = page.getByRole('alert');
  await alert.getByText('1 video of 2 not archived.').waitFor();
  expect(await alert.getByText('(Take 1)').count()).toBe(1);
  await page.getByText('1 video selected').waitFor();
  expect(await faultsOf(page)).toEqual([]);
  const archived = await eve.session.json<{ archivedAt: string | null }>('GET', `/api/videos/${second}`);
  expect(archived.archivedAt).not.toBeNull();
});

test('the trash lets go for good once that is typed', async () => {
  const ida = await signUp(sharedStack().origin, 'Ida');
  const ids = await makeTakes(ida, 2);
  await ida.session.json('POST', '/api/videos/bulk', { ids, change: { kind: 'delete' } });
  const page = await visitLibrary(ida, '/library/trash');
  await page.getByRole('checkbox', { name: 'Select all shown' }).press('Space');
  await page.getByRole('button', { name: /^Delete 2 for good/ }).press('Enter');
  await page.getByLabel('Type “delete 2” to go on').fill('delete 2');
  expect(await faultsOf(page)).toEqual([]);
  await page.keyboard.press('Enter');
  await page.getByText('The trash is empty.').waitFor();
  await said(page, /2 videos deleted for good/).waitFor();
});

test('a series is made, put in order by buttons, and has that order afterwards', async () => {
  const joan = await signUp(sharedStack().origin, 'Joan');
  await makeTakes(joan, 3);
  const page = await visitLibrary(joan, '/library/series');
  await page.getByRole('button', { name: 'New series' }).press('Enter');
  await page.getByLabel('Name').fill('Season 1');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { level: 1, name: 'Season 1' }).waitFor();
  const address = page.url();
  await page.getByRole('link', { name: 'Go to your videos' }).press('Enter');
  await page.getByRole('checkbox', { name: 'Select all shown' }).press('Space');
  await page.getByRole('button', { name: 'Move …' }).press('Enter');
  await page.getByLabel('To', { exact: true }).selectOption({ label: 'Season 1' });
  await page.getByRole('button', { name: 'Move', exact: true }).press('Enter');
  await said(page, /3 videos put into the series/).waitFor();

  await page.goto(address);
  await page.getByRole('button', { name: 'Move down: Take 3' }).press('Enter');
  await said(page, 'Take 3 is number 2 of 3').waitFor();
  expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
    'Move down: Take 3',
  );
  await page.reload();
  await page.getByRole('link', { name: 'Take 3' }).waitFor();
  expect(await titlesOn(page)).toEqual(['Take 2', 'Take 3', 'Take 1']);
});
