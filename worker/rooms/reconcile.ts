import { NOTHING_COMPARED, type Compared, type Place } from '#rooms/reconcile.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { compareRoom } from './room-gateway.ts';
import { dayBefore, tendEach } from './tend-rooms.ts';
import { listRecentRooms } from './watermarks.queries.ts';

const ROOMS_AT_MOST = 100;
/** Of a thousand rows each. */
const PAGES_AT_MOST = 500;

export interface Reconciled extends Omit<Compared, 'next'> {
  rooms: number;
  pages: number;
  unreachable: number;
  /** Rooms whose end the run did not come to. */
  unfinished: number;
}

const COUNTS = ['rows', 'missing', 'older', 'ahead', 'unknown', 'requeued'] as const;

/** Compares rooms with Postgres and has them write again what it lacks (R72). Never deletes. */
export async function reconcileRooms(env: Env, now: Date): Promise<Reconciled> {
  const videoIds = await listRecentRooms(createDatabase(env.DATABASE_URL), dayBefore(now), ROOMS_AT_MOST);
  const { next: _, ...none } = NOTHING_COMPARED;
  const sum: Reconciled = { rooms: videoIds.length, pages: 0, ...none, unreachable: 0, unfinished: 0 };
  sum.unreachable = await tendEach(videoIds, async (videoId) => {
    let place: Place | null = null;
    do {
      if (sum.pages >= PAGES_AT_MOST) {
        sum.unfinished += 1;
        return;
      }
      sum.pages += 1;
      const page = await compareRoom(env, videoId, place);
      for (const count of COUNTS) sum[count] += page[count];
      place = page.next;
    } while (place !== null);
  });
  return sum;
}
