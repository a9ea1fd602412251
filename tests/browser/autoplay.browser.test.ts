import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { startScreening, visitUntouched, watch } from './visitor.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'document-user-activation-required' });
});
afterAll(() => browser.close());

test('where playing by itself is forbidden, an overlay stands over the video only, and joins by one press', async () => {
  const owner = await signUp(sharedStack().origin, 'Ann');
  const film = await uploadFilm(owner, { file: FILM });
  const ann = await watch(browser, `/v/${film.shortId}`, owner);
  const link = await startScreening(ann);
  await ann.page.keyboard.press('k');
  await waitUntilPlaying(ann.page);

  // Evaluating in a page counts as its viewer's doing, so nothing is asked of it before it was refused.
  const { page, errors } = await visitUntouched(browser, link, 'playbackblocked');
  const join = page.getByRole('button', { name: 'Join playback' });
  await join.waitFor();
  const [stage, overlay] = await Promise.all([
    page.locator('.stage').boundingBox(),
    page.locator('lockstep-player #overlay').boundingBox(),
  ]);
  if (!stage || !overlay) throw new Error('Nothing to compare.');
  expect(overlay.x).toBeGreaterThanOrEqual(stage.x);
  expect(overlay.y).toBeGreaterThanOrEqual(stage.y);
  expect(overlay.x + overlay.width).toBeLessThanOrEqual(stage.x + stage.width + 1);
  expect(overlay.y + overlay.height).toBeLessThanOrEqual(stage.y + stage.height + 1);
  // Nothing lies over the rest of the page: what is pressed is what is there.
  await page.getByRole('tab', { name: /People/ }).click({ trial: true });
  await page.getByLabel('Comment', { exact: true }).click({ trial: true });
  // To the others, too: whoever may not play does not stand where they do.
  await ann.page.getByRole('tab', { name: /People/ }).click();
  const people = ann.page.getByRole('tabpanel', { name: /People/ });
  await people.getByText(/ s behind/).waitFor();
  await join.click();
  await waitUntilPlaying(page);
  await people.getByText(/ s behind/).waitFor({ state: 'detached' });
  expect(errors).toEqual([]);
});
