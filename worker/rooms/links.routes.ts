import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '#worker/accounts/password.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { endLink } from './end-rights.ts';
import { futureMoment, isAsWished, requireAllowed, tagOf } from './link-terms.ts';
import { hashLinkToken, linkTokenOf } from './link-token.ts';
import { LinkDraft, LinkView, NewLinkView } from './link.ts';
import { getVideoWithPolicy, insertLink, listLinks, revokeLink } from './links.queries.ts';
import { getManagedLink, LinkParam, requireManager, viewOf } from './managed-link.ts';

const path = '/api/videos/{id}/links';
const tags = ['rooms'];
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND');

const make = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Make a watch link',
  description:
    'Whoever opens it may watch the video, however it is shared; for who manages the video. It keeps to what the ' +
    'organization asks of links.',
  ...access('person', 'links:write'),
  request: { params: VideoParam, body: { required: false, content: json(LinkDraft) } },
  responses: {
    200: {
      description: 'It was made before, by the same id and on the same terms.',
      content: json(NewLinkView),
    },
    201: { description: 'Made.', content: json(NewLinkView) },
    ...failures,
    ...refusals('CONFLICT'),
  },
});

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Watch links of a video',
  description: 'Newest first, those that open nothing any more too.',
  ...access('person', 'links:read'),
  request: { params: VideoParam, query: PageQuery },
  responses: { 200: { description: 'A page of them.', content: json(pageOf(LinkView)) }, ...failures },
});

const show = createRoute({
  method: 'get',
  path: `${path}/{linkId}`,
  tags,
  summary: 'A watch link',
  ...access('person', 'links:read'),
  request: { params: LinkParam },
  responses: { 200: { description: 'The link.', content: json(LinkView) }, ...failures },
});

const remove = createRoute({
  method: 'delete',
  path: `${path}/{linkId}`,
  tags,
  summary: 'Take a watch link back',
  description:
    'It opens nothing from now on. Within a second who is in the room by it is out, and what it let play is refused.',
  ...access('person', 'links:write'),
  request: { params: LinkParam },
  responses: { 204: { description: 'Revoked.' }, ...failures },
});

export const linkRoutes = createRouter();

linkRoutes.openapi(make, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { video, policy } = await getVideoWithPolicy(c.get('db'), viewer, c.req.valid('param').id);
  requireManager(video);
  const { password, expiresAt: wanted, ...draft } = LinkDraft.parse(c.req.valid('json') ?? {});
  const id = draft.id ?? uuidv7();
  const expiresAt = wanted ? futureMoment(wanted) : null;
  requireAllowed({ ...draft, createdAt: new Date(), expiresAt, hasPassword: Boolean(password) }, policy);
  const token = await linkTokenOf(c.env, { id, videoId: video.id });
  const made = await insertLink(c.get('db'), viewer, {
    ...draft,
    id,
    videoId: video.id,
    tokenHash: await hashLinkToken(token),
    passwordHash: password ? await hashPassword(password) : null,
    expiresAt,
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another link. Make a new one.');
  if (!made.isNew && !(await isAsWished(made.row, { ...draft, password, expiresAt })))
    throw new AppError(
      'CONFLICT',
      'A link was made by this id, on other terms. Take a new id for another link.',
    );
  c.header('cache-control', 'no-store');
  c.header('etag', tagOf(made.row));
  return c.json({ ...(await viewOf(c, made.row)), token }, made.isNew ? 201 : 200);
});

linkRoutes.openapi(list, async (c) => {
  const { id } = c.req.valid('param');
  const viewer = requireUser(c.get('viewer'));
  const { video, page } = await listLinks(c.get('db'), viewer, id, c.req.valid('query'));
  requireManager(video);
  linkPages(c, page);
  const items = await Promise.all(page.items.map((row) => viewOf(c, row)));
  return c.json({ ...page, items }, 200);
});

linkRoutes.openapi(show, async (c) => {
  const { link } = await getManagedLink(c, c.req.valid('param'));
  c.header('etag', tagOf(link));
  return c.json(await viewOf(c, link), 200);
});

linkRoutes.openapi(remove, async (c) => {
  const { viewer, video, link } = await getManagedLink(c, c.req.valid('param'));
  const endedAt = await revokeLink(c.get('db'), viewer, { videoId: video.id, linkId: link.id });
  await endLink(c, video, link.id, endedAt ?? new Date());
  return c.body(null, 204);
});
