import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { withClient } from '../../worker/local/database-setup.ts';
import { ApiSession } from '../../worker/local/seed/api.ts';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';
import { commentIn, postComment, waitForRoom, watch } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('a comment written without a connection is kept, marked, and sent once', async () => {
  const owner = await signUp(sharedStack().origin, 'Ann');
  const film = await uploadFilm(owner, { file: FILM });
  const ann = await watch(browser, `/v/${film.shortId}`, owner);
  const reader = await watch(browser, `/v/${film.shortId}`);

  await ann.context.setOffline(true);
  await ann.page.evaluate(() => window.dispatchEvent(new Event('offline')));
  await postComment(ann, 'Written in a tunnel');
  await commentIn(ann, 'Written in a tunnel').getByText('not sent yet').waitFor();
  await ann.page.getByText('Reconnecting… your comments are kept').waitFor({ timeout: 40_000 });
  expect(await commentIn(reader, 'Written in a tunnel').count()).toBe(0);

  await ann.context.setOffline(false);
  await commentIn(reader, 'Written in a tunnel').waitFor({ timeout: 40_000 });
  await commentIn(ann, 'Written in a tunnel').getByText('not sent yet').waitFor({ state: 'detached' });
  await ann.page.getByText('Reconnecting… your comments are kept').waitFor({ state: 'detached' });
  await expect
    .poll(
      () =>
        withClient(sharedStack().superuserUrl, async (client) => {
          const query = 'select count(*)::int as comments from comments where video_id = $1';
          return (await client.query(query, [film.id])).rows;
        }),
      { timeout: 5000 },
    )
    .toEqual([{ comments: 1 }]);
  expect([await commentIn(ann, 'Written in a tunnel').count(), ann.errors]).toEqual([1, []]);
});

test('a comment that could not be sent in a day is shown with its words, and can be sent after all', async () => {
  const owner = await signUp(sharedStack().origin, 'Ann');
  const film = await uploadFilm(owner, { file: FILM });
  const { page, errors } = await watch(browser, `/v/${film.shortId}`, owner);
  await page.evaluate(
    ({ videoId, userId }) =>
      new Promise<void>((resolve, reject) => {
        const opened = indexedDB.open('lockstep', 1);
        opened.addEventListener('error', () => reject(new Error('There is no outbox.')));
        opened.addEventListener('success', () => {
          const opId = '01900000-0000-7000-8000-000000000007';
          const op = { t: 'comment.post', id: opId, content: 'Written on a mountain', positionSeconds: 2 };
          const madeAtMs = Date.now() - 25 * 3_600_000;
          const writing = opened.result.transaction('outbox', 'readwrite');
          writing.objectStore('outbox').put({ opId, videoId, userId, op, madeAtMs });
          writing.addEventListener('complete', () => resolve());
        });
      }),
    { videoId: film.id, userId: owner.userId },
  );
  await page.reload();
  await waitForRoom(page);
  const unsent = page.getByRole('list', { name: 'Comments that could not be sent' });
  await unsent.getByText('This could not be sent in a day.').waitFor();
  await unsent.getByText('Written on a mountain').waitFor();
  await page.emulateMedia({ reducedMotion: 'reduce' });
  expect(await violationsOf(page)).toEqual([]);
  await unsent.getByRole('button', { name: 'Try again' }).click();
  await page.getByRole('article').getByText('Written on a mountain').waitFor();
  await unsent.waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});

test('a session that is ended elsewhere leaves its pages as nobody’s, or says why they show nothing live', async () => {
  const owner = await signUp(sharedStack().origin, 'Ann');
  const [open, secret] = [
    await uploadFilm(owner, { file: FILM }),
    await uploadFilm(owner, { file: FILM, visibility: 'private' }),
  ];
  const [shared, own] = [
    await watch(browser, `/v/${open.shortId}`, owner),
    await watch(browser, `/v/${secret.shortId}`, owner),
  ];
  const joined = [shared, own].map(({ page }) => {
    const statuses: number[] = [];
    page.on('response', (answer) => answer.url().endsWith('/join') && statuses.push(answer.status()));
    return statuses;
  });
  const elsewhere = new ApiSession(sharedStack().origin);
  await elsewhere.json('POST', '/api/auth/sign-in/email', { email: owner.email, password: owner.password });
  await elsewhere.json('DELETE', '/api/me/sessions');

  await shared.page.getByRole('alert').getByText('You have been signed out. Sign in again').waitFor();
  await shared.page.getByRole('banner').getByRole('link', { name: 'Sign in' }).waitFor();
  await own.page.getByText('You have been signed out. There is no such video').waitFor();
  // As nobody one is asked for a name, and goes on with it.
  await postComment(shared, 'As a guest');
  await shared.page.getByLabel('Your name').fill('Grace');
  await shared.page.getByLabel('Your name').press('Enter');
  await commentIn(shared, 'As a guest').getByText('Grace').waitFor();
  expect(await violationsOf(own.page)).toEqual([]);
  // Once by the session, once without, and once more as the guest.
  expect(joined).toEqual([
    [401, 200, 200],
    [401, 404],
  ]);
  expect([shared.errors, own.errors]).toEqual([[], []]);
});
