import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EntityId } from '#protocol/id.ts';
import { can } from '#protocol/capability.ts';
import { requireUser, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import type { VideoRow } from '#worker/library/videos.queries.ts';
import { hashLinkToken, linkTokenOf } from './link-token.ts';
import { toLinkView, type LinkView } from './link.ts';
import { findManagedLink, type ManagedLink } from './links.queries.ts';

export const LinkParam = VideoParam.extend({
  linkId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'linkId', in: 'path' } }),
});

/** What is no id is as absent as an unknown one. */
const NO_LINK = '00000000-0000-0000-0000-000000000000';

export const askedLink = ({ id, linkId }: z.infer<typeof LinkParam>): { ref: string; linkId: string } => ({
  ref: id,
  linkId: EntityId.safeParse(linkId).data ?? NO_LINK,
});

export const noSuchLink = (): AppError => new AppError('NOT_FOUND', 'There is no such link.');

export function requireManager(video: VideoRow): void {
  if (can(video.role, 'video.edit')) return;
  throw new AppError('FORBIDDEN', 'Only the author and administrators give out links to this video.');
}

/** One link of a video that the viewer manages. Throws FORBIDDEN and NOT_FOUND. */
export async function getManagedLink(
  c: Context<AppEnv>,
  param: z.infer<typeof LinkParam>,
): Promise<{ viewer: SignedInViewer; video: VideoRow; link: ManagedLink }> {
  const viewer = requireUser(c.get('viewer'));
  const { video, link } = await findManagedLink(c.get('db'), viewer, askedLink(param));
  requireManager(video);
  if (!link) throw noSuchLink();
  return { viewer, video, link };
}

/** A link with its address, which its token is made anew for: of it only the hash is kept. */
export async function viewOf(c: Context<AppEnv>, row: ManagedLink): Promise<z.infer<typeof LinkView>> {
  const token = await linkTokenOf(c.env, row);
  const isKnown = (await hashLinkToken(token)) === row.tokenHash;
  const url = isKnown ? new URL(`/w/${token}`, publicOriginOf(c)).href : null;
  return toLinkView(row, url, new Date());
}
