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

async function times(count: number, measure: (index: number) => Promise<number>): Promise<number[]> {
  const samples: number[] = [];
  // The first finds the product, the disk and the browser's own process cold, which no other does.
  await measure(0);
  for (let index = 0; index < count; index += 1) samples.push(await measure(index));
  return samples;
}

async function firstFrames({ browser, rivalAddress }: WatchStage, film: ShownFilm): Promise<Figure[]> {
  const { name, address, frames, framesPerSecond, hlsUrl } = film;
  const own = await times(VISITS, () => firstFrameMs(browser, address));
  const rival = await times(VISITS, () => firstFrameMs(browser, rivalAddress(hlsUrl)));
  const linked = await times(VISITS, (index) =>
    linkedFrameMs(browser, address, { frame: frames[index % frames.length] ?? 0, framesPerSecond }),
  );
  console.log(
    `${name}: first frame ${spread(own)}, bare hls.js ${spread(rival)}, a link to a frame ${spread(linked)}`,
  );
  const beside = `bare hls.js page ${percentile(rival, 0.5).toFixed(0)} ms`;
  return [
    atMost(
      `${name}: navigation → first frame, p50 of ${VISITS} (${beside})`,
      percentile(own, 0.5),
      FIRST_FRAME_MS,
      'ms',
    ),
    atMost(
      `${name}: navigation → the linked frame, p50 of ${VISITS}`,
      percentile(linked, 0.5),
      FIRST_FRAME_MS,
      'ms',
    ),
  ];
}

/** Presses comments back and forth, so that most lie in another segment than the one before. */
async function comments({ browser, rivalAddress }: WatchStage, film: ShownFilm): Promise<Figure> {
  const { name, frames, framesPerSecond } = film;
  const page = await openCold(browser, film.address);
  const rival = await openCold(browser, rivalAddress(film.hlsUrl));
  try {
    await page.waitForFunction(() => window.shownFrames.length > 0);
    await rival.waitForFunction(() => window.shownFrames.length > 0);
    await rival.evaluate(() => document.querySelector('video')?.pause());
    const chosen = (index: number) => frames[(index * 7 + 3) % frames.length] ?? 0;
    const own = await times(CLICKS, (index) => pressComment(page, chosen(index), framesPerSecond));
    const bare = await times(CLICKS, (index) => seekBare(rival, chosen(index), framesPerSecond));
    console.log(`${name}: a comment's frame ${spread(own)}, a seek of a bare video ${spread(bare)}`);
    const beside = `bare video’s seek ${percentile(bare, 0.5).toFixed(0)} ms`;
    const what = `${name}: click on a comment → its frame, p50 of ${CLICKS} (${beside})`;
    return atMost(what, percentile(own, 0.5), COMMENT_MS, 'ms');
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
  // Away first, if it is what stands there.
  const sinceMs = await chip.evaluate((button) => {
    (button as HTMLElement).click();
    return performance.now();
  });
  return (await whenShown(page, { frame, framesPerSecond, sinceMs })).atMs - sinceMs;
}

async function seekBare(page: Page, frame: number, framesPerSecond: number): Promise<number> {
  return page.evaluate(
    (seconds) =>
      new Promise<number>((resolve) => {
        const video = document.querySelector('video') as HTMLVideoElement;
        const sinceMs = performance.now();
        video.requestVideoFrameCallback((_now, { presentationTime }) => resolve(presentationTime - sinceMs));
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
