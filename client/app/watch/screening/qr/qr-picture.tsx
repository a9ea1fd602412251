import { useMemo } from 'preact/hooks';
import { qrCodeOf } from './qr-code.ts';

/** Light all around it, by which readers find it. */
const QUIET = 4;

/** A link to be taken over by a phone's camera, dark on white whatever the page's theme. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const grid = useMemo(() => qrCodeOf(text), [text]);
  if (grid === null) return null;
  const size = grid.length + QUIET * 2;
  const dark = grid.flatMap((line, y) =>
    line.flatMap((isDark, x) => (isDark ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])),
  );
  return (
    <svg
      class="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={dark.join('')} />
    </svg>
  );
}
