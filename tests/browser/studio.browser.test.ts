import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { openContext, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';

let browser: Browser;
let owner: Person;
let film: Film;
beforeAll(async () => {
  browser = await launchBrowser();
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM, title: 'The meadow' });
});
afterAll(() => browser.close());

/** A page of the film's in the studio, in a browser of its own. */
async function open(section = ''): Promise<Page> {
  const page = await (await openContext(browser, owner)).newPage();
  page.setDefaultTimeout(15_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${sharedStack().origin}/studio/v/${film.shortId}${section}`);
  await page.getByRole('heading', { level: 1, name: /meadow/i }).waitFor();
  return page;
}

const saved = (page: Page) => page.getByText(/^Saved/).waitFor();

test('of two who change the same, the second is asked; of two who change different things, nobody is', async () => {
  const [one, other] = await Promise.all([open(), open()]);
  await Promise.all([one.getByLabel('Title').waitFor(), other.getByLabel('Title').waitFor()]);
  // A page that is not looked at does not look itself: it meets the other's words when it saves.
  await one.evaluate(() => Object.defineProperty(document, 'visibilityState', { value: 'hidden' }));
  await one.getByLabel('Title').fill('The meadow, first cut');
  await saved(one);
  await other.getByLabel('Description').fill('Shot in May.');
  await saved(other);
  await other.getByLabel('Title').fill('The meadow, my cut');
  await saved(other);
  await one.getByLabel('Title').fill('The meadow, final');
  const question = one.getByRole('alert');
  await question.getByText('The meadow, my cut').waitFor();
  expect(await question.getByText('The meadow, final').count()).toBe(1);
  expect(await violationsOf(one)).toEqual([]);
  await one.getByRole('button', { name: 'Keep mine' }).click();
  await saved(one);
  expect(await one.getByLabel('Description').inputValue()).toBe('Shot in May.');
  const video = await owner.session.json<{ title: string }>('GET', `/api/videos/${film.id}`);
  expect(video.title).toBe('The meadow, final');
});

test('what is written without a connection is kept over a reload and sent when there is one', async () => {
  const page = await open();
  await page.getByLabel('Tags').waitFor();
  await page.route(`**/api/videos/${film.id}`, (route) =>
    route.request().method() === 'PATCH' ? route.abort('internetdisconnected') : route.continue(),
  );
  await page.getByLabel('Tags').fill('nature, spring');
  await page.getByText('Offline: kept in this browser').waitFor();
  await page.unroute(`**/api/videos/${film.id}`);
  await page.reload();
  await saved(page);
  const video = await owner.session.json<{ tags: string[] }>('GET', `/api/videos/${film.id}`);
  expect(video.tags).toEqual(['nature', 'spring']);
});

const chapters = async (): Promise<[number, string][]> => {
  const list = await owner.session.json<{ items: { startSeconds: number; title: string }[] }>(
    'GET',
    `/api/videos/${film.id}/chapters`,
  );
  return list.items.map(({ startSeconds, title }) => [startSeconds, title]);
};

test('chapters are pasted, mended line by line, and moved and added by the keyboard', async () => {
  const page = await open('/chapters');
  await page.getByRole('tab', { name: 'List' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.getByLabel('Chapters, one a line').fill('- 0:00 Intro\nno time here\n**0:20** The meadow');
  await page.getByText('Line 2:').waitFor();
  await page.getByLabel('Chapters, one a line').fill('- 0:00 Intro\n**0:20** The meadow');
  await saved(page);
  await page.getByRole('tab', { name: 'Text' }).focus();
  await page.keyboard.press('ArrowLeft');
  await page.getByRole('slider', { name: 'Start: The meadow' }).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Shift+ArrowRight');
  const mark = page.getByRole('slider', { name: 'Start: The meadow' });
  expect(await mark.getAttribute('aria-valuetext')).toBe('0:21.033, 21 seconds');
  await page.getByRole('button', { name: 'Go to: The meadow' }).click();
  await page.keyboard.press('a');
  await page.locator('input[placeholder="Title"]:focus').waitFor();
  await page.keyboard.type('New');
  await page.getByLabel('Start: New').and(page.getByRole('textbox')).fill('00:00:40:15');
  await page.keyboard.press('Enter');
  await expect.poll(chapters, { timeout: 15_000 }).toEqual([
    [0, 'Intro'],
    [21.033, 'The meadow'],
    [40.5, 'New'],
  ]);
  await page.getByRole('button', { name: 'Delete: New' }).click();
  await page.getByRole('button', { name: 'Undo' }).click();
  await page.getByRole('button', { name: 'Delete: New' }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
}, 30_000);

test('captions are added, read through and saved; a file that is none is turned down in words', async () => {
  const page = await open('/captions');
  const file = (text: string) => ({ name: 'captions.vtt', mimeType: 'text/vtt', buffer: Buffer.from(text) });
  await page.getByLabel('File').setInputFiles(file('Dear all'));
  await page.getByRole('button', { name: 'Add captions' }).click();
  await page.getByText('neither WebVTT nor SubRip').waitFor();
  await page.getByLabel('File').setInputFiles(file('WEBVTT\n\n00:00:01.000 --> 00:00:03.000\nA medow.\n'));
  await page.getByRole('button', { name: 'Add captions' }).click();
  await page.getByRole('button', { name: 'Edit lines: English' }).click();
  await page.getByLabel('Line at 0:01').fill('A meadow.');
  await page.getByRole('button', { name: 'Save lines' }).click();
  await page.getByRole('button', { name: 'Save lines', disabled: true }).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  const track = await owner.session.send('GET', `/api/videos/${film.id}/transcripts/en/track.vtt`);
  expect(await track.text()).toContain('A meadow.');
});
