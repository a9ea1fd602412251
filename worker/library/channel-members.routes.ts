import { createRoute, type z } from '@hono/zod-openapi';
import { toColleague } from '#worker/accounts/colleague.ts';
import { organizationCan } from '#worker/accounts/organization-role.ts';
import { requireUser, type SignedInViewer } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import {
  deleteChannelMember,
  insertChannelMember,
  listChannelMembers,
  type ChannelMemberRow,
} from './channel-members.queries.ts';
import { ChannelMember, ChannelMemberParam, ChannelParam } from './channel.ts';
import { getChannel, type ChannelRow } from './channels.queries.ts';

const path = '/api/channels/{channelId}/members';
const tags = ['channels'];
const content = { 'application/json': { schema: ChannelMember } };

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Who is in a channel',
  description: 'For members of its organization, in the order they came.',
  ...access('person', 'organizations:read'),
  request: { params: ChannelParam, query: PageQuery },
  responses: {
    200: {
      description: 'A page of them.',
      content: { 'application/json': { schema: pageOf(ChannelMember) } },
    },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const add = createRoute({
  method: 'put',
  path: `${path}/{userId}`,
  tags,
  summary: 'Join a channel, or add somebody',
  description: 'Members of the organization join by themselves; administrators add other members.',
  ...access('person', 'organizations:write'),
  request: { params: ChannelMemberParam },
  responses: {
    200: { description: 'In it before.', content },
    201: { description: 'In it now.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: `${path}/{userId}`,
  tags,
  summary: 'Leave a channel, or remove somebody',
  description: 'Everybody leaves by themselves; administrators remove others.',
  ...access('person', 'organizations:write'),
  request: { params: ChannelMemberParam },
  responses: {
    204: { description: 'Not in it any more.' },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

/** Oneself always, others by who may. */
function requireSay(viewer: SignedInViewer, channel: ChannelRow, userId: string): void {
  if (userId.toLowerCase() !== viewer.userId && !organizationCan(channel.role, 'channels.edit'))
    throw new AppError('FORBIDDEN', 'Only owners and administrators add and remove others.');
}

const toMemberView = (row: ChannelMemberRow): z.infer<typeof ChannelMember> => ({
  user: toColleague(row),
  joinedAt: row.createdAt.toISOString(),
});

export const channelMemberRoutes = createRouter();

channelMemberRoutes.openapi(list, async (c) => {
  const { channelId } = c.req.valid('param');
  const page = await listChannelMembers(c.get('db'), c.get('viewer'), channelId, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toMemberView) }, 200);
});

channelMemberRoutes.openapi(add, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { channelId, userId } = c.req.valid('param');
  const channel = await getChannel(c.get('db'), viewer, channelId);
  requireSay(viewer, channel, userId);
  const { row, isNew } = await insertChannelMember(c.get('db'), viewer, channel, userId);
  return c.json(toMemberView(row), isNew ? 201 : 200);
});

channelMemberRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { channelId, userId } = c.req.valid('param');
  const channel = await getChannel(c.get('db'), viewer, channelId);
  requireSay(viewer, channel, userId);
  await deleteChannelMember(c.get('db'), viewer, channel, userId);
  return c.body(null, 204);
});
