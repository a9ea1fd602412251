import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp, type Registered } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';
import { commentIn, visit, watch, type Visitor } from './visitor.ts';

const CUES = [
  { startSeconds: 0, endSeconds: 1, text: 'Good morning.' },
  { startSeconds: 1, endSeconds: 2, text: 'A café on the hill.' },
];

let browser: Browser;
let owner: Registered;
let film: Film;
let ann: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
  await owner.session.json('PUT', `/api/videos/${film.id}/transcripts/en`, { cues: CUES });
  ann = await watch(browser, `/v/${film.shortId}`, owner);
});
afterAll(() => browser.close());

const seek = ({ page }: Visitor, seconds: number) =>
  page.locator('lockstep-player').evaluate(async (player, to) => {
    const { video, seekTo } = player as HTMLElement & { video: HTMLVideoElement; seekTo(at: number): void };
    const seeked = new Promise((resolve) => video.addEventListener('seeked', resolve, { once: true }));
    (player as HTMLElement & { load(): void }).load();
    seekTo(to);
    await seeked;
  }, seconds);

test('a comment on a span is made by keys, shown on the bar, and taken along as an EDL marker of its length', async () => {
  const { page } = ann;
  await seek(ann, 0.5);
  await page.keyboard.press('i');
  await seek(ann, 1.5);
  await page.keyboard.press('o');
  await page.getByLabel('Comment', { exact: true }).fill('This drags on.');
  await page.keyboard.press('Control+Enter');
  await commentIn(ann, 'This drags on.')
    .getByRole('button', { name: /^0:00–0:01, go to/ })
    .waitFor();
  await page.locator('.marker-span').waitFor();
  await page.getByRole('button', { name: 'Export comments' }).click();
  expect(await violationsOf(page)).toEqual([]);
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Save file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/ comments\.edl$/);
  const edl = readFileSync(await download.path(), 'utf8');
  expect(edl).toMatch(/\|C:ResolveColorBlue \|M:Ann: This drags on\. \|D:31\n/);
  await page.keyboard.press('Escape');
});

test('who is here is offered after @, is named in the comment, and finds it under "Mentions me"', async () => {
  const bob = await watch(browser, `/v/${film.shortId}`, await signUp(sharedStack().origin, 'Bob Marlow'));
  const field = ann.page.getByLabel('Comment', { exact: true });
  await field.pressSequentially('What do you say, @bo');
  await ann.page.getByRole('option', { name: 'Bob Marlow' }).waitFor();
  await field.press('Enter');
  expect(await field.inputValue()).toBe('What do you say, @Bob Marlow ');
  await field.press('Control+Enter');
  await bob.page.locator('.named[data-you="true"]', { hasText: '@Bob Marlow' }).waitFor();
  await bob.page.getByRole('tab', { name: 'People' }).click();
  await bob.page
    .getByText(/^Ann named you at/)
    .first()
    .waitFor();
  await bob.page.getByRole('button', { name: 'Show', exact: true }).click();
  await bob.page.getByRole('tab', { name: 'Comments', selected: true }).waitFor();
  await bob.page.getByLabel('Which comments').selectOption('mentions');
  expect(await bob.page.getByRole('article').count()).toBe(1);
  const edit = async (to: string, chosen?: string) => {
    await ann.page.getByRole('article').filter({ hasText: 'What do you say' }).getByLabel('Edit').click();
    const words = ann.page.getByLabel('Edit your comment');
    await words.fill('');
    await words.pressSequentially(to);
    if (chosen) await ann.page.getByRole('option', { name: chosen }).click();
    await words.press('Control+Enter');
  };
  await edit('What do you say, all of you?');
  await bob.page.getByText('Nobody has mentioned you here yet.').waitFor();
  await edit('What do you say now, @bob', 'Bob Marlow');
  await bob.page.locator('.named[data-you="true"]').waitFor();
  await bob.page
    .locator('[role="status"]')
    .filter({ hasText: 'Ann named you' })
    .waitFor({ state: 'attached' });
  await bob.context.close();
});

test('what is said is searched without accents, and gone to', async () => {
  const { page } = ann;
  await page.getByRole('tab', { name: 'Transcript' }).click();
  await page.getByLabel('Search what is said').fill('cafe');
  await page.getByText('1 of 1').waitFor();
  expect(await page.locator('mark').textContent()).toBe('café');
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: /A café on the hill/ }).click();
  await page.waitForFunction(() => {
    const player = document.querySelector('lockstep-player') as
      (HTMLElement & { positionSeconds: number }) | null;
    return (player?.positionSeconds ?? 0) >= 1;
  });
  await page.getByRole('tab', { name: 'Comments' }).click();
});

test('a version is approved on its page, and who did it stands there', async () => {
  const { page } = ann;
  await page.getByRole('button', { name: 'Not reviewed' }).click();
  await page.getByLabel('Why, or what is missing (if you like)').fill('Go.');
  // Dismissed by a press elsewhere, it is still there.
  await page.getByRole('tab', { name: 'Comments' }).click();
  await page.getByRole('group', { name: 'Review of this version' }).waitFor({ state: 'hidden' });
  await page.getByRole('button', { name: 'Not reviewed' }).click();
  await expect.poll(() => page.getByLabel('Why, or what is missing (if you like)').inputValue()).toBe('Go.');
  await page
    .getByRole('group', { name: 'Review of this version' })
    .getByRole('button', { name: 'Approved' })
    .click();
  await page.getByText(/^Approved by Ann, /).waitFor();
  expect(await violationsOf(page)).toEqual([]);
  await page.keyboard.press('Escape');
  const stranger = await watch(browser, `/v/${film.shortId}`, await signUp(sharedStack().origin, 'Cid'));
  expect(await stranger.page.locator('.status-pill').count()).toBe(0);
  await stranger.context.close();
});

test('a screening’s end leads on to the next version, where what was said before is told in full', async () => {
  const { page } = ann;
  await page.getByRole('button', { name: 'Start a screening from here' }).click();
  await page.getByRole('button', { name: 'End for everyone' }).click();
  const next = page.getByRole('link', { name: 'Upload the next version' });
  await next.waitFor();
  expect(await violationsOf(page)).toEqual([]);
  expect(await next.getAttribute('href')).toBe(`/studio/upload?version=${film.shortId}`);
  const { shortId } = await owner.session.json<Film>('POST', `/api/videos/${film.id}/versions`, {});
  const second = await watch(browser, `/v/${shortId}`, owner);
  await second.page.getByRole('button', { name: 'Show comments of earlier versions' }).click();
  const before = second.page.getByRole('region', { name: 'Comments of earlier versions' });
  await before.getByText('2 comments').waitFor();
  await before.getByText('This drags on.').waitFor();
  expect(await violationsOf(second.page)).toEqual([]);
  expect(second.errors).toEqual([]);
  await second.context.close();
});

test('two versions stand on the same moment, an offset apart, and the address says so', async () => {
  const path = `/compare/${film.shortId}/${film.shortId}?t=1&offset=6`;
  const { page, errors, context } = await visit(browser, path, owner);
  const frames = () =>
    page
      .locator('lockstep-player')
      .evaluateAll((players) => players.map((player) => (player as HTMLElement & { frame: number }).frame));
  await expect.poll(async () => (([a = 0, b = 0]) => b - a)(await frames())).toBe(6);
  await page.getByRole('button', { name: '+1 frame' }).click();
  await page.getByRole('button', { name: 'One frame more' }).click();
  await expect.poll(async () => (([a = 0, b = 0]) => b - a)(await frames())).toBe(7);
  await page.getByRole('button', { name: 'Wipe' }).click();
  await page.getByRole('button', { name: 'Hear B' }).click();
  expect(new URL(page.url()).search).toContain('mode=wipe&sound=b&offset=7');
  expect(await violationsOf(page)).toEqual([]);
  expect(errors).toEqual([]);
  await context.close();
});
