/** Two real browser pages in one screening of the real product: how far apart are the frames they show? */
import type { Page } from 'playwright-core';
import { atMost, percentile, report } from './figure.ts';
import { convergedAfterMs, sampleSkew, type ShownFrame, type SkewSample } from './skew-samples.ts';
import { openSkewStage } from './skew-stage.ts';

/** One frame of the film. */
const FRAME_MS = 33;
const STEADY_MS = 15_000;
const AFTER_MS = 6_000;
const SETTLE_MS = 3_000;

interface Run {
  fromMs: number;
  samples: SkewSample[];
}

/** Steers from the first page, lets time pass, and answers the skew of that time. */
async function act(
  [a, b]: readonly [Page, Page],
  steer: (page: Page) => Promise<unknown>,
  forMs: number,
): Promise<Run> {
  const fromMs = await a.evaluate(() => performance.timeOrigin + performance.now());
  await steer(a);
  await a.waitForTimeout(forMs);
  const [framesA, framesB] = await Promise.all([framesOf(a), framesOf(b)]);
  return { fromMs, samples: sampleSkew(framesA, framesB, fromMs, fromMs + forMs) };
}

const framesOf = (page: Page): Promise<ShownFrame[]> => page.evaluate(() => window.skew?.frames ?? []);

const waitUntilCued = (page: Page) =>
  page.waitForFunction(() => window.skew?.getSync().status === 'in-step', null, { timeout: 20_000 });

const from = ({ fromMs, samples }: Run, afterMs: number): SkewSample[] =>
  samples.filter((sample) => sample.atMs >= fromMs + afterMs);

/** Of the distances between the two pictures' places, as presented frames tell them. */
const skew = (samples: SkewSample[], share: number): number =>
  percentile(
    samples.map((sample) => sample.placeMs),
    share,
  );

/** How often both screens show the very same frame: frames come up in steps, so a small skew shows now and then. */
const sameFrame = (samples: SkewSample[]): string =>
  `${Math.round((100 * samples.filter((sample) => sample.shownMs < 1).length) / samples.length)} %`;

const converged = ({ fromMs, samples }: Run): number => convergedAfterMs(samples, fromMs, FRAME_MS);

async function describeViewers(pages: readonly Page[]): Promise<void> {
  for (const [index, page] of pages.entries()) {
    const words = await page.evaluate(() => {
      const { skew } = window;
      const estimate = skew?.room.clock.getEstimate();
      return JSON.stringify({
        sync: skew?.getSync(),
        seeks: skew?.seeks.length,
        rates: skew?.rates.length,
        estimate,
        shift: skew?.player.timelineShiftSeconds,
      });
    });
    console.log(`viewer ${index + 1}: ${words}`);
  }
}

const stage = await openSkewStage();
try {
  const viewers = [await stage.openViewer(), await stage.openViewer()] as const;
  await Promise.all(viewers.map(waitUntilCued));
  const started = await act(
    viewers,
    (page) => page.evaluate(() => window.skew?.room.play()),
    STEADY_MS + SETTLE_MS,
  );
  const sought = await act(
    viewers,
    (page) => page.evaluate(() => window.skew?.room.seek(8)),
    AFTER_MS + SETTLE_MS,
  );
  await viewers[0].evaluate(() => window.skew?.room.pause(window.skew.player.positionSeconds));
  await viewers[0].waitForTimeout(1500);
  const frames = await Promise.all(
    viewers.map((page) => page.evaluate(() => window.skew?.player.frame ?? null)),
  );
  const resumed = await act(
    viewers,
    (page) => page.evaluate(() => window.skew?.room.play()),
    AFTER_MS + SETTLE_MS,
  );
  console.log(`paused on frames ${frames.join(' and ')}`);
  await describeViewers(viewers);
  const steady = from(started, SETTLE_MS);
  const later = [...from(sought, SETTLE_MS), ...from(resumed, SETTLE_MS)];
  console.log(
    `steady: at most ${skew(steady, 1).toFixed(1)} ms; same frame up ${sameFrame(steady)} of the time`,
  );
  console.log(
    `after seek and unpause: at most ${skew(later, 1).toFixed(1)} ms; same frame ${sameFrame(later)}`,
  );
  report('Presented frames of two pages in one screening', [
    atMost('skew of two pages, 15 s steady, p50', skew(steady, 0.5), FRAME_MS, 'ms', 1),
    atMost('skew of two pages, 15 s steady, p95', skew(steady, 0.95), 50, 'ms', 1),
    atMost('skew after a seek, p50', skew(from(sought, SETTLE_MS), 0.5), FRAME_MS, 'ms', 1),
    atMost('skew after unpausing, p50', skew(from(resumed, SETTLE_MS), 0.5), FRAME_MS, 'ms', 1),
    atMost('frames apart when paused', Math.abs((frames[0] ?? NaN) - (frames[1] ?? NaN)), 0, 'frames'),
    atMost('within a frame again after a start', converged(started), 3000, 'ms'),
    atMost('within a frame again after a seek', converged(sought), 3000, 'ms'),
    atMost('within a frame again after unpausing', converged(resumed), 3000, 'ms'),
  ]);
} finally {
  await stage.stop();
}
