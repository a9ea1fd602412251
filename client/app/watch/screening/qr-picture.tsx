import { generate } from 'lean-qr';
import { toSvgPath } from 'lean-qr/extras/svg';
import { useMemo } from 'preact/hooks';

/** Light all around it, by which readers find it. */
const QUIET = 4;

/** A link to be taken over by a phone's camera, dark on white whatever the page's theme. */
export function QrPicture({ text, label }: { text: string; label: string }) {
  const code = useMemo(() => generate(text), [text]);
  const size = code.size + QUIET * 2;
  return (
    <svg
      class="qr"
      viewBox={`${-QUIET} ${-QUIET} ${size} ${size}`}
      role="img"
      aria-label={label}
      shape-rendering="crispEdges"
    >
      <path d={toSvgPath(code)} />
    </svg>
  );
}
