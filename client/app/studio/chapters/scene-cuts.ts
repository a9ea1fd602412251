/** How often each of 64 colours is in a picture; all together 1. */
export type Colours = Float64Array;

const STEPS = 4;
/** How much of a picture must be of other colours than in the one before, whatever the film is like. */
const LEAST_CHANGE = 0.3;
/** And how many times what is usual in this film. */
const UNUSUAL = 2.5;
const LEAST_APART_SECONDS = 10;
const MOST_SUGGESTED = 12;

/** Of pixels as a canvas gives them: red, green, blue, alpha. */
export function coloursOf(pixels: ArrayLike<number>): Colours {
  const colours = new Float64Array(STEPS ** 3);
  const count = pixels.length / 4;
  const step = (value: number | undefined) => Math.min(STEPS - 1, Math.floor(((value ?? 0) / 256) * STEPS));
  for (let at = 0; at < pixels.length; at += 4) {
    const place = (step(pixels[at]) * STEPS + step(pixels[at + 1])) * STEPS + step(pixels[at + 2]);
    colours[place] = (colours[place] ?? 0) + 1 / count;
  }
  return colours;
}

/** The share of the picture that is of other colours: from 0 to 1. */
export const changeBetween = (one: Colours, other: Colours): number =>
  one.reduce((sum, share, place) => sum + Math.abs(share - (other[place] ?? 0)), 0) / 2;

interface Frame {
  startSeconds: number;
  colours: Colours;
}

/**
 * Where a film changes most between two small pictures of its timeline: few, apart from each other and from the chapters
 * there are, in the order of time. A change is known to the stretch of one picture only.
 */
export function suggestStarts(
  frames: readonly Frame[],
  { durationSeconds, taken }: { durationSeconds: number; taken: readonly number[] },
): number[] {
  const changes = frames.slice(1).map(({ startSeconds, colours }, index) => ({
    startSeconds,
    change: changeBetween(frames[index]?.colours ?? colours, colours),
  }));
  const usual = medianOf(changes.map(({ change }) => change));
  const apartSeconds = Math.max(LEAST_APART_SECONDS, durationSeconds / (2 * MOST_SUGGESTED));
  const found: number[] = [];
  const isFree = (seconds: number) =>
    [0, durationSeconds, ...taken, ...found].every((other) => Math.abs(other - seconds) >= apartSeconds);
  for (const { startSeconds, change } of changes.toSorted((one, other) => other.change - one.change)) {
    if (found.length === MOST_SUGGESTED || change < LEAST_CHANGE || change < usual * UNUSUAL) break;
    if (isFree(startSeconds)) found.push(startSeconds);
  }
  return found.toSorted((one, other) => one - other);
}

function medianOf(values: readonly number[]): number {
  const inOrder = values.toSorted((one, other) => one - other);
  return inOrder[Math.floor(inOrder.length / 2)] ?? 0;
}

/** Names for them beside those there are: what is before the first belongs to a scene, too. */
export function suggestionsOf(
  starts: readonly number[],
  taken: readonly number[],
): { startSeconds: number; title: string }[] {
  if (starts.length === 0) return [];
  const all = taken.length === 0 ? [0, ...starts] : starts;
  return all.map((startSeconds) => ({
    startSeconds,
    title: `Scene ${[...taken, ...all].filter((each) => each <= startSeconds).length}`,
  }));
}
