/** The four stamps of one question to the server, in milliseconds; local ones on the page's monotonic clock. */
export interface ClockStamps {
  askedMs: number;
  receivedMs: number;
  answeredMs: number;
  heardMs: number;
}

export interface ClockSample {
  atLocalMs: number;
  /** Server minus local. */
  offsetMs: number;
  /** Time on the way, both directions: the offset is wrong by at most half of it. */
  delayMs: number;
}

export interface ClockEstimate {
  atLocalMs: number;
  offsetMs: number;
  /** How wrong `offsetMs` may be when it was measured. */
  errorMs: number;
  /** Parts per million by which the server's clock runs faster than the local one. */
  driftPpm: number;
}

export interface ClockFilter {
  samples: readonly ClockSample[];
  /** The best sample of each minute gone by: the long arm that drift is read from. */
  anchors: readonly ClockSample[];
  /** What all samples say, at the time of the one that is least in doubt; it holds until another comes. */
  best: ClockSample | null;
  driftPpm: number;
}

const SAMPLES_KEPT = 32;
const ANCHORS_KEPT = 30;
const ANCHOR_EVERY_MS = 60_000;
const DRIFT_ARM_MS = 180_000;
/** Quartz is better than this; what an old sample loses against a new one. */
const DRIFT_BOUND_PPM = 60;
/** Server stamps are whole milliseconds. */
const STAMP_ERROR_MS = 1;

export const EMPTY_FILTER: ClockFilter = { samples: [], anchors: [], best: null, driftPpm: 0 };

export function toSample(stamps: ClockStamps): ClockSample {
  const { askedMs, receivedMs, answeredMs, heardMs } = stamps;
  return {
    atLocalMs: (askedMs + heardMs) / 2,
    offsetMs: (receivedMs - askedMs + (answeredMs - heardMs)) / 2,
    delayMs: Math.max(0, heardMs - askedMs - (answeredMs - receivedMs)),
  };
}

/** Bound on a sample's error as seen from `nowMs`: half its delay, and what the clocks may have drifted since. */
const errorAt = (sample: ClockSample, nowMs: number): number =>
  sample.delayMs / 2 + STAMP_ERROR_MS + (Math.abs(nowMs - sample.atLocalMs) * DRIFT_BOUND_PPM) / 1e6;

export function addSample(filter: ClockFilter, sample: ClockSample): ClockFilter {
  const estimate = estimateAt(filter, sample.atLocalMs);
  if (estimate !== null && disagrees(estimate, sample)) return filterOf([sample], [sample]);
  return filterOf([...filter.samples, sample].slice(-SAMPLES_KEPT), withAnchor(filter.anchors, sample));
}

function filterOf(samples: readonly ClockSample[], anchors: readonly ClockSample[]): ClockFilter {
  const nowMs = samples.at(-1)?.atLocalMs ?? 0;
  const least = samples.reduce<ClockSample | null>(
    (one, sample) => (one && errorAt(one, nowMs) <= errorAt(sample, nowMs) ? one : sample),
    null,
  );
  const driftPpm = driftOf(anchors);
  return { samples, anchors, best: least && blend(least, samples, nowMs, driftPpm), driftPpm };
}

/**
 * The quickest answer is the surest, but not all luck: over a way that jitters the nearly as quick ones know as much.
 * They are weighed by what they were slower, against what a quarter of them were. Where it lies is still bounded
 * by the quickest one.
 */
function blend(
  least: ClockSample,
  samples: readonly ClockSample[],
  nowMs: number,
  driftPpm: number,
): ClockSample {
  const delays = samples.map((sample) => sample.delayMs).sort((a, b) => a - b);
  const quarterMs = (delays[Math.floor(delays.length / 4)] ?? 0) - (delays[0] ?? 0);
  const usualMs = STAMP_ERROR_MS / 2 + quarterMs / 4;
  const leastErrorMs = errorAt(least, nowMs);
  let [sum, weights] = [0, 0];
  for (const sample of samples) {
    const driftedMs = ((least.atLocalMs - sample.atLocalMs) * driftPpm) / 1e6;
    const slowerMs = errorAt(sample, nowMs) - leastErrorMs;
    const weight = 1 / (slowerMs ** 2 / 3 + usualMs ** 2) ** 2;
    sum += weight * (sample.offsetMs + driftedMs);
    weights += weight;
  }
  const offsetMs = sum / weights;
  // Half of a delay is a bound.
  return { ...least, offsetMs, delayMs: least.delayMs + 2 * Math.abs(offsetMs - least.offsetMs) };
}

/** Two bounded measurements that cannot both be right: a clock was set, or time stood still in a sleep. */
function disagrees(estimate: ClockEstimate, sample: ClockSample): boolean {
  const slackMs = 5;
  const sampleErrorMs = sample.delayMs / 2 + STAMP_ERROR_MS;
  return Math.abs(sample.offsetMs - estimate.offsetMs) > sampleErrorMs + estimate.errorMs + slackMs;
}

function withAnchor(anchors: readonly ClockSample[], sample: ClockSample): readonly ClockSample[] {
  const last = anchors.at(-1);
  if (last === undefined || sample.atLocalMs - last.atLocalMs >= ANCHOR_EVERY_MS)
    return [...anchors, sample].slice(-ANCHORS_KEPT);
  return sample.delayMs < last.delayMs
    ? [...anchors.slice(0, -1), { ...sample, atLocalMs: last.atLocalMs }]
    : anchors;
}

/** The server's clock as seen from `nowMs` on the local one; null before the first sample. */
export function estimateAt(filter: ClockFilter, nowMs: number): ClockEstimate | null {
  const { best, driftPpm } = filter;
  if (best === null) return null;
  const driftedMs = ((nowMs - best.atLocalMs) * driftPpm) / 1e6;
  return { atLocalMs: nowMs, offsetMs: best.offsetMs + driftedMs, errorMs: errorAt(best, nowMs), driftPpm };
}

function driftOf(anchors: readonly ClockSample[]): number {
  const [first, last] = [anchors[0], anchors.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const armMs = last.atLocalMs - first.atLocalMs;
  if (armMs < DRIFT_ARM_MS) return 0;
  const ppm = ((last.offsetMs - first.offsetMs) / armMs) * 1e6;
  // What the two delays alone could feign is not drift.
  const doubtPpm = ((first.delayMs + last.delayMs) / 2 / armMs) * 1e6;
  const certain = Math.sign(ppm) * Math.max(0, Math.abs(ppm) - doubtPpm);
  return Math.max(-DRIFT_BOUND_PPM * 4, Math.min(DRIFT_BOUND_PPM * 4, certain));
}
