import type { Actor } from '#worker/db/actor.ts';
import { AppError } from '#worker/http/app-error.ts';

/** Who makes a request. A guest has given a name and nothing else. */
export type Viewer = (
  | { kind: 'anonymous'; userId: null; name: null }
  | { kind: 'guest' | 'registered'; userId: string; name: string }
) & {
  /** Watch links the browser has opened; absent where there are none. */
  linkIds?: readonly string[];
  /** The session the browser came by; absent for an API key. */
  sessionId?: string;
  /** The API key they came by. */
  keyId?: string;
  /** Of this request. */
  requestId?: string;
};

export type SignedInViewer = Exclude<Viewer, { kind: 'anonymous' }>;

export const ANONYMOUS: Viewer = { kind: 'anonymous', userId: null, name: null };

/** The database actor this viewer's queries run as. */
export const actorOf = ({ kind, userId, linkIds, sessionId, requestId }: Viewer): Actor => ({
  role: kind,
  userId,
  linkIds,
  sessionId,
  requestId,
});

/** What a page's script is told of who looks at it. */
export const faceOf = ({ kind, userId, name }: Viewer): Pick<Viewer, 'kind' | 'userId' | 'name'> => ({
  kind,
  userId,
  name,
});

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
