/**
 * Four real browser pages at four distances from the real product, through all that befalls a screening. Skew is
 * the distance between the pictures of two pages, of every two of the four, each 50 ms: median and 95th percentile.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { startDelayProxy, type DelayProxy } from './delay-proxy.ts';
import { atMost, holds, percentile, report, type Figure } from './figure.ts';
import { drawSkew } from './skew-picture.ts';
import { FRAME_MS, convergedAfterMs, pairSkews, sameFrameShare, spreads, type Run } from './skew-samples.ts';
import { SETTLE_MS, playNaively, playThrough, type Four, type Seen } from './skew-scenes.ts';
import { openSkewStage } from './skew-stage.ts';
import { after, describeViewers } from './skew-viewers.ts';

const ROUND_TRIPS_MS = [10, 40, 120, 300] as const;
const NAMES = ROUND_TRIPS_MS.map((roundTripMs) => `${roundTripMs} ms away`);
const PICTURE = path.join(import.meta.dirname, 'pictures/skew.svg');

type Samples = Run['samples'];

const skewOf = (name: string, samples: Samples): Figure[] => [
  atMost(`${name}, p50`, percentile(pairSkews(samples), 0.5), 20, 'ms', 1),
  atMost(`${name}, p95`, percentile(pairSkews(samples), 0.95), 50, 'ms', 1),
];

const convergenceOf = ({ joined, sought, resumed, stalled }: Seen): Figure[] => {
  const after = {
    'a join from 300 ms away': joined,
    'a seek': sought,
    unpausing: resumed,
    'a 2 s stall': stalled,
  };
  return Object.entries(after).map(([name, run]) =>
    atMost(`four pages within a frame after ${name}`, convergedAfterMs(run, FRAME_MS), 3000, 'ms'),
  );
};

/** What the followers did for it. */
function conductOf(facts: Seen['facts'], quiet: readonly Samples[]): Figure[] {
  const spans = quiet.map((samples) => [samples[0]?.atMs ?? Infinity, samples.at(-1)?.atMs ?? 0] as const);
  const isQuiet = (atMs: number) => spans.some(([fromMs, toMs]) => atMs >= fromMs && atMs <= toMs);
  // 0.95 is no further from 1 than 5 %, whatever floating point makes of it.
  const ratesOff = facts.flatMap(({ rates }) => rates.map((rate) => Number(Math.abs(rate - 1).toFixed(9))));
  const errorMs = Math.max(...facts.map((one) => Math.abs(one.clockErrorMs)));
  const areBounded = facts.every((one) => Math.abs(one.clockErrorMs) <= one.clockBoundMs);
  return [
    atMost('playback rate away from normal', 100 * Math.max(0, ...ratesOff), 5, '%', 1),
    atMost('hard seeks while steady', facts.flatMap(({ seeks }) => seeks).filter(isQuiet).length, 0, ''),
    holds('clocks as wrong as they say at most', 'each', `${errorMs.toFixed(1)} ms at most`, areBounded),
  ];
}

/** For comparison, held to nothing. */
const naiveOf = (samples: Samples): Figure[] =>
  [50, 95].map((share) => {
    const measured = `${percentile(pairSkews(samples), share / 100).toFixed(1)} ms`;
    return holds(`the same pages, seek-on-message follower, p${share}`, '', measured, true);
  });

function describe(when: string, samples: Samples): void {
  const [p50, p95] = [0.5, 0.95].map((share) => percentile(spreads(samples), share).toFixed(1));
  const sameShare = Math.round(100 * sameFrameShare(samples));
  console.log(
    `${when}: first screen to last p50 ${p50}, p95 ${p95} ms; two screens on the very same frame ${sameShare} % of the time`,
  );
}

async function measure(viewers: Four<Page>, seen: Seen): Promise<void> {
  mkdirSync(path.dirname(PICTURE), { recursive: true });
  writeFileSync(PICTURE, drawSkew(NAMES, seen.screens, seen.marks, seen.untilMs));
  await describeViewers(viewers, NAMES);
  const steady = after(seen.started, SETTLE_MS);
  const sought = after(seen.sought, SETTLE_MS);
  const resumed = after(seen.resumed, SETTLE_MS);
  describe('steady', steady);
  describe('from 5 s after the seek', sought);
  describe('from 5 s after unpausing', resumed);
  const naive = (await playNaively(viewers)).flatMap((run) => after(run, SETTLE_MS));
  report('Presented frames of four pages, round trips of 10, 40, 120 and 300 ms ± 10 %', [
    ...skewOf('skew of four pages, steady', steady),
    ...skewOf('skew of four pages, from 5 s after a seek', sought),
    ...skewOf('skew of four pages, from 5 s after unpausing', resumed),
    ...convergenceOf(seen),
    ...conductOf(seen.facts, [steady, sought, resumed]),
    ...naiveOf(naive),
  ]);
}

const stage = await openSkewStage();
const proxies = (await Promise.all(
  ROUND_TRIPS_MS.map((roundTripMs) => startDelayProxy({ target: stage.origin, roundTripMs })),
)) as unknown as Four<DelayProxy>;
try {
  const pages = await Promise.all(proxies.map(({ origin }) => stage.openViewer(origin)));
  const viewers = pages as unknown as Four<Page>;
  await measure(viewers, await playThrough(viewers, proxies, stage));
} finally {
  for (const proxy of proxies) proxy.stop();
  await stage.stop();
}
