import type { Keeper } from './keeper.ts';
import type { Room } from './room.ts';

export interface CaughtUp {
  /** Events that waited to be written when the room was asked. */
  waited: number;
  /** Of all there are now, those that still wait. */
  left: number;
}

/** What the sweep asks (R49): being asked wakes the room, which sets a lost alarm again and writes what waits. */
export async function catchUp(keeper: Pick<Keeper, 'room' | 'settle'>): Promise<CaughtUp> {
  const waited = unwrittenIn(keeper.room);
  await keeper.settle();
  return { waited, left: unwrittenIn(keeper.room) };
}

const unwrittenIn = (room: Room | undefined): number => (room ? room.facts.seq - room.facts.flushedSeq : 0);
