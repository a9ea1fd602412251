import type { Progress, ProgressSet } from '#protocol/progress.ts';
import type { Handler, Room } from '../room.ts';
import { VIDEO } from '../storage/likes.ts';
import { findProgress, writeProgress } from '../storage/progress.ts';
import { requireNamed } from './rights.ts';

/** Nobody else is told. Whoever may watch may keep their place; the latest word of theirs stands, also that they begin anew. */
export const setProgress: Handler<ProgressSet> = (room, { identity }, op) => {
  const { userId } = requireNamed(identity, 'keep your place');
  const endSeconds = room.facts.durationSeconds ?? op.positionSeconds;
  const positionSeconds = Math.round(Math.min(op.positionSeconds, endSeconds) * 1000) / 1000;
  const progress = { positionSeconds, isCompleted: op.isCompleted };
  writeProgress(room.sql, { ...progress, userId, atMs: room.nowMs() });
  return { result: { kind: 'progress', progress }, kind: 'progress', entityId: VIDEO };
};

/** How far this user has watched, as far as the room has heard. */
export function progressOf(room: Room, userId: string | null): Progress | null {
  const known = userId === null ? undefined : findProgress(room.sql, userId);
  return known ? { positionSeconds: known.positionSeconds, isCompleted: known.isCompleted } : null;
}
