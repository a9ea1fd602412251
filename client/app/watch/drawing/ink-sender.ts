import type { Drawing, PenColor } from '#protocol/drawing.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Room } from '#client/room/room.ts';
import type { InkListener } from './desk.ts';

const EVERY_MS = 100;
/** Of the room's 20 frames a second this takes most at its busiest; pointing rests meanwhile. */
const MOST_AT_ONCE = 1;

interface Piece {
  strokeId: string;
  color: PenColor;
  points: number[];
}

export interface InkSender extends InkListener {
  /** Nothing of it is to be seen by others any more. */
  clear(): void;
}

/**
 * Lets the others in the screening see lines grow: what was added is gathered and sent ten times a second. `isShared`
 * says whether there is anybody to send to.
 */
export function createInkSender(room: Pick<Room, 'addInk' | 'clearInk'>, isShared: () => boolean): InkSender {
  let waiting: Piece[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let hasShown = false;

  const add = (strokeId: string, color: PenColor, points: readonly number[]) => {
    const last = waiting.at(-1);
    if (last?.strokeId === strokeId) last.points.push(...points);
    else waiting.push({ strokeId, color, points: [...points] });
    timer ??= setTimeout(send, EVERY_MS);
  };
  const send = () => {
    timer = undefined;
    for (let sent = 0; sent < MOST_AT_ONCE; sent += 1) {
      const [first] = waiting;
      if (!first) return;
      const points = first.points.splice(0, LIMITS.inkNumbers);
      if (first.points.length === 0) waiting.shift();
      room.addInk({ strokeId: first.strokeId, color: first.color, points });
      hasShown = true;
    }
    if (waiting.length > 0) timer = setTimeout(send, EVERY_MS);
  };
  const clear = () => {
    waiting = [];
    if (hasShown) room.clearInk();
    hasShown = false;
  };

  return {
    clear,
    grew(strokeId, color, points) {
      if (isShared()) add(strokeId, color, points);
    },
    changed(drawing: Drawing) {
      if (!isShared()) return;
      clear();
      for (const [index, { color, points }] of drawing.entries()) add(`again-${index}`, color, points);
    },
  };
}
