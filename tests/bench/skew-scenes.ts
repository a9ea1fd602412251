import type { Page } from 'playwright-core';
import type { DelayProxy } from './delay-proxy.ts';
import type { Mark } from './skew-picture.ts';
import type { Run, ShownFrame } from './skew-samples.ts';
import type { SkewStage } from './skew-stage.ts';
import {
  act,
  factsOf,
  framesOf,
  nowMs,
  pause,
  play,
  seek,
  waitUntilCued,
  watch,
  type ViewerFacts,
} from './skew-viewers.ts';

/** After an act it is given this long, and then looked at for so long. */
export const SETTLE_MS = 5_000;
const LOOK_MS = 5_000;
const STEADY_MS = 12_000;
const STALL_MS = 2_000;
const PAUSE_MS = 1_500;

export type Four<T> = readonly [T, T, T, T];

/** What was seen of a screening from its start on. */
export interface Seen {
  started: Run;
  sought: Run;
  resumed: Run;
  /** From when media came again. */
  stalled: Run;
  /** From when a page that was opened anew heard of its screening. */
  joined: Run;
  facts: ViewerFacts[];
  /** All that each viewer showed, before and after it was opened anew. */
  screens: ShownFrame[][];
  marks: Mark[];
  untilMs: number;
}

/** All that befalls a screening, one thing after the other, on four pages that stand cued. */
export async function playThrough(
  viewers: Four<Page>,
  proxies: Four<DelayProxy>,
  stage: SkewStage,
): Promise<Seen> {
  const [nearest, , far, farthest] = viewers;
  const marks: Mark[] = [];
  const mark = (label: string) => void marks.push({ atMs: nowMs(), label });
  await waitUntilCued(viewers);
  mark('play');
  const started = await act(viewers, () => play(nearest), SETTLE_MS + STEADY_MS);
  mark('seek');
  const sought = await act(viewers, () => seek(nearest, 8), SETTLE_MS + LOOK_MS);
  mark('pause');
  await pause(nearest);
  await nearest.waitForTimeout(PAUSE_MS);
  mark('play');
  const resumed = await act(viewers, () => play(nearest), SETTLE_MS + LOOK_MS);
  const media = await stall(far, proxies[2], () => mark('stall'));
  const stalled = await watch(viewers, media.backMs, SETTLE_MS);
  const before = { frames: await framesOf([farthest]), facts: await factsOf(farthest) };
  await forgetCached(farthest);
  mark('join');
  await stage.reopen(farthest);
  const joinedMs = await farthest.evaluate(() => window.skew?.joins[0] ?? Number.NaN);
  const joined = await watch(viewers, joinedMs, SETTLE_MS);
  const facts = [...(await Promise.all(viewers.map(factsOf))), before.facts];
  const screens = await framesOf(viewers);
  screens[3] = [...(before.frames[0] ?? []), ...(screens[3] ?? [])];
  return { started, sought, resumed, stalled, joined, facts, screens, marks, untilMs: joinedMs + SETTLE_MS };
}

/** From now on the page has nothing that it does not ask for anew. */
async function forgetCached(page: Page): Promise<void> {
  const devTools = await page.context().newCDPSession(page);
  await devTools.send('Network.enable');
  await devTools.send('Network.setCacheDisabled', { cacheDisabled: true });
}

/** Empties a viewer's buffer and keeps media from it until its picture has stood still for 2 s. */
async function stall(page: Page, proxy: DelayProxy, onStall: () => void): Promise<{ backMs: number }> {
  await forgetCached(page);
  const mediaPath = await page.evaluate(() => window.skew?.mediaPath);
  if (mediaPath === undefined) throw new Error('The viewer has no media.');
  proxy.withhold(mediaPath);
  await page.evaluate(() => window.skew?.emptyBuffer());
  await page.waitForFunction(() => window.skew?.getSync().status === 'stalled', null, { timeout: 15_000 });
  onStall();
  await page.waitForTimeout(STALL_MS);
  proxy.release();
  return { backMs: nowMs() };
}

/** The same pages through a seek and an unpausing, each as a plain watch party follows them. */
export async function playNaively(viewers: Four<Page>): Promise<Run[]> {
  const [nearest] = viewers;
  await Promise.all(viewers.map((page) => page.evaluate(() => window.skew?.followNaively())));
  const sought = await act(viewers, () => seek(nearest, 8), SETTLE_MS + LOOK_MS / 2);
  await pause(nearest);
  await nearest.waitForTimeout(PAUSE_MS);
  return [sought, await act(viewers, () => play(nearest), SETTLE_MS + LOOK_MS / 2)];
}
