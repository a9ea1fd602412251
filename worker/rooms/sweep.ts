import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { catchUpRoom } from './room-gateway.ts';
import { dayBefore, tendEach } from './tend-rooms.ts';
import { listRoomsToWake } from './watermarks.queries.ts';

const ROOMS_AT_MOST = 200;

export interface Swept {
  rooms: number;
  /** Rooms that held something back. */
  lagging: number;
  /** Events that waited, and those that still do. */
  waited: number;
  left: number;
  unreachable: number;
}

/**
 * Wakes rooms that may hold something back (R49). Postgres cannot know of what it was never told, so it can only say
 * where to look: at rooms it has heard of lately, and with what is left of the run at any others by chance, since a
 * room may have lost its alarm after long silence. Whoever visits such a room wakes it too.
 */
export async function sweepRooms(env: Env, now: Date): Promise<Swept> {
  const videoIds = await listRoomsToWake(createDatabase(env.DATABASE_URL), dayBefore(now), ROOMS_AT_MOST);
  const swept: Swept = { rooms: videoIds.length, lagging: 0, waited: 0, left: 0, unreachable: 0 };
  swept.unreachable = await tendEach(videoIds, async (videoId) => {
    const { waited, left } = await catchUpRoom(env, videoId);
    swept.lagging += waited > 0 ? 1 : 0;
    swept.waited += waited;
    swept.left += left;
  });
  return swept;
}
