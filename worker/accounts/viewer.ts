import type { Actor } from '#worker/db/actor.ts';
import { AppError } from '#worker/http/app-error.ts';

/** Who makes a request. A guest has given a name and nothing else. */
export type Viewer = (
  | { kind: 'anonymous'; userId: null; name: null }
  | { kind: 'guest' | 'registered'; userId: string; name: string }
) & {
  /** Watch links the browser has opened; absent where there are none. */
  linkIds?: readonly string[];
};

export type SignedInViewer = Exclude<Viewer, { kind: 'anonymous' }>;

export const ANONYMOUS: Viewer = { kind: 'anonymous', userId: null, name: null };

/** The database actor this viewer's queries run as. */
export const actorOf = ({ kind, userId, linkIds }: Viewer): Actor => ({ role: kind, userId, linkIds });

/** The viewer if they are somebody (guest or registered). Throws UNAUTHENTICATED. */
export function requireUser(viewer: Viewer): SignedInViewer {
  if (viewer.kind === 'anonymous')
    throw new AppError('UNAUTHENTICATED', 'Tell us your name or sign in first.');
  return viewer;
}

/** The viewer if they have an account. Throws UNAUTHENTICATED. */
export function requireAccount(viewer: Viewer): SignedInViewer {
  if (viewer.kind !== 'registered') throw new AppError('UNAUTHENTICATED', 'Sign in first.');
  return viewer;
}
