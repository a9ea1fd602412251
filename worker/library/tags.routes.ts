import { createRoute, z } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { can } from '#protocol/role.ts';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { idIn } from './entity-param.ts';
import { Tag, TagDraft, TagEdit, TagParam, toTagView, VideoTagsEdit } from './tag.ts';
import * as stored from './tags.queries.ts';
import { VideoParam } from './video-ref.ts';
import { getVideo, getVideoWith } from './videos.queries.ts';

const path = '/api/tags/{tagId}';
const ofOrganization = '/api/organizations/{organizationId}/tags';
const ofVideo = '/api/videos/{id}/tags';
const tags = ['tags'];
const json = <Schema>(schema: Schema) => ({ 'application/json': { schema } });
const jsonBody = <Schema>(schema: Schema) => ({ required: true, content: json(schema) });
const content = json(Tag);
const VideoTags = z.object({ items: z.array(Tag) }).openapi('VideoTags');

const list = createRoute({
  method: 'get',
  path: ofOrganization,
  tags,
  summary: 'Tags of an organization, the newest first',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: PageQuery },
  responses: {
    200: { description: 'A page.', content: json(pageOf(Tag)) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const create = createRoute({
  method: 'post',
  path: ofOrganization,
  tags,
  summary: 'Make a tag',
  ...access('person', 'organizations:write'),
  request: { params: OrganizationParam, body: jsonBody(TagDraft) },
  responses: {
    200: { description: 'It was made before, by the same id.', content },
    201: { description: 'Made.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND', 'CONFLICT'),
  },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change a tag',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'organizations:write'),
  request: { params: TagParam, body: jsonBody(TagEdit) },
  responses: {
    200: { description: 'The tag as it is now.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'STALE'),
  },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a tag, from its videos too',
  ...access('person', 'organizations:write'),
  request: { params: TagParam },
  responses: {
    204: { description: 'Deleted.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const showOfVideo = createRoute({
  method: 'get',
  path: ofVideo,
  tags,
  summary: 'Tags of a video that you may know of',
  ...access('anyone', 'videos:read'),
  request: { params: VideoParam },
  responses: { 200: { description: 'All, by name.', content: json(VideoTags) }, ...refusals('NOT_FOUND') },
});

const setOfVideo = createRoute({
  method: 'put',
  path: ofVideo,
  tags,
  summary: 'Set the tags of a video',
  description: 'By id and by name; all others go. Those of the system stay.',
  ...access('person', 'videos:write'),
  request: { params: VideoParam, body: jsonBody(VideoTagsEdit) },
  responses: {
    200: { description: 'All, by name.', content: json(VideoTags) },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

const tagOf = (row: stored.TagRow): string => entityTag(row.updatedAt.getTime().toString(36));

export const tagRoutes = createRouter();

tagRoutes.openapi(list, async (c) => {
  const { organizationId } = c.req.valid('param');
  const page = await stored.listTags(c.get('db'), c.get('viewer'), organizationId, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toTagView) }, 200);
});

tagRoutes.openapi(create, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const draft = c.req.valid('json');
  const { organizationId } = c.req.valid('param');
  const made = await stored.insertTag(c.get('db'), viewer, organizationId, {
    ...draft,
    id: draft.id ?? uuidv7(),
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another tag. Make a new one.');
  c.header('etag', tagOf(made.row));
  return c.json(toTagView(made.row), made.isNew ? 201 : 200);
});

tagRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await stored.getTag(c.get('db'), viewer, idIn(c.req.valid('param').tagId, 'tag'));
  requireMatch(c, tagOf(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  const version = { id: row.id, ifUpdatedAt };
  const changed = await stored.updateTag(c.get('db'), viewer, { ...version, edit: c.req.valid('json') });
  c.header('etag', tagOf(changed));
  return c.json(toTagView(changed), 200);
});

tagRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await stored.getTag(c.get('db'), viewer, idIn(c.req.valid('param').tagId, 'tag'));
  requireMatch(c, tagOf(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  await stored.deleteTag(c.get('db'), viewer, { id: row.id, ifUpdatedAt });
  return c.body(null, 204);
});

tagRoutes.openapi(showOfVideo, async (c) => {
  const { id } = c.req.valid('param');
  const { result } = await getVideoWith(c.get('db'), c.get('viewer'), id, (db, videoId) =>
    stored.selectTagsOf(db, videoId),
  );
  return c.json({ items: result.map(toTagView) }, 200);
});

tagRoutes.openapi(setOfVideo, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators tag this video.');
  const rows = await stored.setVideoTags(c.get('db'), viewer, video.id, c.req.valid('json'));
  return c.json({ items: rows.map(toTagView) }, 200);
});
