import { formatTime, spokenTime } from '#client/ui/timecode.ts';
import type { Compare } from './compare.ts';
import { extentOf } from './pair-rules.ts';
import type { Pair } from './pair.ts';

/** One set of controls for both. */
export function CompareBar({
  compare,
  pair,
  seconds,
}: {
  compare: Compare;
  pair: Pair | null;
  seconds: number;
}) {
  const { start, end } = extentOf(compare.lengths());
  const isPlaying = pair?.isPlaying.value ?? false;
  return (
    <div class="compare-bar" role="group" aria-label="Both videos">
      <button type="button" class="button primary" disabled={!pair} onClick={() => pair?.toggle()}>
        {isPlaying ? 'Pause' : 'Play'}
      </button>
      <button
        type="button"
        class="button"
        aria-label="−1 frame"
        disabled={!pair}
        onClick={() => pair?.step(-1)}
      >
        −1
      </button>
      <button
        type="button"
        class="button"
        aria-label="+1 frame"
        disabled={!pair}
        onClick={() => pair?.step(1)}
      >
        +1
      </button>
      <input
        type="range"
        aria-label="Position"
        aria-valuetext={spokenTime(seconds)}
        min={start}
        max={end}
        step={compare.frameSeconds}
        value={seconds}
        onInput={(event) => pair?.seek(event.currentTarget.valueAsNumber)}
      />
      <bdi class="figures small compare-time">
        {seconds < 0 ? '−' : ''}
        {formatTime(Math.abs(seconds))} / {formatTime(end)}
      </bdi>
    </div>
  );
}
