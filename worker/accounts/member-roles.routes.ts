import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endMembership } from '#worker/rooms/end-rights.ts';
import { listRoomsLost } from './lost-rooms.queries.ts';
import { Member, MemberEdit, MemberParam, toMemberView, Transfer } from './member.ts';
import { transferOwnership, updateMemberRole } from './member-roles.queries.ts';
import { getMember, noSuchMember } from './members.queries.ts';
import { memberTagOf, ROOMS_AT_MOST } from './members.routes.ts';
import { OrganizationParam } from './organization-ref.ts';
import { mayManageRole, organizationCan } from './organization-role.ts';
import { Organization, toOrganizationView } from './organization.ts';
import { getCountedOrganization } from './organizations.queries.ts';
import { requireUser } from './viewer.ts';

const tags = ['accounts'];

const promote = createRoute({
  method: 'patch',
  path: '/api/organizations/{organizationId}/members/{userId}',
  tags,
  summary: 'Change a member’s role',
  description:
    'For administrators; from and to owner for owners. Who may do less afterwards is out of the rooms concerned within ' +
    'a second, and may come back as what they are now. The last owner stays one.',
  ...access('person', 'organizations:write'),
  request: { params: MemberParam, body: jsonBody(MemberEdit) },
  responses: {
    200: { description: 'The member as they are now.', content: { 'application/json': { schema: Member } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE'),
  },
});

const transfer = createRoute({
  method: 'post',
  path: '/api/organizations/{organizationId}/transfer',
  tags,
  summary: 'Hand over an organization',
  description: 'The member named is an owner from now on, and you are an administrator. Both or neither.',
  ...access('person', 'organizations:write'),
  request: { params: OrganizationParam, body: jsonBody(Transfer) },
  responses: {
    200: { description: 'Handed over.', content: { 'application/json': { schema: Organization } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const memberRoleRoutes = createRouter();

memberRoleRoutes.openapi(promote, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { organizationId: ref, userId } = c.req.valid('param');
  const { role } = c.req.valid('json');
  const { organization, member } = await getMember(c.get('db'), viewer, { ref, userId }, 'members.promote');
  if (![member.role, role].every((one) => mayManageRole(organization.role, one)))
    throw new AppError('FORBIDDEN', 'Only owners make owners, and make them something else.');
  requireMatch(c, memberTagOf(member));
  const membership = { organizationId: organization.id, userId: member.userId };
  const isLess = organizationCan(member.role, 'videos.manage') && !organizationCan(role, 'videos.manage');
  const roomIds = isLess
    ? await listRoomsLost(c.get('db'), { ...membership, role: member.role }, ROOMS_AT_MOST)
    : [];
  const changed = role === member.role ? member : await updateMemberRole(c.get('db'), viewer, member, role);
  if (!changed) throw new AppError('STALE', 'Somebody changed this at the same moment. Load it again.');
  if (isLess)
    await endMembership(c, membership, { roomIds, keeps: 'MEMBER', atMs: changed.updatedAt.getTime() });
  c.header('etag', memberTagOf(changed));
  return c.json(toMemberView(changed), 200);
});

memberRoleRoutes.openapi(transfer, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const { userId } = c.req.valid('json');
  if (userId === viewer.userId) {
    const detail = 'It is yours already.';
    throw new AppError('INVALID', detail, { errors: [{ pointer: '/userId', detail }] });
  }
  if (!(await transferOwnership(c.get('db'), viewer, ref, userId))) throw noSuchMember();
  const row = await getCountedOrganization(c.get('db'), viewer, ref, 'members.list');
  return c.json(toOrganizationView(row, row.memberCount), 200);
});
