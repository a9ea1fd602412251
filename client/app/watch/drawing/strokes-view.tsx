import type { Stroke } from '#protocol/drawing.ts';
import { strokePath, UNITS } from './stroke-path.ts';

/** Strokes over the picture, each with a dark edge so that it is seen on any ground. */
export function StrokesView({ strokes, label }: { strokes: readonly Stroke[]; label: string }) {
  return (
    <svg
      class="strokes"
      viewBox={`0 0 ${UNITS} ${UNITS}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={label}
    >
      {strokes.map(({ color, points }, index) => {
        const path = strokePath(points);
        return (
          <g key={index} data-color={color}>
            <path class="stroke-edge" d={path} />
            <path class="stroke" d={path} />
          </g>
        );
      })}
    </svg>
  );
}
