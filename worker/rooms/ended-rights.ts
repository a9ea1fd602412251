import { LIMITS } from '#protocol/limits.ts';
import type { RevokeFilter } from '#rooms/revocation.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { refuseMedia, type MediaRefusal } from '#worker/media/revocation.ts';
import { ENDED_BY, LINKS_ASKED_MORE } from './end-rights.ts';
import { listEndedRights, type EndedRights as Ends } from './ended-rights.queries.ts';
import {
  listLinksAgainstPolicy,
  listLinksEndedByPolicy,
  type LinkAgainstPolicy,
} from './link-policy.queries.ts';
import { revokeInRoom } from './room-gateway.ts';
import { dayBefore, tendEach } from './tend-rooms.ts';

const EACH_AT_MOST = 1_000;

type EndedRights = Ends & { heldToPolicy: LinkAgainstPolicy[] };

export interface Ended {
  links: number;
  linksAgainstPolicy: number;
  deletedVideos: number;
  narrowedVideos: number;
  memberships: number;
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
 * the room could not be reached when a right was taken away (R62); media is refused once more, too. A day's worth each
 * time: runs that failed are made up for, and closing nobody a second time costs little.
 */
export async function closeEndedRights(env: Env, now: Date): Promise<Ended> {
  const db = createDatabase(env.DATABASE_URL);
  const within = { since: dayBefore(now), until: now };
  const [ends, endedByPolicy, heldToPolicy] = await Promise.all([
    listEndedRights(db, within, EACH_AT_MOST),
    listLinksEndedByPolicy(db, within, EACH_AT_MOST),
    listLinksAgainstPolicy(db, within, EACH_AT_MOST),
  ]);
  const rights = { ...ends, links: [...ends.links, ...endedByPolicy], heldToPolicy };
  const ended: Ended = {
    links: rights.links.length,
    linksAgainstPolicy: heldToPolicy.length,
    deletedVideos: rights.deleted.length,
    narrowedVideos: rights.narrowed.length,
    memberships: rights.memberships.length,
    sockets: 0,
    unreachable: 0,
  };
  const refuse = (refusal: MediaRefusal) => refuseMedia(env.MEDIA, refusal);
  ended.unreachable += await tendEach(refusalsFor(rights), refuse);
  ended.unreachable += await tendEach(revocationsFor(rights), async ({ videoId, filter, why }) => {
    // Added after the wait: others are added meanwhile.
    const closed = await revokeInRoom(env, videoId, filter, why);
    ended.sockets += closed;
  });
  return ended;
}

/** Whoever has come since had their rights looked at since; a ticket of before is out for a while. */
const toldLate = (atMs: number) => ({ mayReturn: true, joinedBeforeMs: atMs + LIMITS.ticketMs });

const revocationsFor = ({
  links,
  deleted,
  narrowed,
  memberships,
  heldToPolicy,
}: EndedRights): Revocation[] => [
  ...deleted.map(({ id }) => ({
    videoId: id,
    filter: { everyone: true } as const,
    why: 'The video has been deleted.',
  })),
  ...links.map(({ id, videoId, revokedAt }) => ({
    videoId,
    filter: { linkId: id },
    why: revokedAt ? 'This link has been taken back.' : 'This link has expired.',
  })),
  ...heldToPolicy.map(({ id, linkId, atMs }) => ({
    videoId: id,
    filter: { linkId, ...toldLate(atMs) },
    why: LINKS_ASKED_MORE,
  })),
  ...narrowed.map(({ id, sharingChangedAt }) => ({
    videoId: id,
    filter: { whoMayNot: 'video.edit' as const, ...toldLate(sharingChangedAt.getTime()) },
    why: 'The video is shared with fewer people now.',
  })),
  ...memberships.flatMap(({ userId, atMs, videoIds }) =>
    videoIds.map((videoId) => ({
      videoId,
      filter: { userId, ...toldLate(atMs) },
      why: 'What you are in this organization has changed.',
    })),
  ),
];

/** A link that expires ends its own grants; the rest is written again where it did not get there. */
const refusalsFor = ({
  links,
  deleted,
  narrowed,
  memberships,
  heldToPolicy,
}: EndedRights): MediaRefusal[] => [
  ...deleted.map(({ shortId, endedAt }) => ({
    shortId,
    ended: ['everyone'] as const,
    atMs: endedAt.getTime(),
  })),
  ...links.flatMap(({ id, shortId, revokedAt }) =>
    revokedAt ? [{ shortId, ended: [`link:${id}`] as const, atMs: revokedAt.getTime() }] : [],
  ),
  ...heldToPolicy.map(({ shortId, linkId, atMs }) => ({
    shortId,
    ended: [`link:${linkId}`] as const,
    atMs,
  })),
  ...narrowed.map(({ shortId, visibility, sharingChangedAt }) => ({
    shortId,
    ended: ENDED_BY[visibility] ?? [],
    atMs: sharingChangedAt.getTime(),
  })),
  ...memberships.map(({ organizationId, userId, action, atMs }) => ({
    organizationId,
    ended:
      action === 'member.removed'
        ? ([`member:${userId}`, `admin:${userId}`] as const)
        : ([`admin:${userId}`] as const),
    atMs,
  })),
];
