import { MOST_OFFSET_FRAMES, type Mode, type Side } from './compare-state.ts';
import type { Compare } from './compare.ts';

const MODES: readonly { value: Mode; label: string }[] = [
  { value: 'side', label: 'Side by side' },
  { value: 'wipe', label: 'Wipe' },
];
const SIDES: readonly { value: Side; label: string }[] = [
  { value: 'a', label: 'Hear A' },
  { value: 'b', label: 'Hear B' },
];

/** How the two are looked at, all of it in the address. */
export function CompareSettings({ compare, onOffset }: { compare: Compare; onOffset: () => void }) {
  const { mode, sound, offsetFrames } = compare.state.value;
  const shift = (frames: number) => {
    compare.change({ offsetFrames: Math.min(Math.max(frames, -MOST_OFFSET_FRAMES), MOST_OFFSET_FRAMES) });
    onOffset();
  };
  return (
    <div class="compare-settings">
      <Choice
        label="View"
        options={MODES}
        value={mode}
        onChoose={(value) => compare.change({ mode: value })}
      />
      <Choice
        label="Sound"
        options={SIDES}
        value={sound}
        onChoose={(value) => compare.change({ sound: value })}
      />
      <div class="row" role="group" aria-label="Offset of B">
        <label class="small" for="offset">
          B runs ahead by
        </label>
        <button
          type="button"
          class="button"
          aria-label="One frame less"
          onClick={() => shift(offsetFrames - 1)}
        >
          −
        </button>
        <input
          id="offset"
          type="number"
          class="input compare-offset"
          step={1}
          value={offsetFrames}
          onChange={(event) => shift(Math.round(event.currentTarget.valueAsNumber) || 0)}
        />
        <button
          type="button"
          class="button"
          aria-label="One frame more"
          onClick={() => shift(offsetFrames + 1)}
        >
          +
        </button>
        <span class="small muted">frames</span>
      </div>
    </div>
  );
}

function Choice<Value extends string>(props: {
  label: string;
  options: readonly { value: Value; label: string }[];
  value: Value;
  onChoose: (value: Value) => void;
}) {
  return (
    <div class="row" role="group" aria-label={props.label}>
      {props.options.map(({ value, label }) => (
        <button
          key={value}
          type="button"
          class="button"
          aria-pressed={value === props.value}
          onClick={() => props.onChoose(value)}
        >
          {label}
        </button>
      ))}
    </div>
  );
}
