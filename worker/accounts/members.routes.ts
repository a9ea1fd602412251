import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endMembership } from '#worker/rooms/end-rights.ts';
import { deleteMember, findMemberRole, listRoomsLost } from './members.queries.ts';
import { requireUser } from './viewer.ts';

/** More rooms than one person is in; those they may still be in were written to last. */
const ROOMS_AT_MOST = 200;

const pathId = (name: string) =>
  z
    .string()
    .max(64)
    .openapi({ param: { name, in: 'path' } });

const remove = createRoute({
  method: 'delete',
  path: '/api/organizations/{id}/members/{userId}',
  tags: ['accounts'],
  summary: 'Remove a member, or leave',
  description:
    'For owners and administrators (owners are removed by owners only), and for oneself. Who is removed is out of the ' +
    'rooms of the organization’s videos within a second. The last owner stays.',
  ...access('person', 'organizations:write'),
  request: { params: z.object({ id: pathId('id'), userId: pathId('userId') }) },
  responses: {
    204: { description: 'Not a member any more.' },
    ...refusals('INVALID', 'UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const memberRoutes = createRouter();

memberRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { id: organizationId, userId } = c.req.valid('param');
  const membership = { organizationId, userId };
  const isPossible = [organizationId, userId].every((id) => EntityId.safeParse(id).success);
  const role = isPossible ? await findMemberRole(c.get('db'), viewer, membership) : undefined;
  if (!role) throw new AppError('NOT_FOUND', 'There is no such member of an organization of yours.');
  // Read beforehand: rooms are told the moment the membership has ended.
  const roomIds = await listRoomsLost(c.get('db'), { ...membership, role }, ROOMS_AT_MOST);
  if (!(await deleteMember(c.get('db'), viewer, membership)))
    throw new AppError('FORBIDDEN', 'Only owners and administrators remove others.');
  await endMembership(c, membership, { roomIds, keeps: null });
  return c.body(null, 204);
});
