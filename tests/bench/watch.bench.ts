/** The watch page, with nothing cached: how soon a picture is up, and how soon the frame of a comment. */
import type { Page } from 'playwright-core';
import { atMost, holds, percentile, report, type Figure } from './figure.ts';
import { firstFrameMs, linkedFrameMs, openCold, whenShown } from './watch-probe.ts';
import { openWatchStage, type ShownFilm, type WatchStage } from './watch-stage.ts';

const VISITS = 20;
const CLICKS = 32;
const STEPS = 100;
const FIRST_FRAME_MS = 1000;
const COMMENT_MS = 300;

const spread = (samples: number[]): string =>
  `${percentile(samples, 0.5).toFixed(0)} ms (p95 ${percentile(samples, 0.95).toFixed(0)})`;

/** Each measured once for nothing (who comes first finds all caches cold), then in turns, so that all share the weather. */
async function inTurns(
  count: number,
  measures: readonly ((index: number) => Promise<number>)[],
): Promise<number[][]> {
  for (const measure of measures) await measure(count);
  const samples: number[][] = measures.map(() => []);
  for (let index = 0; index < count; index += 1)
    for (const [turn, measure] of measures.entries()) samples[turn]?.push(await measure(index));
  return samples;
}

async function firstFrames({ browser, rivalAddress }: WatchStage, film: ShownFilm): Promise<Figure[]> {
  const { name, address, frames, framesPerSecond, hlsUrl } = film;
  const linkTo = (index: number) => ({ frame: frames[index % frames.length] ?? 0, framesPerSecond });
  const [own = [], rival = [], linked] = await inTurns(VISITS, [
    () => firstFrameMs(browser, address),
    () => firstFrameMs(browser, rivalAddress(hlsUrl)),
    ...(film.isDecodedSoon ? [(index: number) => linkedFrameMs(browser, address, linkTo(index))] : []),
  ]);
  console.log(`${name}: first frame ${spread(own)}, bare hls.js ${spread(rival)}`);
  const beside = `bare hls.js page ${percentile(rival, 0.5).toFixed(0)} ms`;
  const first = `${name}: navigation → first frame, p50 of ${VISITS} (${beside})`;
  const atLink = `${name}: navigation → the linked frame, p50 of ${VISITS}`;
  return [
    atMost(first, percentile(own, 0.5), FIRST_FRAME_MS, 'ms'),
    ...(linked ? [atMost(atLink, percentile(linked, 0.5), FIRST_FRAME_MS, 'ms')] : []),
  ];
}

/** Presses comments back and forth, so that most lie in another segment than the one before. */
async function comments({ browser, rivalAddress }: WatchStage, film: ShownFilm): Promise<Figure> {
  const { name, frames, framesPerSecond } = film;
  const page = await openCold(browser, film.address);
  const rival = await openCold(browser, rivalAddress(film.hlsUrl));
  try {
    for (const each of [page, rival]) await each.waitForFunction(() => window.shownFrames.length > 0);
    await rival.evaluate(() => document.querySelector('video')?.pause());
    const chosen = (index: number) => frames[(index * 7 + 3) % frames.length] ?? 0;
    const [own = [], bare = []] = await inTurns(CLICKS, [
      (index) => pressComment(page, chosen(index), framesPerSecond),
      (index) => seekBare(rival, chosen(index), framesPerSecond),
    ]);
    console.log(`${name}: a comment's frame ${spread(own)}, a seek of a bare video ${spread(bare)}`);
    const [ours, theirs] = [percentile(own, 0.5), percentile(bare, 0.5)];
    const what = `${name}: click on a comment → its frame, p50 of ${CLICKS}`;
    if (film.isDecodedSoon)
      return atMost(`${what} (bare video’s seek ${theirs.toFixed(0)} ms)`, ours, COMMENT_MS, 'ms');
    // Decoding from the keyframe on is nearly all of it: what is ours to answer for is what comes on top.
    const measured = `${ours.toFixed(0)} beside ${theirs.toFixed(0)} ms`;
    return holds(what, `≤ 1.25 × a bare video’s seek`, measured, ours <= theirs * 1.25);
  } finally {
    await page.context().close();
    await rival.context().close();
  }
}

async function pressComment(page: Page, frame: number, framesPerSecond: number): Promise<number> {
  const chip = page
    .getByRole('article')
    .filter({ hasText: `At frame ${frame}` })
    .locator('.timecode')
    .first();
  const sinceMs = await chip.evaluate((button) => {
    const beforeMs = performance.now();
    (button as HTMLElement).click();
    return beforeMs;
  });
  return (await whenShown(page, { frame, framesPerSecond, sinceMs })).atMs - sinceMs;
}

async function seekBare(page: Page, frame: number, framesPerSecond: number): Promise<number> {
  return page.evaluate(
    (seconds) =>
      new Promise<number>((resolve) => {
        const video = document.querySelector('video') as HTMLVideoElement;
        const sinceMs = performance.now();
        video.requestVideoFrameCallback(() => resolve(performance.now() - sinceMs));
        video.currentTime = seconds;
      }),
    (frame + 0.5) / framesPerSecond,
  );
}

async function steps({ browser }: WatchStage, film: ShownFilm): Promise<Figure> {
  const { frames, framesPerSecond } = film;
  const from = frames[1] ?? 0;
  const page = await openCold(browser, `${film.address}?f=${from}`);
  try {
    await whenShown(page, { frame: from, framesPerSecond, sinceMs: 0 });
    let exact = 0;
    for (let step = 1; step <= STEPS; step += 1) {
      const sinceMs = await page.evaluate(() => performance.now());
      await page.keyboard.press('.');
      await whenShown(page, { frame: from + step, framesPerSecond, sinceMs }).then(() => (exact += 1));
    }
    return holds(`${film.name}: frame steps over HLS`, `${STEPS} exact`, `${exact} exact`, exact === STEPS);
  } finally {
    await page.context().close();
  }
}

const stage = await openWatchStage();
try {
  const figures: Figure[] = [];
  for (const film of stage.films) {
    figures.push(...(await firstFrames(stage, film)));
    figures.push(await comments(stage, film));
  }
  const [small] = stage.films;
  if (small) figures.push(await steps(stage, small));
  report('The watch page', figures);
} finally {
  await stage.stop();
}
