import { LIMITS } from '#protocol/limits.ts';
import { commitNote } from './commit.ts';
import { finishScreening } from './finish.ts';
import type { Room } from './room.ts';
import { isForsaken } from './state/screening.ts';
import { listScreenings } from './storage/screenings.ts';

/** In a full room the oldest forsaken screening makes way for a new one (R30). */
export function makeWay(room: Room): void {
  const screenings = listScreenings(room.sql);
  if (screenings.length < LIMITS.screeningsPerRoom) return;
  const nowMs = room.nowMs();
  const members = room.connections.membersByScreening();
  const oldest = screenings.findLast((each) => isForsaken(each, nowMs) && !members.has(each.id));
  if (!oldest) return;
  commitNote(room, { kind: 'screening', entityId: oldest.id, userId: null }, () =>
    finishScreening(room, oldest, nowMs),
  );
}
