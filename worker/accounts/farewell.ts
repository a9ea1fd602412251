import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { endAuthorship, endLinks, endMembership, endVideo } from '#worker/rooms/end-rights.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { tendEach } from '#worker/rooms/tend-rooms.ts';
import { listBelongings } from './farewell.queries.ts';
import { listRoomsLost } from './lost-rooms.queries.ts';
import { deleteOwnAccount } from './me.queries.ts';
import type { SignedInViewer } from './viewer.ts';

/** Of videos, and of links. */
const EACH_AT_MOST = 2_000;
const ROOMS_AT_MOST = 200;
const SIDE_BY_SIDE = 25;

/** Ends an account, and with it what anybody watches by it. Throws CONFLICT for the last owner of a team. */
export async function endAccount(c: Context<AppEnv>, viewer: SignedInViewer): Promise<void> {
  const [db, { userId }] = [c.get('db'), viewer];
  // Read beforehand: rooms and media are told the moment it has ended.
  const { videos, memberships, links } = await listBelongings(db, userId, EACH_AT_MOST);
  const lost = await Promise.all(
    memberships.map(async ({ organizationId, role }) => ({
      organizationId,
      roomIds: await listRoomsLost(db, { organizationId, userId, role }, ROOMS_AT_MOST),
    })),
  );
  const endedAt = await deleteOwnAccount(db, viewer);
  const atMs = endedAt.getTime();
  const why = 'Whoever made this link may no longer share the video.';
  await endSeats(c, userId, 'This account has been deleted.');
  await Promise.all([
    endLinks(c, links, { why, atMs, mayReturn: false }),
    tendEach(
      videos,
      (video) => (video.isTrashed ? endVideo(c, video, endedAt) : endAuthorship(c, video, userId, endedAt)),
      SIDE_BY_SIDE,
    ),
    ...lost.map(({ organizationId, roomIds }) =>
      endMembership(c, { organizationId, userId }, { roomIds, keeps: null, atMs }),
    ),
  ]);
}
