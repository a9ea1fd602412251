import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { withClient } from '../../worker/local/database-setup.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { pictureOf } from './picture.ts';
import { FILM } from './film.ts';
import { commentIn, postComment, watch, type Visitor } from './visitor.ts';

let browser: Browser;
let film: Film;
let ann: Visitor;
let guest: Visitor;
beforeAll(async () => {
  browser = await launchBrowser();
  const owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM });
  ann = await watch(browser, `/v/${film.shortId}`, owner);
  guest = await watch(browser, `/v/${film.shortId}`);
});
afterAll(() => browser.close());

const both = (): [Visitor, Visitor] => [ann, guest];

const stored = (query: string) =>
  withClient(sharedStack().superuserUrl, async (client) => (await client.query(query, [film.id])).rows);

test('a comment made in one shows in the other at once and stands in Postgres a moment later', async () => {
  const [a, b] = both();
  await postComment(a, 'The cut is two frames early.');
  await commentIn(b, 'The cut is two frames early.').waitFor({ timeout: 2000 });
  await expect
    .poll(() => stored('select content from comments where video_id = $1'), { timeout: 5000 })
    .toEqual([{ content: 'The cut is two frames early.' }]);
});

test('a guest is asked for a name in place, and the comment goes out under it', async () => {
  const [a, b] = both();
  await b.page.getByLabel('Comment', { exact: true }).fill('May I?');
  await b.page.getByLabel('Your name').fill('Bob');
  await b.page.getByLabel('Your name').press('Enter');
  await commentIn(a, 'May I?').getByText('Bob').waitFor();
  await expect
    .poll(
      () =>
        stored(`select u.name, u.account_type from comments c join users u on u.id = c.author_id
        where c.video_id = $1 and c.content = 'May I?'`),
      { timeout: 5000 },
    )
    .toEqual([{ name: 'Bob', account_type: 'guest' }]);
  expect(await b.page.getByRole('dialog').count()).toBe(0);
});

test('a like made in one is counted in the other and stands in Postgres', async () => {
  const [a, b] = both();
  await a.page.getByRole('button', { name: 'Like, 0 so far' }).click();
  await b.page.getByRole('button', { name: 'Like, 1 so far' }).waitFor({ timeout: 2000 });
  expect(await a.page.getByRole('button', { name: 'Like, 1' }).getAttribute('aria-pressed')).toBe('true');
  expect(await b.page.getByRole('button', { name: 'Like, 1' }).getAttribute('aria-pressed')).toBe('false');
  await expect
    .poll(
      () => stored('select count(*)::int as likes from likes where video_id = $1 and comment_id is null'),
      {
        timeout: 5000,
      },
    )
    .toEqual([{ likes: 1 }]);
});

test('an answer joins its thread, a change is marked as one', async () => {
  const [a, b] = both();
  await commentIn(a, 'May I?').getByRole('button', { name: 'Reply' }).click();
  await a.page.getByLabel('Your reply').fill('Of course');
  await a.page.getByLabel('Your reply').press('Control+Enter');
  await b.page.getByRole('list', { name: 'Replies' }).getByText('Of course').waitFor();
  await commentIn(a, 'Of course').getByRole('button', { name: 'Edit' }).click();
  await a.page.getByLabel('Edit your comment').fill('Of course!');
  await a.page.getByLabel('Edit your comment').press('Control+Enter');
  await commentIn(b, 'Of course!').getByText('edited').waitFor();
});

test('a deleted comment can be brought back by Undo, and goes for all when it is not', async () => {
  const [a, b] = both();
  await commentIn(a, 'Of course!').getByRole('button', { name: 'Delete' }).click();
  await a.page.getByRole('button', { name: 'Undo' }).click();
  await commentIn(a, 'Of course!').waitFor();
  await commentIn(a, 'Of course!').getByRole('button', { name: 'Delete' }).click();
  await commentIn(b, 'Of course!').waitFor({ state: 'detached', timeout: 20_000 });
});

test('a comment’s timecode is the way to its frame', async () => {
  const [a] = both();
  await a.page.keyboard.press('Escape');
  await a.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await a.page.keyboard.press('5');
  await expect
    .poll(async () => (await pictureOf(a.page)).positionSeconds, { timeout: 10_000 })
    .toBeCloseTo(30, 0);
  await postComment(a, 'In the middle');
  await commentIn(a, 'In the middle').getByText('0:30').waitFor();
  await a.page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await a.page.keyboard.press('Home');
  await expect.poll(async () => (await pictureOf(a.page)).frame, { timeout: 10_000 }).toBe(0);
  await commentIn(a, 'In the middle').getByText('0:30').click();
  await expect
    .poll(async () => (await pictureOf(a.page)).positionSeconds, { timeout: 10_000 })
    .toBeCloseTo(30, 0);
  expect(both().map(({ errors }) => errors)).toEqual([[], []]);
});
