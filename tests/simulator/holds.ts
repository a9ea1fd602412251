import type { Playback } from '#protocol/playback.ts';
import { HOLD_MS } from '#rooms/state/hold.ts';
import type { World } from './world.ts';

/** A stamp is a whole millisecond. */
const STAMP_MS = 1;
/** More waits than this in a minute are not people's stalls: one wait begets the next. */
const MOST_A_MINUTE = 12;

const isWaiting = (playback: Playback): boolean => playback.isPlaying && playback.awaited.length > 0;

/** What pages hear of playback: each revision means one thing, and waiting ends. */
export class Holds {
  readonly #world: World;
  readonly #known = new Map<string, Playback>();
  /** When waits began that were heard of, the newest last. */
  readonly #begunMs: number[] = [];

  constructor(world: World) {
    this.#world = world;
  }

  heard(screeningId: string, playback: Playback): void {
    const { watch, timeline } = this.#world;
    const { revision, atServerMs } = playback;
    const key = `${screeningId} ${revision}`;
    const known = this.#known.get(key);
    this.#known.set(key, playback);
    if (known && !isSame(known, playback))
      watch.note('a revision is one playback', `${key}: ${textOf(known)} and ${textOf(playback)}`);
    if (known || !isWaiting(playback)) return;
    if (atServerMs - timeline.nowMs > HOLD_MS + STAMP_MS)
      watch.note('a wait ends in 10 s', `${key}: ${atServerMs - timeline.nowMs} ms to go`);
    this.#checkGrowth(screeningId, playback);
  }

  /** More may be waited for, but not for longer. */
  #checkGrowth(screeningId: string, { revision, atServerMs, positionSeconds }: Playback): void {
    const { watch, timeline } = this.#world;
    const before = this.#known.get(`${screeningId} ${revision - 1}`);
    const isOne = before && isWaiting(before) && before.positionSeconds === positionSeconds;
    if (isOne && before.atServerMs !== atServerMs)
      watch.note('a wait ends in 10 s', `${screeningId}: ${before.atServerMs} became ${atServerMs}`);
    if (isOne) return;
    this.#begunMs.push(timeline.nowMs);
    const first = this.#begunMs.at(-MOST_A_MINUTE);
    if (first !== undefined && timeline.nowMs - first < 60_000)
      watch.note('no wait begets the next', `${MOST_A_MINUTE} in ${timeline.nowMs - first} ms`);
  }
}

/** Who was awaited in vain is taken from a playback without a new revision (R104). */
const isSame = (a: Playback, b: Playback): boolean =>
  a.isPlaying === b.isPlaying &&
  a.positionSeconds === b.positionSeconds &&
  a.rate === b.rate &&
  a.atServerMs === b.atServerMs;

const textOf = ({ isPlaying, positionSeconds, rate, atServerMs }: Playback): string =>
  `${isPlaying ? 'playing' : 'paused'} ${positionSeconds} s × ${rate} at ${atServerMs}`;
