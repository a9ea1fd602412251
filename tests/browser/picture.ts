import type { Page } from 'playwright-core';

/** What tests read of `<lockstep-player>`. */
interface PlayerElement extends HTMLElement {
  readonly video: HTMLVideoElement;
  readonly frame: number | null;
  readonly positionSeconds: number;
}

/** One frame as the page showed it: when on the machine's clock, and which. */
export interface Presented {
  atMs: number;
  mediaSeconds: number;
}

declare global {
  interface Window {
    presentedFrames: Presented[];
  }
}

const playerOf = (page: Page) => page.locator('lockstep-player');

/** What the player shows and how. */
export const pictureOf = (page: Page) =>
  playerOf(page).evaluate((element) => {
    const { video, frame, positionSeconds } = element as PlayerElement;
    return {
      frame,
      positionSeconds,
      isPlaying: !video.paused,
      rate: video.playbackRate,
      volume: video.volume,
      isMuted: video.muted,
      isFullscreen: document.fullscreenElement !== null,
    };
  });

/** Waits until pictures move: data is there and frames go by. */
export async function waitUntilPlaying(page: Page): Promise<void> {
  await playerOf(page).evaluate(async (element) => {
    const { video } = element as PlayerElement;
    const nextFrame = () =>
      new Promise<number>((resolve, reject) => {
        const { readyState, paused, currentTime } = video;
        const words = `No frame for 15 s (readyState ${readyState}, paused ${paused}, at ${currentTime}).`;
        setTimeout(() => reject(new Error(words)), 15_000);
        video.requestVideoFrameCallback((_now, { mediaTime }) => resolve(mediaTime));
      });
    const first = await nextFrame();
    while ((await nextFrame()) - first < 0.3);
  });
}

/** Begins to note every frame the page presents. */
export const notePresented = (page: Page) =>
  playerOf(page).evaluate((element) => {
    const { video } = element as PlayerElement;
    window.presentedFrames = [];
    const note = () =>
      video.requestVideoFrameCallback((_now, { expectedDisplayTime, mediaTime }) => {
        window.presentedFrames.push({
          atMs: performance.timeOrigin + expectedDisplayTime,
          mediaSeconds: mediaTime,
        });
        note();
      });
    note();
  });

/** The frames presented in the last `lastMs`. */
export const presentedBy = (page: Page, lastMs: number) =>
  page.evaluate((ms) => {
    const since = performance.timeOrigin + performance.now() - ms;
    return window.presentedFrames.filter(({ atMs }) => atMs >= since);
  }, lastMs);

/** How far two pages' pictures are apart, for each frame of the first: sorted, in milliseconds. */
export function skewsMs(one: Presented[], other: Presented[]): number[] {
  const skews = one.flatMap(({ atMs, mediaSeconds }) => {
    const beside = other.findLast((frame) => frame.atMs <= atMs);
    if (!beside || atMs - beside.atMs > 200) return [];
    return [Math.abs((mediaSeconds - beside.mediaSeconds) * 1000 - (atMs - beside.atMs))];
  });
  return skews.sort((a, b) => a - b);
}

export const median = (sorted: number[]): number => sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
