import { afterAll, beforeAll, expect, test } from 'vitest';
import { createHash, randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, CDPSession, Page } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { BUNNY, uploadFilm } from '#tests/support/films.ts';
import { openContext, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
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

async function openUpload(person: Person): Promise<Page> {
  const page = await (await openContext(browser, person)).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${sharedStack().origin}/studio/upload`);
  await page.getByLabel('Video files').waitFor();
  return page;
}

const rowOf = (page: Page, title: string) => page.getByRole('listitem', { name: title, exact: true });

test('a creator makes an account, uploads a film, names it meanwhile and watches it', async () => {
  const { page, errors } = await visit(browser, '/sign-in?next=/studio/upload');
  await makeAccount(page);
  await page.getByLabel('Video files').setInputFiles(FILM);
  await page.getByText('Title, sharing, tags').click();
  await page.getByLabel('Title').fill('Counting to 1,800');
  await page.getByText(/^Saved/).waitFor();
  await page.getByRole('link', { name: 'Watch: Counting to 1,800' }).click();
  await page.getByRole('heading', { name: 'Counting to 1,800' }).waitFor();
  const poster = await page.locator('lockstep-player').getAttribute('poster');
  const picture = await page.request.get(new URL(String(poster), page.url()).href);
  expect(picture.headers()['content-type']).toBe('image/jpeg');
  await waitForRoom(page);
  await page.keyboard.press('k');
  await waitUntilPlaying(page);
  expect((await pictureOf(page)).isPlaying).toBe(true);
  await page.getByRole('link', { name: 'Eva' }).click();
  await page.getByRole('button', { name: 'Sign out' }).click();
  await page.getByRole('link', { name: 'Sign in', exact: true }).waitFor();
  expect(errors).toEqual([]);
});

test('several go at once; one that is no video is turned down in words, and the others go on', async () => {
  const page = await openUpload(await signUp(sharedStack().origin, 'Eva'));
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: 'video/mp4', buffer });
  const film = readFileSync(FILM);
  await page
    .getByLabel('Video files')
    .setInputFiles([
      file('letter.mp4', Buffer.from('This is no video.')),
      file('one.mp4', film),
      file('other.mp4', film),
    ]);
  await Promise.all([
    rowOf(page, 'one').getByText('Ready to watch').waitFor(),
    rowOf(page, 'other').getByText('Ready to watch').waitFor(),
  ]);
  expect(await rowOf(page, 'letter').getByRole('alert').textContent()).toMatch(/not a video/);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: 'Discard: letter' }).click();
  await rowOf(page, 'letter').waitFor({ state: 'detached' });
  await page.getByRole('button', { name: 'Undo' }).click();
  await rowOf(page, 'letter').waitFor();
});

/** How fast, and whether at all, this page may send. */
const limit = (line: CDPSession, bytesPerSecond: number): Promise<unknown> =>
  line.send('Network.emulateNetworkConditions', {
    offline: bytesPerSecond === 0,
    latency: 0,
    downloadThroughput: -1,
    uploadThroughput: bytesPerSecond === 0 ? 0 : bytesPerSecond,
  });

/** What the player would get, first to last byte, as one digest. */
async function digestOf({ session }: Person, hlsUrl: string): Promise<string> {
  const read = async (name: string): Promise<Response> => {
    const answer = await fetch(new URL(name, new URL(hlsUrl, session.origin)));
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  };
  const playlist = await (await read('index.m3u8')).text();
  const hash = createHash('sha256');
  for (const [name] of playlist.matchAll(/^[\w-]+\.m4s.*$/gm))
    hash.update(new Uint8Array(await (await read(name)).arrayBuffer()));
  return hash.digest('hex');
}

test('cut off at 40 %, it waits and goes on; left in the middle, it goes on with the same file; nothing is lost', async () => {
  const person = await signUp(sharedStack().origin, 'Eva');
  const whole = await uploadFilm(person, { file: BUNNY });
  const page = await openUpload(person);
  const line = await page.context().newCDPSession(page);
  await line.send('Network.enable');
  await limit(line, 5e6);
  await page.getByLabel('Video files').setInputFiles(BUNNY);
  const row = rowOf(page, 'video');
  const share = (percent: number) =>
    page.waitForFunction(
      (at) => (document.querySelector<HTMLProgressElement>('.upload-row progress')?.value ?? 0) >= at,
      percent,
    );
  await share(40);
  await limit(line, 0);
  await row.getByText('It goes on by itself').waitFor();
  await limit(line, 5e6);
  await share(60);
  await page.reload();
  const rest = page.getByLabel('Choose the same file to go on');
  await rest.setInputFiles(FILM);
  await page.getByText('is another file').waitFor();
  await limit(line, -1);
  await rest.setInputFiles(BUNNY);
  await row.getByText('Ready to watch').waitFor();
  const address = await page.getByRole('link', { name: 'Watch: video' }).getAttribute('href');
  const video = await person.session.json<{ hlsUrl: string }>(
    'GET',
    `/api/videos/${path.basename(String(address))}`,
  );
  expect(await digestOf(person, video.hlsUrl)).toBe(await digestOf(person, whole.hlsUrl));
}, 60_000);

test('an empty library gets a sample by one key, whose pictures are looked at for chapters', async () => {
  const newcomer = await signUp(sharedStack().origin, 'Fay');
  const page = await (await openContext(browser, newcomer)).newPage();
  page.setDefaultTimeout(15_000);
  await page.goto(`${sharedStack().origin}/library`);
  await page.getByRole('button', { name: 'Add a sample' }).press('Enter');
  const row = rowOf(page, 'Sample: a minute of numbered frames');
  await row.getByText('Ready to watch').waitFor();
  const path = await row.getByRole('link', { name: /^Details/ }).getAttribute('href');
  const shortId = path?.split('/').at(-1) ?? '';
  // The browser draws it after the video plays.
  await expect
    .poll(
      async () => {
        const video = await newcomer.session.json<{ storyboardUrl: string | null }>(
          'GET',
          `/api/videos/${shortId}`,
        );
        return video.storyboardUrl;
      },
      { timeout: 15_000 },
    )
    .not.toBeNull();
  await page.goto(`${sharedStack().origin}${path}/chapters`);
  await page.getByRole('button', { name: 'Suggest chapters' }).press('Enter');
  await page.getByText('No scene changes stand out in this video.').first().waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.context().close();
}, 45_000);
