import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchBrowser } from '#tests/support/browser.ts';
import { signUp } from '#tests/support/people.ts';
import { projectRoot } from '#worker/local/project-root.ts';
import { VIDEO } from '#worker/local/seed/content.ts';
import { uploadFile } from '#worker/local/seed/upload.ts';
import { startStack } from '#worker/local/stack.ts';
import { v7 as uuidv7 } from 'uuid';

/**
 * A small film of 60 s at 30 frames a second, so that the figure tells of the sync and not of how fast this machine
 * decodes 1080p twice in software. LOCKSTEP_SKEW_FILE names another.
 */
const FILM = path.join(projectRoot, 'client/public/sample.mp4');

export interface SkewStage {
  origin: string;
  videoId: string;
  screeningId: string;
  /** Opens one more viewer in a browser context of its own, who sees the product at `from` or right here. */
  openViewer(from?: string): Promise<Page>;
  /** Opens a viewer anew in the context it has: a join like any other. */
  reopen(page: Page): Promise<Page>;
  stop(): Promise<void>;
}

/** The real product with the demo film in it, a running screening, and viewers in real browsers. */
export async function openSkewStage(): Promise<SkewStage> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'lockstep-skew-'));
  const undo: (() => unknown)[] = [() => rmSync(folder, { recursive: true, force: true })];
  const stop = async (): Promise<void> => {
    for (const step of undo.splice(0).toReversed()) await step();
  };
  try {
    const modules = path.join(folder, 'page');
    await buildPage(modules);
    const stack = await startStack({ dataDir: path.join(folder, 'data'), durable: false, quiet: true });
    undo.push(() => stack.stop());
    const { origin } = stack;
    const { videoId, screeningId } = await prepareScreening(origin);
    const browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
    undo.push(() => browser.close());
    const address = `/healthz?video=${videoId}&screening=${screeningId}`;
    const script = path.join(modules, 'page.js');
    const openViewer = async (from = origin) => loadViewer(await newPage(browser), script, from + address);
    const reopen = (page: Page) => loadViewer(page, script, page.url());
    return { origin, videoId, screeningId, openViewer, reopen, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

const buildPage = (outDir: string) =>
  build({
    configFile: false,
    logLevel: 'error',
    root: projectRoot,
    build: {
      outDir,
      target: 'esnext',
      rollupOptions: {
        input: path.join(import.meta.dirname, 'skew-page.ts'),
        // In one file: it is slipped in without a request, so no request has to be stopped and looked at.
        output: { entryFileNames: 'page.js', codeSplitting: false },
      },
    },
  });

async function prepareScreening(origin: string): Promise<{ videoId: string; screeningId: string }> {
  const { session: owner } = await signUp(origin, 'Owner');
  const videoId = uuidv7();
  await owner.json('POST', '/api/videos', { ...VIDEO, id: videoId });
  await uploadFile(owner, process.env['LOCKSTEP_SKEW_FILE'] ?? FILM, videoId);
  const screeningId = uuidv7();
  const draft = { id: screeningId, positionSeconds: 2, isPlaying: false };
  await owner.json('POST', `/api/videos/${videoId}/screenings`, draft);
  return { videoId, screeningId };
}

async function newPage(browser: Browser): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 960, height: 540 }, bypassCSP: true });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`page: ${error.message}`));
  return page;
}

/**
 * The document comes from the product itself, because a page that a test makes up may not open sockets to this
 * machine; only our script is slipped in.
 */
async function loadViewer(page: Page, script: string, address: string): Promise<Page> {
  await page.goto(address);
  await page.addScriptTag({ path: script, type: 'module' });
  await page.waitForFunction(() => window.skew?.room.getState().screening != null);
  return page;
}
