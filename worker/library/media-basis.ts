import type { Viewer } from '#worker/accounts/viewer.ts';
import type { MediaBasis, MediaRight } from '#worker/media/right.ts';
import type { HeldLink, Ownership } from './access.ts';

/** A video's sharing, and what the viewer is to it, with the moments these are of. */
export interface SharedVideo extends Ownership {
  organizationId: string;
  sharingChangedAt: Date;
  membershipChangedAt: Date | null;
  link: HeldLink | null;
}

/**
 * What a viewer plays a video by, once `accessOf` lets them: the right of theirs that lasts longest where they manage it,
 * and the one all share where it is open, so that all have one address. `linkId` is the link the role rests on.
 */
export function mediaBasisOf(viewer: Viewer, video: SharedVideo, linkId: string | null): MediaBasis {
  const right = rightOf(viewer, video, linkId);
  const since = [video.sharingChangedAt.getTime()];
  if (right.kind === 'member' || right.kind === 'admin')
    since.push(video.membershipChangedAt?.getTime() ?? 0);
  const link = right.kind === 'link' ? video.link : null;
  if (link) since.push(Date.parse(link.editedAt));
  const untilMs = link?.expiresAt ? Date.parse(link.expiresAt) : null;
  return { right, sinceMs: Math.max(...since), untilMs };
}

function rightOf(viewer: Viewer, video: SharedVideo, linkId: string | null): MediaRight {
  const { organizationId, authorId, membership, visibility } = video;
  const { userId } = viewer;
  if (linkId !== null) return { kind: 'link', linkId };
  if (userId !== null && userId === authorId) return { kind: 'own' };
  const isOpen = visibility === 'public' || visibility === 'unlisted';
  if (userId === null || membership === null || (isOpen && membership === 'MEMBER')) return { kind: 'open' };
  return { kind: membership === 'MEMBER' ? 'member' : 'admin', organizationId, userId };
}
