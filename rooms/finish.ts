import type { Room } from './room.ts';
import { FIRST_REVISION } from './state/playback.ts';
import { recapOf, RECAP_PEOPLE } from './state/recap.ts';
import { endedScreening, type StoredScreening } from './state/screening.ts';
import { countAttendees, listAttendees, noteAllLeft } from './storage/attendees.ts';
import { listPlayed, readPosted, writeRecap } from './storage/recaps.ts';
import { writeScreening } from './storage/screenings.ts';

/** Ends a screening in storage, whatever its end is: everyone has left it, and it leaves its recap (R110). */
export function finishScreening({ sql, connections }: Room, screening: StoredScreening, nowMs: number): void {
  const ended = endedScreening(screening, nowMs);
  const endedAtMs = ended.endedAtMs ?? nowMs;
  writeScreening(sql, ended);
  noteAllLeft(sql, screening.id, endedAtMs);
  // Who has no account is known for as long as the connection lives.
  const nameless = connections.membersOf(screening.id).filter(({ seat }) => seat.identity.userId === null);
  const played = listPlayed(sql, screening.id);
  const recap = recapOf({
    screening,
    endedAtMs,
    attendeeCount: countAttendees(sql, screening.id) + nameless.length,
    attendees: listAttendees(sql, screening.id, RECAP_PEOPLE),
    ...readPosted(sql, { screeningId: screening.id, startedAtMs: screening.startedAtMs, endedAtMs }),
    played,
    isCut: played[0]?.playback.revision !== FIRST_REVISION,
  });
  writeRecap(sql, recap);
}
