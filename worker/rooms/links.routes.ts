import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EntityId } from '#protocol/id.ts';
import { can } from '#protocol/role.ts';
import { hashPassword } from '#worker/accounts/password.ts';
import { requireUser, type SignedInViewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { linkNext } from '#worker/http/next-page.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { hashLinkToken, makeLinkToken } from './link-token.ts';
import { LinkDraft, LinkView, NewLinkView, OpenedLink, OpenRequest, toLinkView } from './link.ts';
import { insertLink, listLinks, revokeLink } from './links.queries.ts';
import { findLink, openLink } from './open-link.ts';
import { endLink } from './end-rights.ts';

const path = '/api/videos/{id}/links';
const tags = ['rooms'];
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND');
const json = <Schema>(schema: Schema) => ({ 'application/json': { schema } });

const make = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Make a watch link',
  description: 'Whoever opens it may watch the video, however it is shared; for who manages the video.',
  ...access('person', 'links:write'),
  request: { params: VideoParam, body: { required: false, content: json(LinkDraft) } },
  responses: { 201: { description: 'Made.', content: json(NewLinkView) }, ...failures },
});

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Watch links of a video',
  description: 'Newest first, revoked ones too.',
  ...access('person', 'links:read'),
  request: { params: VideoParam, query: PageQuery },
  responses: { 200: { description: 'A page of them.', content: json(pageOf(LinkView)) }, ...failures },
});

const LinkParam = VideoParam.extend({
  linkId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'linkId', in: 'path' } }),
});

const remove = createRoute({
  method: 'delete',
  path: `${path}/{linkId}`,
  tags,
  summary: 'Take a watch link back',
  description: 'It opens nothing from now on, and who is in the room by it is out within a second.',
  ...access('person', 'links:write'),
  request: { params: LinkParam },
  responses: { 204: { description: 'Revoked.' }, ...failures },
});

const open = createRoute({
  method: 'post',
  path: '/api/links/{token}',
  tags,
  summary: 'Open a watch link',
  description:
    'Counts a use, and sets a cookie by which this browser may watch until the link expires or is taken back. ' +
    'NOT_FOUND says what became of a link that opens nothing any more; FORBIDDEN asks for its password.',
  ...access('anyone', 'session'),
  request: {
    params: z.object({ token: z.string().max(64) }),
    body: { required: false, content: json(OpenRequest) },
  },
  responses: {
    200: { description: 'Come in.', content: json(OpenedLink) },
    ...refusals('FORBIDDEN', 'NOT_FOUND'),
  },
});

export const linkRoutes = createRouter();

linkRoutes.openapi(make, async (c) => {
  const { viewer, videoId } = await managedVideo(c, c.req.valid('param').id);
  const { password, expiresAt, ...draft } = c.req.valid('json') ?? LinkDraft.parse({});
  const expiry = expiresAt ? futureMoment(expiresAt) : null;
  const token = makeLinkToken();
  const row = await insertLink(c.get('db'), viewer, {
    ...draft,
    videoId,
    tokenHash: await hashLinkToken(token),
    passwordHash: password ? await hashPassword(password) : null,
    expiresAt: expiry,
  });
  c.header('cache-control', 'no-store');
  const url = new URL(`/w/${token}`, publicOriginOf(c)).href;
  return c.json({ ...toLinkView(row), token, url }, 201);
});

linkRoutes.openapi(list, async (c) => {
  const { viewer, videoId } = await managedVideo(c, c.req.valid('param').id);
  const page = await listLinks(c.get('db'), viewer, videoId, c.req.valid('query'));
  linkNext(c, page.next);
  return c.json({ items: page.items.map(toLinkView), next: page.next }, 200);
});

linkRoutes.openapi(remove, async (c) => {
  const { id, linkId } = c.req.valid('param');
  const { viewer, videoId, shortId } = await managedVideo(c, id);
  const isLink = EntityId.safeParse(linkId).success;
  if (!isLink || !(await revokeLink(c.get('db'), viewer, { videoId, linkId })))
    throw new AppError('NOT_FOUND', 'There is no such link.');
  await endLink(c, { id: videoId, shortId }, linkId);
  return c.body(null, 204);
});

linkRoutes.openapi(open, async (c) => {
  const found = await findLink(c, c.req.valid('param').token);
  await openLink(c, found, c.req.valid('json')?.password ?? null);
  const { video } = found;
  c.header('cache-control', 'no-store');
  return c.json(
    { videoId: video.id, shortId: video.shortId, role: video.role, url: `/v/${video.shortId}` },
    200,
  );
});

function futureMoment(text: string): Date {
  const moment = new Date(text);
  if (moment.getTime() > Date.now()) return moment;
  const detail = 'A link expires in the future.';
  throw new AppError('INVALID', detail, { errors: [{ pointer: '/expiresAt', detail }] });
}

async function managedVideo(
  c: Context<AppEnv>,
  ref: string,
): Promise<{ viewer: SignedInViewer; videoId: string; shortId: string }> {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, ref);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators give out links to this video.');
  return { viewer, videoId: video.id, shortId: video.shortId };
}
