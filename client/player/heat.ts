/** Height of the strip's own units; its width is one unit a value. */
const HIGH = 20;

/**
 * An area of as many equal steps as there are values (0 to 1), each the middle of a soft hill, as an SVG path in a
 * box of that many units by 20. Empty for no values and for nothing but zeros.
 */
export function heatPath(values: readonly number[]): string {
  if (!values.some((value) => value > 0)) return '';
  const y = (value: number | undefined) => round(HIGH * (1 - Math.min(Math.max(value ?? 0, 0), 1)));
  const hills = values.map((value, index) => {
    const [x, middle] = [index + 0.5, (y(value) + y(values[index + 1] ?? value)) / 2];
    return `Q${x} ${y(value)} ${index + 1} ${round(middle)}`;
  });
  return `M0 ${HIGH}L0 ${y(values[0])}${hills.join('')}L${values.length} ${HIGH}Z`;
}

export function showHeat(strip: HTMLElement, values: readonly number[]): void {
  strip.innerHTML = '';
  const path = heatPath(values);
  strip.hidden = path === '';
  if (path === '') return;
  strip.innerHTML = `<svg viewBox="0 0 ${values.length} ${HIGH}" preserveAspectRatio="none" aria-hidden="true"><path d="${path}" /></svg>`;
}

const round = (value: number): number => Math.round(value * 100) / 100;
