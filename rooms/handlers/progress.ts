import type { Progress, ProgressSet } from '#protocol/progress.ts';
import type { Handler, Room } from '../room.ts';
import { saidAtMs } from '../state/said.ts';
import { VIDEO } from '../storage/likes.ts';
import { findProgress, writeProgress } from '../storage/progress.ts';
import { requireNamed } from './rights.ts';

/**
 * R95. Nobody else is told. Whoever may watch may keep their place; what they said last stands, also that they begin
 * anew. A word that waited on some device is as old as it is, and does not undo what came after it.
 */
export const setProgress: Handler<ProgressSet> = (room, { identity }, op) => {
  const { userId } = requireNamed(identity, 'keep your place');
  const atMs = saidAtMs(op.id, room.nowMs());
  const known = findProgress(room.sql, userId);
  if (known && known.atMs > atMs)
    return { result: { kind: 'progress', progress: shown(known) }, kind: 'none', entityId: VIDEO };
  const endSeconds = room.facts.durationSeconds ?? op.positionSeconds;
  const positionSeconds = Math.round(Math.min(op.positionSeconds, endSeconds) * 1000) / 1000;
  const progress = { positionSeconds, isCompleted: op.isCompleted };
  writeProgress(room.sql, { ...progress, userId, atMs });
  return { result: { kind: 'progress', progress }, kind: 'progress', entityId: VIDEO };
};

const shown = ({ positionSeconds, isCompleted }: Progress): Progress => ({ positionSeconds, isCompleted });

/** How far this user has watched, as far as the room has heard. */
export function progressOf(room: Room, userId: string | null): Progress | null {
  const known = userId === null ? undefined : findProgress(room.sql, userId);
  return known ? shown(known) : null;
}
