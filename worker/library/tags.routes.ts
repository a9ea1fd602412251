import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { json, jsonBody } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { idIn } from './entity-param.ts';
import { Tag, TagDraft, TagEdit, TagParam, toTagView } from './tag.ts';
import * as stored from './tags.queries.ts';

const path = '/api/tags/{tagId}';
const ofOrganization = '/api/organizations/{organizationId}/tags';
const tags = ['tags'];
const content = json(Tag);

const list = createRoute({
  method: 'get',
  path: ofOrganization,
  tags,
  summary: 'Tags of an organization',
  description: 'For its members, by name; deactivated ones too.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: PageQuery },
  responses: {
    200: { description: 'A page.', content: json(pageOf(Tag)) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const listGlobal = createRoute({
  method: 'get',
  path: '/api/tags',
  tags,
  summary: 'Tags of the product’s own',
  description: 'For videos of every organization, by name.',
  ...access('anyone', 'videos:read'),
  request: { query: PageQuery },
  responses: { 200: { description: 'A page.', content: json(pageOf(Tag)) }, ...refusals() },
});

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'A tag',
  ...access('anyone', 'videos:read'),
  request: { params: TagParam },
  responses: { 200: { description: 'The tag.', content }, ...refusals('NOT_FOUND') },
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

const tagOf = (row: stored.TagRow): string => entityTag(row.updatedAt.getTime().toString(36));

function requireOrganizations(row: stored.TagRow): void {
  if (row.organizationId === null)
    throw new AppError('FORBIDDEN', 'The product’s own tags are nobody’s to change.');
}

export const tagRoutes = createRouter();

tagRoutes.openapi(list, async (c) => {
  const { organizationId } = c.req.valid('param');
  const page = await stored.listTags(c.get('db'), c.get('viewer'), organizationId, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toTagView) }, 200);
});

tagRoutes.openapi(listGlobal, async (c) => {
  const page = await stored.listGlobalTags(c.get('db'), c.get('viewer'), c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toTagView) }, 200);
});

tagRoutes.openapi(show, async (c) => {
  const row = await stored.getTag(c.get('db'), c.get('viewer'), idIn(c.req.valid('param').tagId, 'tag'));
  c.header('etag', tagOf(row));
  c.header('cache-control', 'private, no-cache');
  return c.json(toTagView(row), 200);
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
  requireOrganizations(row);
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
  requireOrganizations(row);
  requireMatch(c, tagOf(row));
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  await stored.deleteTag(c.get('db'), viewer, { id: row.id, ifUpdatedAt });
  return c.body(null, 204);
});
