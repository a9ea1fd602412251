/** A frame on a viewer's screen: when it came up (Unix ms) and which moment of the file it is. */
export interface ShownFrame {
  atMs: number;
  mediaSeconds: number;
}

/** All screens at one instant. */
export interface SkewSample {
  atMs: number;
  /** Each picture's place in the file in ms, as if frames had no length, refresh jitter averaged out. */
  placesMs: readonly number[];
  /** The frame on each screen, by its moment in the file in ms. */
  shownMs: readonly number[];
}

/** What happened from an instant on, on every screen. */
export interface Run {
  fromMs: number;
  samples: SkewSample[];
}

/** One frame of the film, and what a stamp of the display is rounded by. */
export const FRAME_MS = 1000 / 30 + 0.1;
const EVERY_MS = 50;
/** Ten frames: refreshes come in steps of half a frame, and a picture's place is what they go around. */
const AVERAGED_MS = 350;

/** Looks at all screens each 50 ms of one clock. Instants at which a screen has shown nothing yet are left out. */
export function sampleSkew(
  screens: readonly (readonly ShownFrame[])[],
  fromMs: number,
  untilMs: number,
): SkewSample[] {
  const samples: SkewSample[] = [];
  for (let atMs = fromMs; atMs < untilMs; atMs += EVERY_MS) {
    const shown = screens.map((frames) => frames.findLast((frame) => frame.atMs <= atMs));
    const shownMs = shown.flatMap((frame) => (frame === undefined ? [] : [frame.mediaSeconds * 1000]));
    if (shownMs.length < screens.length) continue;
    samples.push({ atMs, placesMs: screens.map((frames) => placeAt(frames, atMs)), shownMs });
  }
  return samples;
}

function placeAt(frames: readonly ShownFrame[], atMs: number): number {
  const recent: ShownFrame[] = [];
  let index = frames.findLastIndex((frame) => frame.atMs <= atMs);
  const last = frames[index];
  for (; index >= 0; index -= 1) {
    const frame = frames[index];
    if (frame === undefined || frame.atMs <= atMs - AVERAGED_MS) break;
    recent.push(frame);
  }
  // A picture that stands still is where it is.
  if (recent.length === 0) return (last?.mediaSeconds ?? Number.NaN) * 1000;
  const places = recent.map((frame) => frame.mediaSeconds * 1000 + (atMs - frame.atMs));
  return places.reduce((sum, place) => sum + place, 0) / places.length;
}

const pairsOf = (values: readonly number[]): number[] =>
  values.flatMap((one, index) => values.slice(index + 1).map((other) => Math.abs(one - other)));

/** The distances between the pictures of every two screens, at every instant. */
export const pairSkews = (samples: readonly SkewSample[]): number[] =>
  samples.flatMap((sample) => pairsOf(sample.placesMs));

/** How far the first screen is ahead of the last one, at every instant. */
export const spreads = (samples: readonly SkewSample[]): number[] =>
  samples.map(({ placesMs }) => Math.max(...placesMs) - Math.min(...placesMs));

/** How often two screens show the very same frame, 0–1: in part luck, since no two change at the same refresh. */
export function sameFrameShare(samples: readonly SkewSample[]): number {
  const pairs = samples.flatMap((sample) => pairsOf(sample.shownMs));
  return pairs.filter((distanceMs) => distanceMs < 1).length / pairs.length;
}

/**
 * How long after its start all are together: the beginning of the first second in which nine of ten instants lie
 * within the bound, first screen to last. NaN if never.
 */
export function convergedAfterMs({ fromMs, samples }: Run, boundMs: number): number {
  const distances = spreads(samples);
  const index = samples.findIndex((_, start) => {
    const second = distances.slice(start, start + 1000 / EVERY_MS);
    const within = second.filter((distanceMs) => distanceMs <= boundMs).length;
    return second.length === 1000 / EVERY_MS && within >= 0.9 * second.length;
  });
  return (samples[index]?.atMs ?? Number.NaN) - fromMs;
}
