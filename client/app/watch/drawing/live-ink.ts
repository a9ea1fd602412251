import type { Stroke } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { VolatileDown } from '#client/room/listeners.ts';

type InkFrame = Extract<VolatileDown, { t: 'ink' }>;
type PointersFrame = Extract<VolatileDown, { t: 'pointers' }>;

/** What somebody is drawing, by stroke. */
export interface Inker {
  name: string;
  strokes: ReadonlyMap<string, Stroke>;
}
/** By connection. */
export type LiveInk = ReadonlyMap<string, Inker>;

/** Others draw as much as a comment takes, and some more that they take back. */
const MOST_NUMBERS = 2 * LIMITS.drawingNumbers;
const MOST_INKERS = 20;

/** What others draw, with what a frame adds. One's own lines are on the desk already. */
export function withInk(ink: LiveInk, frame: InkFrame, ownConnectionId: string | undefined): LiveInk {
  const next = new Map(ink);
  for (const connectionId of frame.cleared) next.delete(connectionId);
  for (const { connectionId, name, strokeId, color, points } of frame.added) {
    if (connectionId === ownConnectionId) continue;
    const known = next.get(connectionId);
    if (!known && next.size >= MOST_INKERS) continue;
    const strokes = new Map(known?.strokes);
    const numbers = [...strokes.values()].reduce((sum, stroke) => sum + stroke.points.length, 0);
    if (numbers + points.length > MOST_NUMBERS) continue;
    strokes.set(strokeId, { color, points: [...(strokes.get(strokeId)?.points ?? []), ...points] });
    next.set(connectionId, { name, strokes });
  }
  return next;
}

/** Where somebody points, and when they last moved. */
export interface LivePointer {
  name: string;
  at: { x: number; y: number };
  movedAtMs: number;
  /** Counts its news, so that whoever shows it can begin to fade anew. */
  beat: number;
}
export type LivePointers = ReadonlyMap<string, LivePointer>;

/** Who says nothing for so long is not pointing any more. */
export const POINTER_MS = 3000;

export function withPointers(
  pointers: LivePointers,
  frame: PointersFrame,
  ownConnectionId: string | undefined,
  nowMs: number,
): LivePointers {
  const next = new Map(pointers);
  for (const { connectionId, name, at } of frame.pointers)
    if (at === null) next.delete(connectionId);
    else if (connectionId !== ownConnectionId)
      next.set(connectionId, {
        name,
        at,
        movedAtMs: nowMs,
        beat: (pointers.get(connectionId)?.beat ?? 0) + 1,
      });
  return next;
}

export const withoutStale = (pointers: LivePointers, nowMs: number): LivePointers =>
  new Map([...pointers].filter(([, { movedAtMs }]) => nowMs - movedAtMs < POINTER_MS));

/** Without those who are gone. */
export const without = <Entry>(
  entries: ReadonlyMap<string, Entry>,
  gone: ReadonlySet<string>,
): ReadonlyMap<string, Entry> =>
  [...gone].some((id) => entries.has(id)) ? new Map([...entries].filter(([id]) => !gone.has(id))) : entries;
