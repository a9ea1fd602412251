import type { Person } from '#protocol/presence.ts';
import { FARTHEST_MS } from '#client/room/sync-report.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { Ring } from '#client/ui/ring.ts';

/** Further than this from the screening's clock is seen and heard. */
const ADRIFT_MS = 100;

export const ringOf = (person: Person): Ring => {
  if (person.activity === 'away') return 'away';
  if (person.screeningId === null || person.offsetMs === null) return 'none';
  return Math.abs(person.offsetMs) < ADRIFT_MS ? 'in-step' : 'adrift';
};

/** The ring in words: colour never speaks alone. */
export function describePerson(person: Person, isYou: boolean, isHost = false): string {
  const name = isYou ? `${person.name} (you)` : person.name;
  return `${name}${isHost ? ', host' : ''}, ${describeState(person)}`;
}

export function describeState(person: Person): string {
  if (person.activity === 'away') return 'away';
  if (person.screeningId === null) return person.activity === 'typing' ? 'typing' : 'watching alone';
  const typing = person.activity === 'typing' ? ', typing' : '';
  if (person.offsetMs === null) return `getting in step${typing}`;
  const apart = Math.round(Math.abs(person.offsetMs));
  if (apart < ADRIFT_MS) return `in step, ${apart} ms off${typing}`;
  const far = apart < FARTHEST_MS ? inWords(apart) : `more than ${FARTHEST_MS / 1000} s`;
  return `${far} ${person.offsetMs < 0 ? 'behind' : 'ahead'}${typing}`;
}

const inWords = (ms: number): string => (ms < 1000 ? `${ms} ms` : `${(ms / 1000).toFixed(1)} s`);

/** "All 3 within 18 ms": the room's own measurement, or what can be said without one. */
export function describeSkew(state: RoomState, memberCount: number): string {
  if (memberCount <= 1) return 'Nobody else yet';
  if (!state.skew || state.skew.reporting < 2) return `${memberCount} in step`;
  const within = Math.max(1, Math.ceil(state.skew.p95Ms));
  const { reporting } = state.skew;
  const all = memberCount === 2 ? 'Both' : `All ${memberCount}`;
  const who = reporting >= memberCount ? all : `${reporting} of ${memberCount}`;
  return `${who} within ${inWords(within)}`;
}
