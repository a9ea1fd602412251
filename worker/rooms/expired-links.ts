import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { listExpiredLinks } from './links.queries.ts';
import { revokeInRoom } from './room-gateway.ts';
import { tendEach } from './tend-rooms.ts';

/** Two runs: one that fails is made up for by the next. Closing nobody a second time costs little. */
const SINCE_MS = 2 * 60 * 60 * 1000;
const LINKS_AT_MOST = 1_000;

export interface Expired {
  links: number;
  sockets: number;
  unreachable: number;
}

/** Closes the sockets of who is still in a room by a link that has expired (R124); what they ask is refused anyway. */
export async function closeExpiredLinks(env: Env, now: Date): Promise<Expired> {
  const db = createDatabase(env.DATABASE_URL);
  const since = new Date(now.getTime() - SINCE_MS);
  const links = await listExpiredLinks(db, { since, until: now }, LINKS_AT_MOST);
  const expired: Expired = { links: links.length, sockets: 0, unreachable: 0 };
  expired.unreachable = await tendEach(links, async ({ id, videoId }) => {
    // Added after the wait: others are added meanwhile.
    const closed = await revokeInRoom(env, videoId, { linkId: id }, 'This link has expired.');
    expired.sockets += closed;
  });
  return expired;
}
