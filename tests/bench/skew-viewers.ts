import type { Page } from 'playwright-core';
import { sampleSkew, type Run, type ShownFrame, type SkewSample } from './skew-samples.ts';
import type { Starvation } from './skew-truth.ts';

/** The machine's clock, as every page's frames are stamped by. */
export const nowMs = (): number => performance.timeOrigin + performance.now();

/** Does something, lets time pass, and answers what the screens showed meanwhile. */
export async function act(
  viewers: readonly Page[],
  doing: () => Promise<unknown>,
  forMs: number,
): Promise<Run> {
  const fromMs = nowMs();
  await doing();
  return watch(viewers, fromMs, forMs);
}

/** What the screens show from an instant on. */
export async function watch(viewers: readonly Page[], fromMs: number, forMs: number): Promise<Run> {
  await viewers[0]?.waitForTimeout(Math.max(0, fromMs + forMs - nowMs()));
  return { fromMs, samples: sampleSkew(await framesOf(viewers), fromMs, fromMs + forMs) };
}

export const framesOf = (viewers: readonly Page[]): Promise<ShownFrame[][]> =>
  Promise.all(viewers.map((page) => page.evaluate(() => window.skew?.frames ?? [])));

export const after = ({ fromMs, samples }: Run, afterMs: number): SkewSample[] =>
  samples.filter((sample) => sample.atMs >= fromMs + afterMs);

export const play = (page: Page) => page.evaluate(() => window.skew?.room.play());

export const seek = (page: Page, positionSeconds: number) =>
  page.evaluate((to) => window.skew?.room.seek(to), positionSeconds);

export const pause = (page: Page) =>
  page.evaluate(() => window.skew?.room.pause(window.skew.player.positionSeconds));

/** The number of the frame on each screen. */
export const framesUp = (viewers: readonly Page[]): Promise<number[]> =>
  Promise.all(viewers.map((page) => page.evaluate(() => window.skew?.player.frame ?? Number.NaN)));

export const waitUntilCued = (viewers: readonly Page[]) =>
  Promise.all(
    viewers.map((page) =>
      page.waitForFunction(() => window.skew?.getSync().status === 'in-step', null, { timeout: 20_000 }),
    ),
  );

/** What a viewer did to its element, and how it took itself to stand. */
export interface ViewerFacts extends Starvation {
  offsetMs: number;
  clockErrorMs: number;
  /** How wrong the viewer says that its clock may be. */
  clockBoundMs: number;
  seeks: number[];
  rates: number[];
}

export const factsOf = (page: Page): Promise<ViewerFacts> =>
  page.evaluate(() => {
    const { skew } = window;
    if (skew === undefined) throw new Error('The page is not a viewer.');
    const { errorMs, offsetMs } = skew.getSync();
    return {
      offsetMs: offsetMs ?? Number.NaN,
      clockErrorMs: skew.getClockErrorMs(),
      clockBoundMs: errorMs ?? Number.NaN,
      seeks: skew.seeks,
      rates: skew.rates.map(({ rate }) => rate),
      ...skew.getStarvation(),
    };
  });

/** One line a viewer. Dropped frames and gaps between refreshes tell whether the machine had time for all of them. */
export async function describeViewers(viewers: readonly Page[], names: readonly string[]): Promise<void> {
  for (const [index, page] of viewers.entries()) {
    const facts = await factsOf(page);
    const droppedShare = (100 * facts.droppedFrames) / Math.max(1, facts.shownFrames);
    console.log(
      `${names[index]}: offset ${Number.isNaN(facts.offsetMs) ? 'unknown' : facts.offsetMs.toFixed(1)} ms; ` +
        `clock wrong by ${facts.clockErrorMs.toFixed(1)} of at most ${facts.clockBoundMs.toFixed(1)} ms; ` +
        `${facts.seeks.length} seeks, ${facts.rates.filter((rate) => rate !== 1).length} nudges; ` +
        `dropped ${droppedShare.toFixed(1)} % of frames, waited ${(100 * facts.gapsShare).toFixed(1)} % of the time for ` +
        `the processor, once ${facts.longestGapMs.toFixed(0)} ms`,
    );
  }
}
