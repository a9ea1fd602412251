/** A frame on a viewer's screen: when it came up (Unix ms) and which moment of the file it is. */
export interface ShownFrame {
  atMs: number;
  mediaSeconds: number;
}

export interface SkewSample {
  atMs: number;
  /** Between the two frames on the two screens: 0, one frame, two frames … */
  shownMs: number;
  /** Between the two pictures' places, as if frames had no length. */
  placeMs: number;
}

const EVERY_MS = 50;

/** How far apart two screens are, sampled at the same instants of one clock. */
export function sampleSkew(
  a: readonly ShownFrame[],
  b: readonly ShownFrame[],
  fromMs: number,
  untilMs: number,
): SkewSample[] {
  const samples: SkewSample[] = [];
  for (let atMs = fromMs; atMs < untilMs; atMs += EVERY_MS) {
    const [shownA, shownB] = [frameOnScreen(a, atMs), frameOnScreen(b, atMs)];
    if (shownA === undefined || shownB === undefined) continue;
    const shownMs = Math.abs(shownA.mediaSeconds - shownB.mediaSeconds) * 1000;
    const placeMs = Math.abs(placeAt(a, atMs) - placeAt(b, atMs)) * 1000;
    samples.push({ atMs, shownMs, placeMs });
  }
  return samples;
}

const frameOnScreen = (frames: readonly ShownFrame[], atMs: number): ShownFrame | undefined =>
  frames.findLast((frame) => frame.atMs <= atMs);

/** The picture's place from the frames of the last third of a second, refresh jitter averaged out. */
function placeAt(frames: readonly ShownFrame[], atMs: number): number {
  const recent = frames.filter((frame) => frame.atMs <= atMs && frame.atMs > atMs - 350);
  if (recent.length === 0) return frameOnScreen(frames, atMs)?.mediaSeconds ?? Number.NaN;
  const places = recent.map((frame) => frame.mediaSeconds + (atMs - frame.atMs) / 1000);
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

/**
 * How long after `fromMs` the two are together: from there on, for a second, more than half of the samples lie
 * within the bound. NaN if never.
 */
export function convergedAfterMs(samples: readonly SkewSample[], fromMs: number, boundMs: number): number {
  const together = samples.find((start) => {
    const second = samples.filter((one) => one.atMs >= start.atMs && one.atMs < start.atMs + 1000);
    const within = second.filter((one) => one.placeMs <= boundMs).length;
    return second.length >= 1000 / EVERY_MS && within > second.length / 2;
  });
  return together === undefined ? Number.NaN : together.atMs - fromMs;
}
