import { useComputed } from '@preact/signals';
import { pictureOf } from '../picture.ts';
import { useWatch } from '../watch.ts';
import { StrokesView } from './strokes-view.tsx';

/** What others in the screening draw and point at this moment, each with a name. */
export function LiveLayer() {
  const watch = useWatch();
  const { ink, pointers } = pictureOf(watch).live;
  // Lines are about a frame that stands: over others they would say something else.
  const isStanding = useComputed(() => !watch.time.value.isPlaying).value;
  return (
    <>
      {[...(isStanding ? ink.value : [])].map(([connectionId, { name, strokes }]) => {
        const lines = [...strokes.values()];
        const [x, y] = lines.at(-1)?.points.slice(-2) ?? [0, 0];
        return (
          <div key={connectionId} class="live-ink">
            <StrokesView strokes={lines} label={`${name} is drawing`} />
            <span class="live-name" style={placeOf(x ?? 0, y ?? 0)} aria-hidden="true">
              {name}
            </span>
          </div>
        );
      })}
      {[...pointers.value].map(([connectionId, { name, at, beat }]) => (
        <span
          key={connectionId}
          class="pointer"
          style={placeOf(at.x, at.y)}
          data-beat={beat % 2}
          aria-hidden="true"
        >
          <span class="live-name">{name}</span>
        </span>
      ))}
    </>
  );
}

const placeOf = (x: number, y: number) => ({ left: `${x * 100}%`, top: `${y * 100}%` });
