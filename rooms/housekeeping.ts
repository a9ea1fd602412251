import { LIMITS } from '#protocol/limits.ts';
import { can } from '#protocol/capability.ts';
import type { ScreeningStart } from '#protocol/screening.ts';
import { commitNote } from './commit.ts';
import { finishScreening } from './finish.ts';
import type { Room, Sender } from './room.ts';
import { isForsaken } from './state/screening.ts';
import { findScreening, listScreenings } from './storage/screenings.ts';

/** In a full room the oldest forsaken screening makes way for a new one (R30); not for one that is refused (R13). */
export function makeWay(room: Room, { identity }: Sender, { id }: ScreeningStart): void {
  if (!can(identity.role, 'screening.start') || findScreening(room.sql, id)) return;
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
