import type { Browser, BrowserContext, Page } from 'playwright-core';
import { openContext, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

/** Somebody with a browser of their own, on one page of the product. */
export interface Visitor {
  page: Page;
  context: BrowserContext;
  /** What broke in the page's scripts. */
  errors: string[];
}

/** Opens a page as this person, or as nobody in particular, and waits until its script has drawn it. */
export async function visit(browser: Browser, path: string, person?: Person): Promise<Visitor> {
  const visitor = await openPage(browser, person);
  await visitor.page.goto(addressOf(path));
  await visitor.page.locator('.site-header').waitFor();
  return visitor;
}

/** Opens a page and does nothing in it, not even look, until `eventName` has come by. */
export async function visitUntouched(browser: Browser, path: string, eventName: string): Promise<Visitor> {
  const visitor = await openPage(browser);
  await visitor.page.addInitScript((name) => {
    document.addEventListener(name, () => console.info(`came by: ${name}`), { capture: true });
  }, eventName);
  const cameBy = visitor.page.waitForEvent(
    'console',
    (message) => message.text() === `came by: ${eventName}`,
  );
  await visitor.page.goto(addressOf(path));
  await cameBy;
  return visitor;
}

const addressOf = (path: string): string => new URL(path, sharedStack().origin).href;

async function openPage(browser: Browser, person?: Person): Promise<Visitor> {
  const context = await openContext(browser, person);
  const page = await context.newPage();
  // Below a test's own limit, so that what is waited for in vain is named.
  page.setDefaultTimeout(15_000);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  return { page, context, errors };
}

/** As `visit`, on a watch page, once it is in the room. */
export async function watch(browser: Browser, path: string, person?: Person): Promise<Visitor> {
  const visitor = await visit(browser, path, person);
  await waitForRoom(visitor.page);
  return visitor;
}

/** The first paint is the worker's; this is when the page's script runs and the room has answered. */
export const waitForRoom = (page: Page): Promise<void> =>
  page.locator('#tab-people', { hasText: /[1-9]/ }).waitFor();

/** Starts a screening with the page's button; answers the path of its link. */
export async function startScreening({ page }: Visitor): Promise<string> {
  await page.getByRole('button', { name: 'Start a screening from here' }).click();
  await page.waitForURL(/\/s\/[\w-]{11}$/);
  return new URL(page.url()).pathname;
}

/** Writes into the page's own composer and sends it. */
export async function postComment({ page }: Visitor, content: string): Promise<void> {
  await page.getByLabel('Comment', { exact: true }).fill(content);
  await page.getByLabel('Comment', { exact: true }).press('Control+Enter');
}

export const commentIn = ({ page }: Visitor, content: string) =>
  page.getByRole('article').filter({ hasText: content });
