export interface Truth {
  /** The machine's wall clock, to a part of a millisecond, at a moment of the page's own count. */
  wallMs(pageUnixMs: number): number;
}

const LOOKS = 20;

/**
 * A page's own count starts from a wall clock that was read once, when its process started. Pages are compared on
 * the clock they share: read at the instants at which its milliseconds turn.
 */
export function truthOf(): Truth {
  const differences = Array.from({ length: LOOKS }, () => {
    const before = Date.now();
    let turned = before;
    while (turned === before) turned = Date.now();
    return turned - performance.timeOrigin - performance.now();
  });
  const aheadMs = Math.max(...differences);
  return { wallMs: (pageUnixMs) => pageUnixMs + aheadMs };
}

/** How much a page went without the processor: then its frames tell of the machine and not of the sync. */
export interface Starvation {
  shownFrames: number;
  droppedFrames: number;
  /** Of the time, 0–1, in gaps between refreshes that were longer than three refreshes. */
  gapsShare: number;
  longestGapMs: number;
}

const REFRESH_MS = 1000 / 60;

export function watchStarvation(video: HTMLVideoElement): () => Starvation {
  const beganMs = performance.now();
  let lastMs = beganMs;
  let gapsMs = 0;
  let longestGapMs = 0;
  const look = (nowMs: number): void => {
    const gapMs = nowMs - lastMs;
    if (gapMs > 3 * REFRESH_MS) gapsMs += gapMs;
    longestGapMs = Math.max(longestGapMs, gapMs);
    lastMs = nowMs;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  return () => {
    const { totalVideoFrames, droppedVideoFrames } = video.getVideoPlaybackQuality();
    const gapsShare = gapsMs / (lastMs - beganMs);
    return { shownFrames: totalVideoFrames, droppedFrames: droppedVideoFrames, gapsShare, longestGapMs };
  };
}
