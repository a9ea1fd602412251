import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { holdLinksToPolicy } from '#worker/rooms/end-rights.ts';
import { asksMore } from '#worker/rooms/link-state.ts';
import { endOrganization, listLiveVideos } from './dissolve.ts';
import { getOrganizationFor, type OrganizationRow } from './organization-access.queries.ts';
import { dissolveOrganization } from './organization-end.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { editSettings, settingsOf } from './organization-settings.ts';
import {
  Dissolution,
  Organization,
  OrganizationDraft,
  OrganizationEdit,
  slugFor,
  toOrganizationView,
} from './organization.ts';
import {
  foundOrganization,
  getCountedOrganization,
  listOrganizations,
  updateOrganization,
} from './organizations.queries.ts';
import { requireAccount, requireUser } from './viewer.ts';

const path = '/api/organizations/{organizationId}';
const tags = ['accounts'];
const content = { 'application/json': { schema: Organization } };

const list = createRoute({
  method: 'get',
  path: '/api/organizations',
  tags,
  summary: 'Organizations you are in',
  description: 'Your personal one first, the others by name.',
  ...access('person', 'organizations:read'),
  request: { query: PageQuery },
  responses: {
    200: { description: 'A page.', content: { 'application/json': { schema: pageOf(Organization) } } },
    ...refusals('UNAUTHENTICATED'),
  },
});

const found = createRoute({
  method: 'post',
  path: '/api/organizations',
  tags,
  summary: 'Found a team',
  description: 'You are its first owner.',
  ...access('account', 'organizations:write'),
  request: { body: jsonBody(OrganizationDraft) },
  responses: {
    200: { description: 'It was founded before, by the same id.', content },
    201: { description: 'Founded.', content },
    ...refusals('UNAUTHENTICATED', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'An organization of yours',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam },
  responses: {
    200: { description: 'The organization.', content },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change an organization',
  description: 'Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'organizations:write'),
  request: { params: OrganizationParam, body: jsonBody(OrganizationEdit) },
  responses: {
    200: { description: 'The organization as it is now.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'STALE'),
  },
});

const dissolve = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Dissolve a team',
  description:
    'For owners, and for good: nobody is a member any more, everything of it is hidden at once, its rooms are closed ' +
    'within a second, and its files are purged after 30 days. Take an export first.',
  ...access('person', 'organizations:write'),
  request: { params: OrganizationParam, body: jsonBody(Dissolution) },
  responses: {
    204: { description: 'Dissolved.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const tagOf = (row: OrganizationRow): string => entityTag(row.updatedAt.getTime().toString(36));

export const organizationRoutes = createRouter();

organizationRoutes.openapi(list, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const page = await listOrganizations(c.get('db'), viewer, c.req.valid('query'));
  linkPages(c, page);
  const items = page.items.map((row) => toOrganizationView(row, row.memberCount));
  return c.json({ ...page, items }, 200);
});

organizationRoutes.openapi(found, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const draft = c.req.valid('json');
  const made = await foundOrganization(c.get('db'), viewer, {
    id: draft.id ?? uuidv7(),
    name: draft.name,
    slug: slugFor(draft),
    description: draft.description ?? null,
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another organization. Make a new one.');
  c.header('location', `/api/organizations/${made.row.id}`);
  c.header('etag', tagOf(made.row));
  return c.json(toOrganizationView(made.row, made.row.memberCount), made.isNew ? 201 : 200);
});

organizationRoutes.openapi(show, async (c) => {
  const ref = c.req.valid('param').organizationId;
  const row = await getCountedOrganization(c.get('db'), c.get('viewer'), ref, 'members.list');
  c.header('etag', tagOf(row));
  c.header('cache-control', 'private, no-cache');
  return c.json(toOrganizationView(row, row.memberCount), 200);
});

organizationRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const row = await getOrganizationFor(c.get('db'), viewer, ref, 'organization.edit');
  requireMatch(c, tagOf(row));
  const { settings, ...change } = c.req.valid('json');
  const changed = await updateOrganization(c.get('db'), viewer, row, {
    ...change,
    settings: settings && editSettings(row.settings, settings),
  });
  if (!changed) throw new AppError('STALE', 'Somebody changed this at the same moment. Load it again.');
  const [was, is] = [settingsOf(row.settings), settingsOf(changed.settings)];
  if (asksMore(is.linkPolicy, was.linkPolicy)) await holdLinksToPolicy(c, changed.id);
  c.header('etag', tagOf(changed));
  return c.json(toOrganizationView(changed, changed.memberCount), 200);
});

organizationRoutes.openapi(dissolve, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const row = await getOrganizationFor(c.get('db'), viewer, ref, 'organization.dissolve');
  requireMatch(c, tagOf(row));
  if (c.req.valid('json').confirm !== row.slug) {
    const detail = `Type its slug, ${row.slug}, to dissolve it.`;
    throw new AppError('INVALID', detail, { errors: [{ pointer: '/confirm', detail }] });
  }
  // Read beforehand: rooms and media are told the moment it has ended.
  const videos = await listLiveVideos(c, row.id);
  await endOrganization(c, videos, await dissolveOrganization(c.get('db'), viewer, row.id));
  return c.body(null, 204);
});
