import type { Keeper } from './keeper.ts';
import { Refusal } from './refusal.ts';
import { requeue } from './requeue.ts';
import type { Room } from './room.ts';
import { findParked, listParked, type ParkedEntry } from './storage/parked.ts';

/** A row that Postgres will not have, as who manages the video sees it. */
export type ParkedRow = Pick<ParkedEntry, 'seq' | 'kind' | 'entityId' | 'reason'> & { parkedAtMs: number };

export const listParkedRows = (room: Room, page: { afterSeq: number; limit: number }): ParkedRow[] =>
  listParked(room.sql, page).map(({ seq, kind, entityId, reason, atMs }) => ({
    seq,
    kind,
    entityId,
    reason,
    parkedAtMs: atMs,
  }));

export interface Retried {
  /** `waiting`: Postgres has not answered yet; it is tried again without being asked. */
  state: 'written' | 'parked' | 'waiting';
  reason: string | null;
}

/** Tries a parked row again, as it stands now. Asking twice is asking once (R48). */
export async function retryParked(
  keeper: Pick<Keeper, 'open' | 'settle' | 'room'>,
  videoId: string,
  seq: number,
): Promise<Retried> {
  const room = await keeper.open(videoId);
  const row = findParked(room.sql, seq);
  if (!row && seq > room.facts.flushedSeq) throw new Refusal('NOT_FOUND', 'There is no such parked row.');
  if (!row) return { state: 'written', reason: null };
  requeue(room, [row]);
  const triedSeq = room.facts.seq;
  await keeper.settle();
  if (keeper.room !== room) throw new Refusal('NOT_FOUND', 'This video has been deleted.');
  const left = findParked(room.sql, seq);
  if (!left) return { state: 'written', reason: null };
  if (room.facts.flushedSeq < triedSeq)
    return { state: 'waiting', reason: 'The database does not answer. The row is tried as soon as it does.' };
  return { state: 'parked', reason: left.reason };
}
