import type { RevokeFilter } from '#rooms/revocation.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Visibility } from '#worker/library/access.ts';
import { refuseMedia, type EndedOfVideo, type MediaRefusal } from '#worker/media/revocation.ts';
import { listLinksMadeBy } from './ended-rights.queries.ts';
import { forSure, type Asking } from './for-sure.ts';
import { listLinksAgainstPolicy } from './link-policy.queries.ts';
import { revokeForSure } from './room-gateway.ts';
import { tendEach } from './tend-rooms.ts';

/**
 * What every change that takes a right away calls, once the database has it: sockets are closed (R62) and media that was
 * given out is refused (S7), both within a second. What cannot be reached is told again behind the answer.
 */
interface VideoRef {
  id: string;
  shortId: string;
}
/** A video as it is after the change. */
interface Changed extends VideoRef {
  sharingChangedAt: Date;
}

/** Videos told at once. */
const AT_ONCE = 25;
/** Of one member who goes. */
const LINKS_AT_MOST = 500;
/** Of an organization that asks more of links. */
const HELD_TO_IT_AT_MOST = 2_000;

const refuseForSure = (c: Asking, refusal: MediaRefusal): Promise<void> =>
  forSure(c, () => refuseMedia(c.env.MEDIA, refusal), refusal);

/** Deleted: nobody watches it any more. */
export const endVideo = (
  c: Asking,
  video: VideoRef,
  endedAt: Date,
  why = 'The video has been deleted.',
): Promise<void> =>
  endOfVideo(c, video, { filter: { everyone: true }, ended: ['everyone'], atMs: endedAt.getTime(), why });

/** What a narrower visibility lets nobody watch by any more. */
export const ENDED_BY: Partial<Record<Visibility, EndedOfVideo[]>> = {
  organization: ['open'],
  private: ['open', 'member'],
};
const NOT_SHARED = 'The video is shared with fewer people now. Open it again if you are one of them.';

/** Shared with fewer (`isNarrower`). Who manages the video stays in, and so does who has a link: by a new ticket. */
export const narrowVideo = (c: Asking, video: Changed & { visibility: Visibility }): Promise<void> =>
  endOfVideo(c, video, {
    // A ticket does not tell members from passers-by.
    filter: { whoMayNot: 'video.edit' },
    ended: ENDED_BY[video.visibility] ?? [],
    atMs: video.sharingChangedAt.getTime(),
    why: NOT_SHARED,
  });

/** In another organization now: members of the one it was in have nothing to do with it any more. */
export const moveVideo = (c: Asking, video: Changed): Promise<void> =>
  endOfVideo(c, video, {
    filter: { everyone: true },
    ended: ['everyone'],
    atMs: video.sharingChangedAt.getTime(),
    why: 'The video has moved to another organization.',
  });

export const endLink = (c: Asking, video: VideoRef, linkId: string, endedAt: Date): Promise<void> =>
  endOfVideo(c, video, {
    filter: { linkId },
    ended: [`link:${linkId}`],
    atMs: endedAt.getTime(),
    why: 'This link has been taken back.',
  });

/** Its author's account has gone: the video stays, and others with it. */
export const endAuthorship = (c: Asking, video: VideoRef, userId: string, endedAt: Date): Promise<void> =>
  endOfVideo(c, video, {
    filter: { userId },
    ended: ['own'],
    atMs: endedAt.getTime(),
    why: 'This account has been deleted.',
  });

/** It lets in fewer, or ends sooner: whoever may still come by it comes back. */
export const narrowLink = (
  c: Asking,
  video: VideoRef,
  link: { id: string; updatedAt: Date },
): Promise<void> =>
  endOfVideo(c, video, {
    filter: { linkId: link.id, mayReturn: true },
    ended: [`link:${link.id}`],
    // What it lets from now on begins at this very moment.
    atMs: link.updatedAt.getTime(),
    why: 'This link has changed.',
  });

/**
 * A member has gone, or may do less from now on (`keeps`): `roomIds` are those they may be in (`listRoomsLost`). Links
 * they made end too, where they may no longer share the video.
 */
export async function endMembership(
  c: Asking,
  { organizationId, userId }: { organizationId: string; userId: string },
  { roomIds, keeps, atMs }: { roomIds: readonly string[]; keeps: 'MEMBER' | null; atMs: number },
): Promise<void> {
  const gone = 'You are no longer a member of this organization.';
  const why = keeps ? 'You may do less in this organization now.' : gone;
  const ended = keeps ? ([`admin:${userId}`] as const) : ([`member:${userId}`, `admin:${userId}`] as const);
  const close = (videoId: string) => revokeForSure(c, videoId, { userId, mayReturn: keeps !== null }, why);
  await Promise.all([
    refuseForSure(c, { organizationId, ended, atMs }),
    tendEach(roomIds, close, AT_ONCE),
    forSure(c, () => endLinksOf(c, { organizationId, userId }, atMs), { organizationId, userId }),
  ]);
}

async function endLinksOf(
  c: Asking,
  maker: { organizationId: string; userId: string },
  atMs: number,
): Promise<void> {
  const links = await listLinksMadeBy(createDatabase(c.env.DATABASE_URL), maker, LINKS_AT_MOST);
  await endLinks(c, links, {
    why: 'Whoever made this link may no longer share the video.',
    atMs,
    mayReturn: false,
  });
}

/** An organization asks more of the links to its videos: whoever may still come by one of those comes back. */
export const holdLinksToPolicy = (c: Asking, organizationId: string): Promise<void> =>
  forSure(
    c,
    async () => {
      const db = createDatabase(c.env.DATABASE_URL);
      const links = await listLinksAgainstPolicy(db, { organizationId }, HELD_TO_IT_AT_MOST);
      await endLinks(c, links, { why: LINKS_ASKED_MORE, atMs: links[0]?.atMs ?? 0, mayReturn: true });
    },
    { organizationId },
  );
export const LINKS_ASKED_MORE = 'The organization asks more of this link now.';

export async function endLinks(
  c: Asking,
  links: readonly (VideoRef & { linkId: string })[],
  { why, atMs, mayReturn }: { why: string; atMs: number; mayReturn: boolean },
): Promise<void> {
  await tendEach(
    [...Map.groupBy(links, ({ shortId }) => shortId)],
    async ([shortId, ofVideo]) => {
      const ended = ofVideo.map(({ linkId }) => `link:${linkId}` as const);
      // All of a video at once: writes to one object take turns.
      const refused = refuseForSure(c, { shortId, ended, atMs });
      for (const { id, linkId } of ofVideo) await revokeForSure(c, id, { linkId, mayReturn }, why);
      await refused;
    },
    AT_ONCE,
  );
}

interface Ending {
  filter: RevokeFilter;
  ended: readonly EndedOfVideo[];
  atMs: number;
  why: string;
}

const endOfVideo = async (
  c: Asking,
  { id, shortId }: VideoRef,
  { filter, ended, atMs, why }: Ending,
): Promise<void> => {
  await Promise.all([
    revokeForSure(c, id, filter, why),
    ended.length > 0 && refuseForSure(c, { shortId, ended, atMs }),
  ]);
};
