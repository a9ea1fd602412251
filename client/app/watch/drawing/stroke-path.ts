/** The drawing's own units: the picture is a square of so many, stretched over it. */
export const UNITS = 1000;

/** A stroke as an SVG path: its corners rounded through the middles between its points. */
export function strokePath(points: readonly number[]): string {
  const at = (index: number): [number, number] => [unit(points[index]), unit(points[index + 1])];
  const [x, y] = at(0);
  // A touch without a move: a line to itself, which round ends make a dot.
  if (points.length < 6) {
    const [endX, endY] = at(Math.max(0, points.length - 2));
    return `M${x} ${y}L${endX} ${endY}`;
  }
  let path = `M${x} ${y}`;
  for (let index = 2; index + 3 < points.length; index += 2) {
    const [[cx, cy], [nextX, nextY]] = [at(index), at(index + 2)];
    const isLast = index + 5 >= points.length;
    path += `Q${cx} ${cy} ${isLast ? nextX : round((cx + nextX) / 2)} ${isLast ? nextY : round((cy + nextY) / 2)}`;
  }
  return path;
}

const unit = (share: number | undefined): number => round((share ?? 0) * UNITS);
const round = (value: number): number => Math.round(value * 10) / 10;
