import type { Context } from 'hono';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { getVideo, type VideoRow } from '#worker/library/videos.queries.ts';

/** The video whose outline the caller may edit. Throws UNAUTHENTICATED, NOT_FOUND, FORBIDDEN. */
export async function getEditableVideo(c: Context<AppEnv>, ref: string): Promise<VideoRow> {
  const video = await getVideo(c.get('db'), requireUser(c.get('viewer')), ref);
  if (can(video.role, 'video.edit')) return video;
  throw new AppError('FORBIDDEN', 'Only the author and administrators edit what is in it.');
}
