/** Two real browser pages in one screening of the real product: how far apart are the frames they show? */
import { atMost, percentile, report } from './figure.ts';
import { FRAME_MS, convergedAfterMs, pairSkews, sameFrameShare, type SkewSample } from './skew-samples.ts';
import { openSkewStage } from './skew-stage.ts';
import { act, after, describeViewers, framesUp, pause, play, seek, waitUntilCued } from './skew-viewers.ts';

const STEADY_MS = 15_000;
const AFTER_MS = 6_000;
const SETTLE_MS = 3_000;

const describe = (when: string, samples: SkewSample[]): void =>
  console.log(
    `${when}: at most ${percentile(pairSkews(samples), 1).toFixed(1)} ms; ` +
      `same frame up ${Math.round(100 * sameFrameShare(samples))} % of the time`,
  );

const stage = await openSkewStage();
try {
  const [first, second] = [await stage.openViewer(), await stage.openViewer()];
  const viewers = [first, second];
  await waitUntilCued(viewers);
  const started = await act(viewers, () => play(first), STEADY_MS + SETTLE_MS);
  const sought = await act(viewers, () => seek(first, 8), AFTER_MS + SETTLE_MS);
  await pause(first);
  await first.waitForTimeout(1500);
  const [frameA = Number.NaN, frameB = Number.NaN] = await framesUp(viewers);
  const resumed = await act(viewers, () => play(first), AFTER_MS + SETTLE_MS);
  const [steady, afterSeek, afterPlay] = [started, sought, resumed].map((run) => after(run, SETTLE_MS));
  await describeViewers(viewers, ['viewer 1', 'viewer 2']);
  describe('steady', steady ?? []);
  describe('after seek and unpause', [...(afterSeek ?? []), ...(afterPlay ?? [])]);
  const skew = (samples: SkewSample[] | undefined, share: number) =>
    percentile(pairSkews(samples ?? []), share);
  report('Presented frames of two pages in one screening', [
    atMost('skew of two pages, 15 s steady, p50', skew(steady, 0.5), 33, 'ms', 1),
    atMost('skew of two pages, 15 s steady, p95', skew(steady, 0.95), 50, 'ms', 1),
    atMost('skew after a seek, p50', skew(afterSeek, 0.5), 33, 'ms', 1),
    atMost('skew after unpausing, p50', skew(afterPlay, 0.5), 33, 'ms', 1),
    atMost('frames apart when paused', Math.abs(frameA - frameB), 0, 'frames'),
    atMost('within a frame again after a start', convergedAfterMs(started, FRAME_MS), 3000, 'ms'),
    atMost('within a frame again after a seek', convergedAfterMs(sought, FRAME_MS), 3000, 'ms'),
    atMost('within a frame again after unpausing', convergedAfterMs(resumed, FRAME_MS), 3000, 'ms'),
  ]);
} finally {
  await stage.stop();
}
