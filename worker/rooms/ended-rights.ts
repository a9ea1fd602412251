import type { RevokeFilter } from '#rooms/revocation.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { listEndedRights, type EndedRights } from './ended-rights.queries.ts';
import { revokeInRoom } from './room-gateway.ts';
import { dayBefore, tendEach } from './tend-rooms.ts';

const EACH_AT_MOST = 1_000;

export interface Ended {
  links: number;
  deletedVideos: number;
  sockets: number;
  unreachable: number;
}

interface Revocation {
  videoId: string;
  filter: RevokeFilter;
  why: string;
}

/**
 * Closes the sockets of who is still in a room by a right that has ended: by a link that has expired (R124), and where
 * the room could not be reached when a link was taken back or the video deleted (R62). A day's worth each time: runs
 * that failed are made up for, and closing nobody a second time costs little.
 */
export async function closeEndedRights(env: Env, now: Date): Promise<Ended> {
  const db = createDatabase(env.DATABASE_URL);
  const rights = await listEndedRights(db, { since: dayBefore(now), until: now }, EACH_AT_MOST);
  const { links, deletedVideoIds } = rights;
  const ended: Ended = {
    links: links.length,
    deletedVideos: deletedVideoIds.length,
    sockets: 0,
    unreachable: 0,
  };
  ended.unreachable = await tendEach(revocationsFor(rights), async ({ videoId, filter, why }) => {
    // Added after the wait: others are added meanwhile.
    const closed = await revokeInRoom(env, videoId, filter, why);
    ended.sockets += closed;
  });
  return ended;
}

const revocationsFor = ({ links, deletedVideoIds }: EndedRights): Revocation[] => [
  ...deletedVideoIds.map((videoId) => ({
    videoId,
    filter: { everyone: true } as const,
    why: 'The video has been deleted.',
  })),
  ...links.map(({ id, videoId, revokedAt }) => ({
    videoId,
    filter: { linkId: id },
    why: revokedAt ? 'This link has been taken back.' : 'This link has expired.',
  })),
];
