/** Of a range's length, at each press. */
const SHARE = 0.01;

interface Place {
  value: number;
  min: number;
  max: number;
  isRightToLeft: boolean;
}

/** Where an arrow key leads; null for any other key. */
export function steppedBy(key: string, { value, min, max, isRightToLeft }: Place): number | null {
  const towards = {
    ArrowUp: 1,
    ArrowDown: -1,
    ArrowRight: isRightToLeft ? -1 : 1,
    ArrowLeft: isRightToLeft ? 1 : -1,
  };
  const direction = Object.entries(towards).find(([name]) => name === key)?.[1];
  if (direction === undefined) return null;
  return Math.min(Math.max(value + direction * SHARE * (max - min), min), max);
}

/**
 * Small steps by arrow keys in the ranges of `root`, where any value will do: Firefox goes by 1 there, from one end of
 * a range of shares to the other.
 */
export function stepByArrows(root: ShadowRoot): void {
  root.addEventListener('keydown', (event) => {
    const [range] = event.composedPath();
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!(range instanceof HTMLInputElement) || range.type !== 'range' || range.step !== 'any') return;
    const isRightToLeft = getComputedStyle(range).direction === 'rtl';
    const { valueAsNumber: value, min, max } = range;
    const next = steppedBy(event.key, { value, min: Number(min), max: Number(max), isRightToLeft });
    if (next === null) return;
    event.preventDefault();
    if (next === value) return;
    range.valueAsNumber = next;
    range.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
    range.dispatchEvent(new Event('change', { bubbles: true }));
  });
}
