import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag } from '#worker/http/entity-tag.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endMembership } from '#worker/rooms/end-rights.ts';
import { listRoomsLost } from './lost-rooms.queries.ts';
import { Member, MemberListQuery, MemberParam, toMemberView } from './member.ts';
import { deleteMember, getMember, listMembers, type MemberRow } from './members.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { requireUser } from './viewer.ts';

const path = '/api/organizations/{organizationId}/members';
const tags = ['accounts'];
/** More rooms than one person is in; those they may still be in were written to last. */
export const ROOMS_AT_MOST = 200;

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Members of an organization',
  description: 'For its members, in the order they came.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: MemberListQuery },
  responses: {
    200: { description: 'A page of them.', content: { 'application/json': { schema: pageOf(Member) } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const show = createRoute({
  method: 'get',
  path: `${path}/{userId}`,
  tags,
  summary: 'A member',
  ...access('person', 'organizations:read'),
  request: { params: MemberParam },
  responses: {
    200: { description: 'The member.', content: { 'application/json': { schema: Member } } },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const remove = createRoute({
  method: 'delete',
  path: `${path}/{userId}`,
  tags,
  summary: 'Remove a member, or leave',
  description:
    'For owners and administrators (owners are removed by owners only), and for oneself. Who is removed is out of the ' +
    'rooms of the organization’s videos within a second. The last owner stays.',
  ...access('person', 'organizations:write'),
  request: { params: MemberParam },
  responses: {
    204: { description: 'Not a member any more.' },
    ...refusals('INVALID', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const memberTagOf = (row: MemberRow): string =>
  entityTag(row.id, row.updatedAt.getTime().toString(36));

export const memberRoutes = createRouter();

memberRoutes.openapi(list, async (c) => {
  const ref = c.req.valid('param').organizationId;
  const page = await listMembers(c.get('db'), c.get('viewer'), ref, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toMemberView) }, 200);
});

memberRoutes.openapi(show, async (c) => {
  const { organizationId: ref, userId } = c.req.valid('param');
  const { member } = await getMember(c.get('db'), c.get('viewer'), { ref, userId }, 'members.list');
  c.header('etag', memberTagOf(member));
  c.header('cache-control', 'private, no-cache');
  return c.json(toMemberView(member), 200);
});

memberRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { organizationId: ref, userId } = c.req.valid('param');
  const { organization, member } = await getMember(c.get('db'), viewer, { ref, userId }, 'members.list');
  const membership = { organizationId: organization.id, userId: member.userId };
  // Read beforehand: rooms are told the moment the membership has ended.
  const roomIds = await listRoomsLost(c.get('db'), { ...membership, role: member.role }, ROOMS_AT_MOST);
  const endedAt = await deleteMember(c.get('db'), viewer, membership);
  if (!endedAt) throw new AppError('FORBIDDEN', 'Only owners and administrators remove others.');
  await endMembership(c, membership, { roomIds, keeps: null, atMs: endedAt.getTime() });
  return c.body(null, 204);
});
