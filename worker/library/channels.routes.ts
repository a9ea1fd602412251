import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { organizationCan } from '#worker/accounts/organization-role.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import {
  Channel,
  ChannelDraft,
  ChannelEdit,
  ChannelParam,
  channelSlugFor,
  toChannelView,
} from './channel.ts';
import {
  deleteChannel,
  getChannel,
  insertChannel,
  listChannels,
  updateChannel,
  type ChannelRow,
} from './channels.queries.ts';

const ofOrganization = '/api/organizations/{organizationId}/channels';
const path = '/api/channels/{channelId}';
const tags = ['channels'];
const content = json(Channel);
const writeFailures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE');

const list = createRoute({
  method: 'get',
  path: ofOrganization,
  tags,
  summary: 'Channels of an organization',
  description: 'For its members, in the order of their slugs.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: PageQuery },
  responses: {
    200: { description: 'A page of them.', content: json(pageOf(Channel)) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const create = createRoute({
  method: 'post',
  path: ofOrganization,
  tags,
  summary: 'Open a channel',
  description: 'For administrators. Nobody is in it yet; members of the organization join it by themselves.',
  ...access('person', 'organizations:write'),
  request: { params: OrganizationParam, body: { required: true, content: json(ChannelDraft) } },
  responses: {
    200: { description: 'It was opened before, by the same id.', content },
    201: { description: 'Opened.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'A channel',
  description: 'Its videos are `GET /api/videos?channel=…`.',
  ...access('person', 'organizations:read'),
  request: { params: ChannelParam },
  responses: { 200: { description: 'The channel.', content }, ...refusals('UNAUTHENTICATED', 'NOT_FOUND') },
});

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change a channel',
  description:
    'For administrators. Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'organizations:write'),
  request: { params: ChannelParam, body: { required: true, content: json(ChannelEdit) } },
  responses: {
    200: { description: 'The channel as it is now.', content },
    ...writeFailures,
    ...refusals('CONFLICT'),
  },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Close a channel',
  description: 'For administrators. Its videos stay with the organization, in no channel.',
  ...access('person', 'organizations:write'),
  request: { params: ChannelParam },
  responses: { 204: { description: 'Closed.' }, ...writeFailures },
});

const tagOf = (row: ChannelRow): string => entityTag(row.updatedAt.getTime().toString(36));

function requireEditor(row: ChannelRow): void {
  if (!organizationCan(row.role, 'channels.edit'))
    throw new AppError(
      'FORBIDDEN',
      'Only owners and administrators of the organization change its channels.',
    );
}

const overtaken = (): AppError =>
  new AppError('STALE', 'Somebody changed this at the same moment. Load it again.');

export const channelRoutes = createRouter();

channelRoutes.openapi(list, async (c) => {
  const { organizationId } = c.req.valid('param');
  const page = await listChannels(c.get('db'), c.get('viewer'), organizationId, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toChannelView) }, 200);
});

channelRoutes.openapi(create, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const draft = c.req.valid('json');
  const made = await insertChannel(c.get('db'), viewer, c.req.valid('param').organizationId, {
    id: draft.id ?? uuidv7(),
    name: draft.name,
    slug: channelSlugFor(draft),
    description: draft.description || null,
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another channel. Make a new one.');
  c.header('location', `/api/channels/${made.row.id}`);
  c.header('etag', tagOf(made.row));
  return c.json(toChannelView(made.row), made.isNew ? 201 : 200);
});

channelRoutes.openapi(show, async (c) => {
  const row = await getChannel(c.get('db'), c.get('viewer'), c.req.valid('param').channelId);
  c.header('etag', tagOf(row));
  c.header('cache-control', 'private, no-cache');
  return c.json(toChannelView(row), 200);
});

channelRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getChannel(c.get('db'), viewer, c.req.valid('param').channelId);
  requireEditor(row);
  requireMatch(c, tagOf(row));
  const changed = await updateChannel(c.get('db'), viewer, row, c.req.valid('json'));
  if (!changed) throw overtaken();
  c.header('etag', tagOf(changed));
  return c.json(toChannelView(changed), 200);
});

channelRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getChannel(c.get('db'), viewer, c.req.valid('param').channelId);
  requireEditor(row);
  requireMatch(c, tagOf(row));
  if (!(await deleteChannel(c.get('db'), viewer, row))) throw overtaken();
  return c.body(null, 204);
});
