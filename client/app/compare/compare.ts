import { effect, signal, type Signal } from '@preact/signals';
import type { Shape } from '#client/api/client.ts';
import { formatCompare, parseCompare, type CompareState, type Side } from './compare-state.ts';
import type { Lengths } from './pair-rules.ts';

export type Video = Shape<'Video'>;

export interface CompareBoot {
  a: Video;
  b: Video;
  viewer: { kind: string; name: string | null };
}

/** Frames a second where nobody knows them: steps have to be of some length. */
const LIKELY_RATE = { num: 25, den: 1 };

export interface Compare {
  readonly videos: Record<Side, Video>;
  readonly state: Signal<CompareState>;
  readonly frameSeconds: number;
  lengths(): Lengths;
  change(change: Partial<CompareState>): void;
}

/** The two videos and how they are looked at, kept in the address. */
export function createCompare({ a, b }: CompareBoot): Compare {
  const state = signal(parseCompare(location.search));
  const rate = a.frameRate ?? b.frameRate ?? LIKELY_RATE;
  const frameSeconds = rate.den / rate.num;
  effect(() => {
    history.replaceState(history.state, '', location.pathname + formatCompare(state.value));
  });
  return {
    videos: { a, b },
    state,
    frameSeconds,
    lengths: () => ({
      a: a.durationSeconds ?? 0,
      b: b.durationSeconds ?? 0,
      offsetSeconds: state.peek().offsetFrames * frameSeconds,
    }),
    change(change) {
      state.value = { ...state.peek(), ...change };
    },
  };
}
