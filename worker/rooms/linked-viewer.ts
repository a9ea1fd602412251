import type { Context } from 'hono';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { findLink } from './open-link.ts';

/**
 * The viewer as one who holds the link with this token, for what has no cookie: a page inside another site's. Only
 * links that ask nothing and count nothing let in like this; by any other the viewer stays who they are. `openedId` is the
 * link where it has not been opened before.
 */
export async function viewerByLink(
  c: Context<AppEnv>,
  token: string | null,
): Promise<{ viewer: Viewer; openedId: string | null }> {
  const viewer = c.get('viewer');
  const found = token === null ? null : await findLink(c, token).catch(nothing);
  if (!found || found.asks) return { viewer, openedId: null };
  const { link, isHeld } = found;
  const isPlain = link.passwordHash === null && link.maxUses === null;
  if (isHeld || !isPlain) return { viewer, openedId: null };
  return { viewer: { ...viewer, linkIds: [link.id, ...(viewer.linkIds ?? [])] }, openedId: link.id };
}

function nothing(error: unknown): null {
  if (error instanceof AppError && error.code === 'NOT_FOUND') return null;
  throw error;
}
