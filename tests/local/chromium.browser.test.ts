import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Browser } from 'playwright-core';
import { launchBrowser } from '#tests/support/browser.ts';
import { sharedStack } from '#tests/support/stack.ts';

let browser: Browser;
beforeAll(async () => {
  browser = await launchBrowser();
});
afterAll(() => browser.close());

test('the test browser plays H.264 and AAC through Media Source Extensions', async () => {
  const page = await browser.newPage();
  await page.goto(`${sharedStack().origin}/healthz`);
  const plays = await page.evaluate(() =>
    MediaSource.isTypeSupported('video/mp4; codecs="avc1.640028, mp4a.40.2"'),
  );
  expect(plays).toBe(true);
});
