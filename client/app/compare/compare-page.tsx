import { useComputed, useSignal } from '@preact/signals';
import { useEffect, useRef } from 'preact/hooks';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { CompareBar } from './compare-bar.tsx';
import { CompareComments } from './compare-comments.tsx';
import { CompareSettings } from './compare-settings.tsx';
import type { Compare } from './compare.ts';
import type { Side } from './compare-state.ts';
import { isMissing } from './pair-rules.ts';
import { createPair, type Pair, type Players } from './pair.ts';
import { SideView } from './side-view.tsx';
import { useCompareKeys } from './use-compare-keys.ts';

const SIDES = ['a', 'b'] as const;

/** Two versions at the same moment: beside each other, or one wiped over the other. */
export function ComparePage({ compare }: { compare: Compare }) {
  const { videos, state } = compare;
  const { pair, meet } = usePair(compare);
  const seconds = useComputed(() => pair.value?.seconds.value ?? state.value.seconds).value;
  // On a narrow screen one is seen at a time.
  const shown = useSignal<Side>('a');
  const { mode, wipe, sound } = state.value;
  useCompareKeys(pair.value);
  return (
    <main id="main" class="compare">
      <h1 class="compare-head">
        {videos.a.title}: v{videos.a.version.number} and v{videos.b.version.number}
      </h1>
      <div class="compare-stage" data-mode={mode} data-shown={shown.value}>
        {SIDES.map((side) => (
          <SideView
            key={side}
            side={side}
            video={videos[side]}
            isMissing={isMissing(side, seconds, compare.lengths())}
            isHeard={sound === side}
            wipe={mode === 'wipe' && side === 'b' ? wipe : null}
            onPlayer={(player) => meet(side, player)}
          />
        ))}
      </div>
      {mode === 'wipe' && (
        <input
          type="range"
          class="compare-wipe"
          aria-label="How much of the picture is A"
          aria-valuetext={`${wipe} % is A`}
          min={0}
          max={100}
          value={wipe}
          onInput={(event) => compare.change({ wipe: event.currentTarget.valueAsNumber })}
        />
      )}
      {mode === 'side' && (
        <button
          type="button"
          class="button compare-toggle"
          onClick={() => (shown.value = shown.value === 'a' ? 'b' : 'a')}
        >
          Show {shown.value === 'a' ? 'B' : 'A'}
        </button>
      )}
      <CompareBar compare={compare} pair={pair.value} seconds={seconds} />
      <CompareSettings compare={compare} onOffset={() => pair.value?.seek(seconds)} />
      <CompareComments compare={compare} shown={shown.value} onGo={(to) => pair.value?.seek(to)} />
    </main>
  );
}

/** The pair, once both players stand; the side that is heard is changed with the state. */
function usePair(compare: Compare) {
  const { state, frameSeconds, lengths } = compare;
  const met = useRef<Partial<Players>>({});
  const pair = useSignal<Pair | null>(null);
  const meet = (side: Side, player: LockstepPlayer) => {
    met.current[side] = player;
  };
  const sound = state.value.sound;
  useEffect(() => {
    const { a, b } = met.current;
    if (!a || !b) return undefined;
    const clock = () => state.peek().sound;
    const live = createPair({
      players: { a, b },
      lengths,
      clock,
      frameSeconds,
      startSeconds: state.peek().seconds,
    });
    pair.value = live;
    live.seek(state.peek().seconds);
    return () => live.stop();
  }, []);
  useEffect(() => {
    const { a, b } = met.current;
    if (a) a.video.muted = sound !== 'a';
    if (b) b.video.muted = sound !== 'b';
  }, [sound]);
  // What stands still is worth an address; what runs would write one each frame.
  useEffect(
    () =>
      pair.value?.seconds.subscribe((seconds) => {
        if (!pair.peek()?.isPlaying.peek()) compare.change({ seconds });
      }),
    [pair.value],
  );
  return { pair, meet };
}
