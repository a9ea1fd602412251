import type { Browser, Page } from 'playwright-core';

/** What a page has put on the screen: when, on its own clock that begins with the navigation, and which moment. */
interface Shown {
  atMs: number;
  mediaSeconds: number;
}

interface Player extends HTMLElement {
  readonly video: HTMLVideoElement;
  readonly timelineShiftSeconds: number;
}

declare global {
  interface Window {
    shownFrames: Shown[];
  }
}

/** Begins with the page, and notes every frame of its first video from the first on. */
function noteFrames(): void {
  window.shownFrames = [];
  const watch = (video: HTMLVideoElement) => {
    video.requestVideoFrameCallback((_now, { expectedDisplayTime, mediaTime }) => {
      // The later of both: a paused video's frame says that it was there before anybody could have seen it.
      const atMs = Math.max(performance.now(), expectedDisplayTime);
      window.shownFrames.push({ atMs, mediaSeconds: mediaTime });
      watch(video);
    });
  };
  const look = () => {
    const player = document.querySelector<Player>('lockstep-player');
    const video = player?.video ?? document.querySelector('video');
    if (video instanceof HTMLVideoElement) watch(video);
    else requestAnimationFrame(look);
  };
  look();
}

/** A page with nothing cached, in a window as people have it. */
export async function openCold(browser: Browser, address: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  page.setDefaultTimeout(60_000);
  await page.addInitScript(noteFrames);
  await page.goto(address, { waitUntil: 'commit' });
  return page;
}

/** Milliseconds from the navigation until a picture of the video was up. */
export async function firstFrameMs(browser: Browser, address: string): Promise<number> {
  const page = await openCold(browser, address);
  try {
    await page.waitForFunction(() => window.shownFrames.length > 0);
    return await page.evaluate(() => window.shownFrames[0]?.atMs ?? Number.NaN);
  } finally {
    await page.context().close();
  }
}

/** The same until that very frame was: where a link has named it. */
export async function linkedFrameMs(
  browser: Browser,
  address: string,
  asked: { frame: number; framesPerSecond: number },
): Promise<number> {
  const page = await openCold(browser, `${address}?f=${asked.frame}`);
  try {
    return (await whenShown(page, { ...asked, sinceMs: 0 })).atMs;
  } finally {
    await page.context().close();
  }
}

/** Waits for a frame to come up after `sinceMs`; the page's clock says when it did. */
export function whenShown(
  page: Page,
  asked: { frame: number; framesPerSecond: number; sinceMs: number },
): Promise<Shown> {
  return page
    .waitForFunction(({ frame, framesPerSecond, sinceMs }) => {
      const shift = document.querySelector<Player>('lockstep-player')?.timelineShiftSeconds ?? 0;
      // A frame is presented with the time of its very edge.
      const numberOf = (seconds: number) => Math.floor((seconds + shift) * framesPerSecond + 0.25);
      return window.shownFrames.find((one) => one.atMs >= sinceMs && numberOf(one.mediaSeconds) === frame);
    }, asked)
    .then((found) => found.jsonValue() as Promise<Shown>);
}
