import { signGrant } from '#worker/media/grant.ts';

/** A grant to a video that is open to all, until a moment. */
export const signOpenGrant = (secret: string, shortId: string, expiresAtSeconds: number): Promise<string> =>
  signGrant(secret, shortId, { right: { kind: 'open' }, sinceMs: 0, expiresAtSeconds });
