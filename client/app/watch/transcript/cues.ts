import type { Shape } from '#client/api/client.ts';

export type Cue = Shape<'TranscriptCue'>;

/** The cue that is being said, or was said last; -1 before the first. They stand in the order of time. */
export function cueAt(cues: readonly Cue[], positionSeconds: number): number {
  let [low, high] = [0, cues.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    // A seek lands in the middle of a frame, which may begin before the cue does.
    if ((cues[middle]?.startSeconds ?? Infinity) <= positionSeconds + 0.02) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

/** Which cues say it, by their places; large or small, and how it is accented, makes no difference. */
export function findMatches(cues: readonly Cue[], query: string): number[] {
  const looked = plain(query.trim());
  if (looked === '') return [];
  return cues.flatMap(({ text }, index) => (plain(text).includes(looked) ? [index] : []));
}

export interface MatchPiece {
  text: string;
  isMatch: boolean;
}

/** A cue's words, cut at what is looked for. */
export function splitAtMatches(text: string, query: string): MatchPiece[] {
  const looked = plain(query.trim());
  const within = plain(text);
  // Where folding changes how long the text is, its places are not the text's.
  if (looked === '' || within.length !== text.length) return [{ text, isMatch: false }];
  const pieces: MatchPiece[] = [];
  let done = 0;
  for (let at = within.indexOf(looked); at !== -1; at = within.indexOf(looked, done)) {
    if (at > done) pieces.push({ text: text.slice(done, at), isMatch: false });
    done = at + looked.length;
    pieces.push({ text: text.slice(at, done), isMatch: true });
  }
  if (done < text.length) pieces.push({ text: text.slice(done), isMatch: false });
  return pieces;
}

/** The next match, from the first again after the last. */
export const stepMatch = (at: number, count: number, by: 1 | -1): number =>
  count === 0 ? 0 : (at + by + count) % count;

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .normalize('NFC')
    .toLowerCase();
