import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EntityId } from '#protocol/id.ts';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { revokeForSure } from '#worker/rooms/room-gateway.ts';
import { tendEach } from '#worker/rooms/tend-rooms.ts';
import { deleteMember, findMemberRole, listRoomsLost, type Membership } from './members.queries.ts';
import { requireUser } from './viewer.ts';

/** More rooms than one person is in; those they may still be in were written to last. */
const ROOMS_AT_MOST = 200;
const ROOMS_AT_ONCE = 25;

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
  const rooms = await listRoomsLost(c.get('db'), { ...membership, role }, ROOMS_AT_MOST);
  if (!(await deleteMember(c.get('db'), viewer, membership)))
    throw new AppError('FORBIDDEN', 'Only owners and administrators remove others.');
  await closeRooms(c, rooms, membership);
  return c.body(null, 204);
});

async function closeRooms(c: Context<AppEnv>, videoIds: string[], { userId }: Membership): Promise<void> {
  const message = 'You are no longer a member of this organization.';
  await tendEach(videoIds, (videoId) => revokeForSure(c, videoId, { userId }, message), ROOMS_AT_ONCE);
}
