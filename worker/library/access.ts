import { ROLES } from '#protocol/capability.ts';
import type { Role } from '#protocol/role.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';

export type Visibility = 'public' | 'unlisted' | 'organization' | 'private';
export type Membership = 'OWNER' | 'ADMIN' | 'MEMBER';

export interface Ownership {
  visibility: Visibility;
  authorId: string | null;
  /** What the viewer is in the organization the video belongs to. */
  membership: Membership | null;
}

/**
 * What a viewer may do with a video, or undefined when for them it is not there. REST, rooms and pages ask
 * here and nowhere else. Who has the link of an open video may steer a screening that lets anyone steer;
 * commenting and liking besides need a name (see requireUser).
 */
export function roleOf(viewer: Viewer, { visibility, authorId, membership }: Ownership): Role | undefined {
  const isAuthor = viewer.userId !== null && viewer.userId === authorId;
  if (isAuthor || membership === 'OWNER' || membership === 'ADMIN') return 'manage';
  if (visibility === 'public' || visibility === 'unlisted') return 'control';
  if (visibility === 'organization' && membership === 'MEMBER') return 'control';
  return undefined;
}

/** A watch link somebody holds: good, and to this video. */
export interface HeldLink {
  id: string;
  role: Exclude<Role, 'manage'>;
  /** ISO moments: when it ends by itself, and when it was last changed. */
  expiresAt: string | null;
  editedAt: string;
}

/**
 * The greater of what somebody may do by themselves and by a link they hold. `linkId` is the link the role rests on,
 * so that it ends with it; null where they need none.
 */
export function accessOf(
  viewer: Viewer,
  ownership: Ownership,
  link: Pick<HeldLink, 'id' | 'role'> | null,
): { role: Role; linkId: string | null } | undefined {
  const own = roleOf(viewer, ownership);
  if (link && (own === undefined || ROLES.indexOf(link.role) > ROLES.indexOf(own)))
    return { role: link.role, linkId: link.id };
  return own && { role: own, linkId: null };
}

/** Whether fewer people may see it afterwards: rights given out before are no longer good. */
export const isNarrower = (before: Visibility, after: Visibility): boolean =>
  OPENNESS[after] < OPENNESS[before];

/** Who has the link may open unlisted as well as public: between those two nobody loses anything. */
const OPENNESS: Record<Visibility, number> = { private: 0, organization: 1, unlisted: 2, public: 2 };
