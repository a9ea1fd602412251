import type { Drawing, Stroke } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';

/** Points nearer than this to the last one say nothing: a share of the picture's width. */
const LEAST_STEP = 0.002;
/** How far a simplified line may be from the drawn one, as a share of the width: a pixel in a thousand. */
const TOLERANCE = 0.001;
/** Coordinates of a stroke while it is drawn; simplified it is far shorter. */
const MOST_RAW = 4000;

export interface Point {
  x: number;
  y: number;
}

/** `points` with those that are worth keeping; `aspect` is the picture's height over its width. */
export function withPoints(points: readonly number[], added: readonly Point[], aspect: number): number[] {
  const next = [...points];
  for (const { x, y } of added) {
    const [lastX, lastY] = [next.at(-2), next.at(-1)];
    const isNear =
      lastX !== undefined && lastY !== undefined && Math.hypot(x - lastX, (y - lastY) * aspect) < LEAST_STEP;
    if (!isNear && next.length < MOST_RAW) next.push(share(x), share(y));
  }
  return next;
}

/** The same line with fewer points (Ramer, Douglas and Peucker): none of those left out is further off than allowed. */
export function simplify(points: readonly number[], aspect: number, tolerance = TOLERANCE): number[] {
  const all: Point[] = [];
  for (let index = 0; index + 1 < points.length; index += 2)
    all.push({ x: points[index] ?? 0, y: points[index + 1] ?? 0 });
  const kept = new Set([0, all.length - 1]);
  const spans: [number, number][] = [[0, all.length - 1]];
  for (let span = spans.pop(); span; span = spans.pop()) {
    const [from, to] = span;
    const [far, distance] = furthest(all, from, to, aspect);
    if (distance <= tolerance) continue;
    kept.add(far);
    spans.push([from, far], [far, to]);
  }
  return all.flatMap(({ x, y }, index) => (kept.has(index) ? [x, y] : []));
}

function furthest(all: readonly Point[], from: number, to: number, aspect: number): [number, number] {
  const [a, b] = [all[from], all[to]];
  let best: [number, number] = [from, 0];
  if (!a || !b) return best;
  const [dx, dy] = [b.x - a.x, (b.y - a.y) * aspect];
  const length = Math.hypot(dx, dy);
  for (let index = from + 1; index < to; index += 1) {
    const point = all[index];
    if (!point) continue;
    const [px, py] = [point.x - a.x, (point.y - a.y) * aspect];
    // A line that comes back to where it began has no direction to be off from.
    const along = length === 0 ? 0 : Math.min(1, Math.max(0, (px * dx + py * dy) / (length * length)));
    const distance = Math.hypot(px - along * dx, py - along * dy);
    if (distance > best[1]) best = [index, distance];
  }
  return best;
}

export const countNumbers = (drawing: Drawing): number =>
  drawing.reduce((sum, { points }) => sum + points.length, 0);

/** Whether there is no room for another stroke worth the name. */
export const isFull = (drawing: Drawing): boolean =>
  drawing.length >= LIMITS.drawingStrokes || countNumbers(drawing) > LIMITS.drawingNumbers - 8;

/** The drawing with one more stroke, made to fit: coarser where need be, at last cut short. */
export function withStroke(drawing: Drawing, stroke: Stroke, aspect: number): Drawing {
  const room = LIMITS.drawingNumbers - countNumbers(drawing);
  if (drawing.length >= LIMITS.drawingStrokes || room < 2 || stroke.points.length < 2) return drawing;
  let points = simplify(stroke.points, aspect);
  for (let coarser = 2; points.length > room && coarser <= 8; coarser *= 2)
    points = simplify(stroke.points, aspect, TOLERANCE * coarser);
  return [...drawing, { color: stroke.color, points: points.slice(0, room - (room % 2)) }];
}

/** Where a pointer is on the picture, however far it has left it. */
export function pointIn(
  box: Pick<DOMRect, 'left' | 'top' | 'width' | 'height'>,
  at: { clientX: number; clientY: number },
): Point {
  return {
    x: box.width > 0 ? share((at.clientX - box.left) / box.width) : 0,
    y: box.height > 0 ? share((at.clientY - box.top) / box.height) : 0,
  };
}

const clamp = (value: number): number => Math.min(1, Math.max(0, value));
const share = (value: number): number => Math.round(clamp(value) * 10_000) / 10_000;
