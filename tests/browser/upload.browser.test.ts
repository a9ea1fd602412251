import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomUUID } from 'node:crypto';
import type { Browser, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { pictureOf, waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { visit, waitForRoom } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

/** As a person at home: the mail is in the outbox, its link leads back. */
async function makeAccount(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Create an account' }).click();
  await page.getByLabel('Name').fill('Eva');
  await page.getByLabel('E-mail').fill(`${randomUUID()}@lockstep.test`);
  await page.getByLabel('Password').fill(randomUUID());
  await page.getByRole('button', { name: 'Create account' }).click();
  await page.getByRole('heading', { name: 'Check your mail' }).waitFor();
  await page.getByRole('link', { name: 'outbox' }).click();
  const mail = page.getByRole('link', { name: 'Confirm your e-mail address' });
  // Mails are written behind the answer.
  while ((await mail.count()) === 0) await page.reload();
  await mail.click();
  await page.getByRole('link', { name: '/verify' }).click();
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
}

test('a creator makes an account, uploads a film and watches it', async () => {
  const { page, errors } = await visit(browser, '/upload');
  await page.waitForURL(/\/sign-in\?next=\/upload$/);
  await makeAccount(page);
  await page.waitForURL(/\/upload$/);
  await page.getByLabel('Video file').setInputFiles(FILM);
  await page.getByLabel('Title').fill('Counting to 1,800');
  await page.getByRole('button', { name: 'Upload' }).click();
  await page.getByRole('link', { name: 'Watch it' }).click();
  await page.getByRole('heading', { name: 'Counting to 1,800' }).waitFor();
  const poster = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect((await page.request.get(String(poster))).headers()['content-type']).toBe('image/jpeg');
  await waitForRoom(page);
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  expect((await pictureOf(page)).isPlaying).toBe(true);
  await page.getByRole('link', { name: 'Eva' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test('what is no video is turned down in words', async () => {
  const { page } = await visit(browser, '/sign-in?next=/upload');
  await makeAccount(page);
  await page.waitForURL(/\/upload$/);
  await page.getByLabel('Video file').setInputFiles({
    name: 'letter.mp4',
    mimeType: 'video/mp4',
    buffer: Buffer.from('Dear all, this is no video.'),
  });
  await page.getByRole('button', { name: 'Upload' }).click();
  const refusal = page.getByRole('alert');
  await refusal.waitFor();
  expect(await refusal.textContent()).toMatch(/\w+ \w+ \w+/);
  await page.getByRole('button', { name: 'Choose another file' }).click();
  await page.getByLabel('Video file').waitFor();
});
