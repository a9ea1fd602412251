import { signal, type ReadonlySignal } from '@preact/signals';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { Side } from './compare-state.ts';
import { extentOf, followBy, isMissing, onTimeline, timeOf, type Lengths } from './pair-rules.ts';

export type Players = Record<Side, LockstepPlayer>;

/** Two players moved as one. The side that is heard is the clock, the other follows it. */
export interface Pair {
  /** Where the timeline stands, in seconds of A. */
  readonly seconds: ReadonlySignal<number>;
  readonly isPlaying: ReadonlySignal<boolean>;
  seek(seconds: number): void;
  step(frames: number): void;
  toggle(): void;
  stop(): void;
}

export interface PairOptions {
  players: Players;
  /** Asked anew each time, since the offset is changed meanwhile. */
  lengths: () => Lengths;
  clock: () => Side;
  /** Of A: what a step is. */
  frameSeconds: number;
  startSeconds: number;
}

const other = (side: Side): Side => (side === 'a' ? 'b' : 'a');

export function createPair({ players, lengths, clock, frameSeconds, startSeconds }: PairOptions): Pair {
  const seconds = signal(startSeconds);
  const isPlaying = signal(false);
  let frameRequest = 0;

  const place = (side: Side) => {
    const { video, load, seekTo } = players[side];
    load();
    video.playbackRate = 1;
    if (!isMissing(side, seconds.peek(), lengths())) seekTo(timeOf(side, seconds.peek(), lengths()));
  };
  const pause = () => {
    cancelAnimationFrame(frameRequest);
    isPlaying.value = false;
    for (const side of ['a', 'b'] as const) players[side].video.pause();
  };
  const seek = (wanted: number) => {
    const { start, end } = extentOf(lengths());
    seconds.value = Math.min(Math.max(wanted, start), end - frameSeconds / 2);
    for (const side of ['a', 'b'] as const) place(side);
    if (isPlaying.peek() && isMissing(clock(), seconds.peek(), lengths())) pause();
  };
  const follow = (side: Side) => {
    const player = players[side];
    if (isMissing(side, seconds.peek(), lengths())) return player.video.pause();
    const target = timeOf(side, seconds.peek(), lengths());
    const by = followBy(player.positionSeconds - target);
    if (by === 'seek' && !player.video.seeking) player.seekTo(target);
    if (by !== 'seek') player.video.playbackRate = by.rate;
    if (player.video.paused) player.video.play().catch(() => undefined);
  };
  const tick = () => {
    const leader = players[clock()];
    seconds.value = onTimeline(clock(), leader.positionSeconds, lengths());
    // Ended, or stopped by the browser.
    if (leader.video.paused) return settle();
    if (leader.video.playbackRate !== 1) leader.video.playbackRate = 1;
    follow(other(clock()));
    frameRequest = requestAnimationFrame(tick);
  };
  /** Still, both show the frame of the same moment exactly. */
  const settle = () => {
    pause();
    for (const side of ['a', 'b'] as const) place(side);
  };
  const play = async () => {
    if (isMissing(clock(), seconds.peek(), lengths())) seek(onTimeline(clock(), 0, lengths()));
    const { video } = players[clock()];
    video.playbackRate = 1;
    isPlaying.value = true;
    try {
      await video.play();
      frameRequest = requestAnimationFrame(tick);
    } catch {
      pause();
    }
  };
  return {
    seconds,
    isPlaying,
    seek,
    step(frames) {
      if (isPlaying.peek()) settle();
      seek(seconds.peek() + frames * frameSeconds);
    },
    toggle: () => (isPlaying.peek() ? settle() : void play()),
    stop: pause,
  };
}
