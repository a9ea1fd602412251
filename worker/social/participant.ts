import type { Context } from 'hono';
import { can, type Capability } from '#protocol/capability.ts';
import type { Identity } from '#protocol/ticket.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { identityOf } from '#worker/rooms/room-gateway.ts';

/** Somebody who writes in a video's room through REST. Throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN. */
export async function getParticipant(
  c: Context<AppEnv>,
  ref: string,
  capability: Capability,
): Promise<{ videoId: string; identity: Identity }> {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, ref);
  if (!can(video.role, capability)) throw new AppError('FORBIDDEN', 'You may watch here, and nothing more.');
  return { videoId: video.id, identity: identityOf(viewer, video.role) };
}
