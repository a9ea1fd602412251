// `npm run screenshots`: a picture of every page, taken of the running product with its demo.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { projectRoot } from '../../worker/local/project-root.ts';
import { seedDemo } from '../../worker/local/seed/demo.ts';
import { startStack } from '../../worker/local/stack.ts';
import { launchBrowser } from './browser.ts';
import { enterAsGuest, openContext } from './people.ts';
import { tourOfPages } from './screenshot-tour.ts';
import { sideBySide } from './side-by-side.ts';
import { makeTempFolder } from './temp-folder.ts';

const OUTPUT = join(projectRoot, '.github/screenshots');
const WINDOW = { width: 1180, height: 740 };
/** A bird on a branch: something to look at. */
const SHOWN_SECONDS = 18.5;

const pathOf = (name: string): string => join(OUTPUT, `${name}.png`);

async function enter(browser: Browser, origin: string, link: string, name: string): Promise<Page> {
  const context = await openContext(browser, await enterAsGuest(origin, name));
  const page = await context.newPage();
  await page.setViewportSize(WINDOW);
  await page.goto(link);
  await page.locator('#tab-people', { hasText: /[1-9]/ }).waitFor();
  return page;
}

/** Both windows play in step for a while, stop at one frame, and have talked meanwhile. */
async function twoWindows(browser: Browser, origin: string, link: string): Promise<Buffer[]> {
  const ann = await enter(browser, origin, link, 'Ann');
  const bob = await enter(browser, origin, link, 'Bob');
  await ann.locator('lockstep-player').evaluate((player, seconds) => {
    (player as HTMLElement & { seekTo(positionSeconds: number): void }).seekTo(seconds - 6);
  }, SHOWN_SECONDS);
  await ann.keyboard.press('k');
  await waitForFrame(bob, SHOWN_SECONDS - 1.5);
  await bob.getByLabel('Comment', { exact: true }).fill('Same frame on your side?');
  await bob.getByLabel('Comment', { exact: true }).press('Control+Enter');
  await ann
    .getByRole('button', { name: /^Like, / })
    .first()
    .click();
  await waitForFrame(bob, SHOWN_SECONDS);
  await ann.locator('body').click({ position: { x: 400, y: 10 } });
  await ann.keyboard.press('k');
  await ann
    .getByText(/paused at/)
    .first()
    .waitFor();
  await ann.locator('.in-step', { hasText: /within \d+ ms/ }).waitFor();
  const showControls = (page: Page) => page.mouse.move(WINDOW.width / 3, WINDOW.height / 2 + Math.random());
  await Promise.all([ann, bob].map(showControls));
  // Controls fade in.
  await ann.waitForTimeout(600);
  return Promise.all([ann, bob].map((page) => page.screenshot()));
}

/** The same video opened alone, on a small screen too. */
async function watchAlone(browser: Browser, origin: string, link: string): Promise<void> {
  const page = await enter(browser, origin, link, 'Cid');
  await page.getByRole('button', { name: 'Leave' }).click();
  await page.waitForURL(/\/v\//);
  await page.reload();
  await page.locator('#tab-people', { hasText: /[1-9]/ }).waitFor();
  await page.keyboard.press('k');
  await waitForFrame(page, 12.5);
  await page.keyboard.press('k');
  await page.getByRole('tab', { name: /Chapters/ }).click();
  await page.mouse.move(WINDOW.width / 3, WINDOW.height / 2);
  await page.waitForTimeout(600);
  await page.screenshot({ path: pathOf('watch') });
  await page.getByRole('tab', { name: /Comments/ }).click();
  await page.setViewportSize({ width: 390, height: 780 });
  await page.waitForTimeout(300);
  await page.screenshot({ path: pathOf('phone') });
  await page.context().close();
}

/** Until the page has presented a frame at or after this moment. */
async function waitForFrame(page: Page, seconds: number): Promise<void> {
  await page.locator('lockstep-player').evaluate(async (player, wanted) => {
    const { video } = player as HTMLElement & { video: HTMLVideoElement };
    const nextFrame = () =>
      new Promise<number>((resolve) => {
        video.requestVideoFrameCallback((_now, { mediaTime }) => resolve(mediaTime));
      });
    while ((await nextFrame()) < wanted);
  }, seconds);
}

async function shoot(context: BrowserContext, address: string, name: string): Promise<void> {
  const page = await context.newPage();
  await page.setViewportSize(WINDOW);
  await page.goto(address);
  await page.waitForLoadState('networkidle');
  await page.screenshot({ path: pathOf(name) });
  await page.close();
}

const { folder, remove } = makeTempFolder();
const stack = await startStack({ dataDir: folder, durable: false, quiet: true });
const browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
try {
  mkdirSync(OUTPUT, { recursive: true });
  const link = await seedDemo({ origin: stack.origin, dataDir: folder, say: console.log });
  const windows = await twoWindows(browser, stack.origin, link);
  await sideBySide(browser, windows, WINDOW, pathOf('two-windows'));
  const [first] = windows;
  if (first) writeFileSync(pathOf('screening'), first);
  await watchAlone(browser, stack.origin, link);
  const light = await browser.newContext({ colorScheme: 'light' });
  await shoot(light, stack.origin, 'home');
  await tourOfPages(browser, stack.origin, OUTPUT);
  console.log(`Screenshots are in ${OUTPUT}`);
} finally {
  await browser.close();
  await stack.stop();
  remove();
}
