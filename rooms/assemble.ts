import { Connections, type Peer } from './connections.ts';
import { Crowd } from './crowd.ts';
import { Guard } from './guard.ts';
import { Outbox } from './outbox.ts';
import { leaveRoom } from './leave.ts';
import { Pointing } from './pointing.ts';
import type { Room } from './room.ts';
import type { Facts } from './storage/facts.ts';
import { findLastLoggedMs } from './storage/log.ts';

/** What the platform lends a room. */
export interface Platform extends Pick<Room, 'sql' | 'transact' | 'nowMs' | 'newShortId' | 'requestFlush'> {
  setTimer: (run: () => void, delayMs: number) => void;
  /** Sockets that outlasted hibernation. */
  peers: Iterable<Peer>;
  /** Whether it has been awake before and may have forgotten something. */
  hasSlept: boolean;
}

/** A room awake: its facts from storage, its people from their sockets, the rest new. */
export function assembleRoom(facts: Facts, platform: Platform): Room {
  const { sql, transact, nowMs, newShortId, requestFlush, setTimer, hasSlept } = platform;
  // In the order they came, so that the sample of a crowd stays the same people.
  const peers = [...platform.peers].sort((a, b) => a.seat.joinedAtMs - b.seat.joinedAtMs);
  // Not at once: whoever is sending goes through everyone, and leaving tells everyone again.
  const connections = new Connections(peers, nowMs, (peer) => setTimer(() => leaveRoom(room, peer), 0));
  const crowd = new Crowd(connections);
  const position = (): { epoch: number; seq: number } => ({ epoch: facts.epoch, seq: facts.seq });
  const pointing = new Pointing();
  const outbox = new Outbox({ connections, crowd, pointing, position, nowMs, setTimer });
  const guard = new Guard(hasSlept ? quietSinceMs(platform) : Number.NEGATIVE_INFINITY);
  const parts = { facts, connections, crowd, guard, outbox, pointing };
  const room = { sql, transact, nowMs, awakeSinceMs: nowMs(), newShortId, requestFlush, ...parts };
  return room;
}

/** A room sleeps after so much quiet, at the earliest. */
const SHORTEST_SLEEP_MS = 10_000;

const quietSinceMs = ({ sql, nowMs }: Platform): number =>
  Math.min(findLastLoggedMs(sql) ?? Number.NEGATIVE_INFINITY, nowMs() - SHORTEST_SLEEP_MS);
