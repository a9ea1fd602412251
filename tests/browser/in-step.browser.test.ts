import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { signUp } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { median, notePresented, pictureOf, presentedBy, skewsMs, waitUntilPlaying } from './picture.ts';
import { FILM } from './film.ts';
import { startScreening, watch, type Visitor } from './visitor.ts';

/** One frame at 30 a second, and what two pages on two busy cores may add. The bench holds the real bound. */
const SKEW_BOUND_MS = 50;

let browser: Browser;
let ann: Visitor;
let bob: Visitor;
beforeAll(async () => {
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  const owner = await signUp(sharedStack().origin, 'Ann');
  const film = await uploadFilm(owner, { file: FILM });
  ann = await watch(browser, `/v/${film.shortId}`, owner);
  bob = await watch(browser, await startScreening(ann));
});
afterAll(() => browser.close());

const both = (): [Visitor, Visitor] => [ann, bob];

test('what one plays both play, on the same frame', async () => {
  const [a, b] = both();
  await a.page.keyboard.press('k');
  await Promise.all([a, b].map(({ page }) => waitUntilPlaying(page)));
  await Promise.all([a, b].map(({ page }) => notePresented(page)));
  await expect
    .poll(
      async () => {
        const [ofA, ofB] = await Promise.all([presentedBy(a.page, 2000), presentedBy(b.page, 2000)]);
        return ofA.length < 20 ? Number.NaN : median(skewsMs(ofA, ofB));
      },
      { timeout: 25_000, interval: 1000 },
    )
    .toBeLessThan(SKEW_BOUND_MS);
});

test('what one pauses both pause, on exactly one frame', async () => {
  const [a, b] = both();
  await b.page.keyboard.press('k');
  await expect
    .poll(() => shownBy(a, b), { timeout: 10_000 })
    .toMatchObject({ isPaused: true, framesApart: 0 });
});

test('a seek while paused lands both on the same frame', async () => {
  const [a, b] = both();
  const before = await pictureOf(b.page);
  await a.page.keyboard.press('l');
  const moved = async () => (await pictureOf(b.page)).positionSeconds - before.positionSeconds;
  await expect.poll(moved, { timeout: 10_000 }).toBeCloseTo(10, 1);
  await expect.poll(() => shownBy(a, b), { timeout: 10_000 }).toMatchObject({ framesApart: 0 });
});

test('one frame forward is one frame for both', async () => {
  const [a, b] = both();
  const { frame } = await pictureOf(a.page);
  await b.page.keyboard.press('.');
  await expect
    .poll(async () => [(await pictureOf(a.page)).frame, (await pictureOf(b.page)).frame], { timeout: 10_000 })
    .toEqual([(frame ?? 0) + 1, (frame ?? 0) + 1]);
});

test('each sees the other, and how far apart they are', async () => {
  const [a, b] = both();
  await expect.poll(() => a.page.locator('.screening-bar .avatar').count()).toBe(2);
  await expect
    .poll(() => b.page.locator('.in-step').textContent(), { timeout: 10_000 })
    .toMatch(/within \d+ ms|2 in step/);
});

test('what others do is said in one polite voice', async () => {
  const [a] = both();
  const spoken = a.page.locator('[aria-live="polite"]');
  await expect
    .poll(() => spoken.textContent(), { timeout: 10_000 })
    .toMatch(/Somebody (paused at|moved to) \d/);
});

test('who leaves is on their own, and may come back', async () => {
  const [a, b] = both();
  const link = new URL(b.page.url()).pathname;
  await b.page.getByRole('button', { name: 'Leave' }).click();
  await b.page.waitForURL(/\/v\/[\w-]{11}$/);
  await a.page.keyboard.press('Home');
  await expect.poll(async () => (await pictureOf(a.page)).frame).toBe(0);
  expect((await pictureOf(b.page)).frame).toBeGreaterThan(0);
  await b.page.getByRole('button', { name: 'Rejoin the screening' }).click();
  await expect.poll(() => shownBy(a, b), { timeout: 10_000 }).toMatchObject({ framesApart: 0 });
  expect(new URL(b.page.url()).pathname).toBe(link);
});

test('when the host ends it both go on alone, and its link says so', async () => {
  const [a, b] = both();
  const link = a.page.url();
  await a.page.getByRole('button', { name: 'End for everyone' }).click();
  await b.page.getByText('The screening has ended. You are watching alone.').waitFor();
  await expect
    .poll(async () => (await (await fetch(link)).text()).includes('"endedScreening":{'), { timeout: 10_000 })
    .toBe(true);
  expect([a.errors, b.errors]).toEqual([[], []]);
});

async function shownBy(a: Visitor, b: Visitor): Promise<{ isPaused: boolean; framesApart: number }> {
  const [one, other] = await Promise.all([pictureOf(a.page), pictureOf(b.page)]);
  return {
    isPaused: !one.isPlaying && !other.isPlaying,
    framesApart: (one.frame ?? Number.NaN) - (other.frame ?? Number.NaN),
  };
}
