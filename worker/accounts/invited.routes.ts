import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { access } from '#worker/http/access.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { acceptInvitation, readInvitation } from './accept-invitation.ts';
import { OrganizationRoleName } from './organization.ts';

const path = '/api/invitations/{invitationToken}';
const tags = ['accounts'];
const params = z.object({
  invitationToken: z
    .string()
    .max(64)
    .openapi({ param: { name: 'invitationToken', in: 'path' } }),
});

const ReceivedInvitation = z
  .object({
    organizationName: z.string(),
    inviterName: z.string().nullable(),
    role: OrganizationRoleName,
    isMailed: z.boolean().openapi({ description: 'To one address, whose account alone may accept it.' }),
    isForYou: z.boolean().nullable().openapi({
      description: 'Whether it was mailed to your address; null for a link, and while you are not signed in.',
    }),
    isMember: z.boolean().openapi({ description: 'Whether you are a member already.' }),
    expiresAt: z.iso.datetime(),
  })
  .openapi('ReceivedInvitation');

const AcceptedInvitation = z
  .object({ organizationId: EntityId, slug: z.string(), name: z.string() })
  .openapi('AcceptedInvitation');

const show = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What an invitation is',
  description: 'NOT_FOUND says what became of one that lets nobody in any more.',
  ...access('anyone', 'session'),
  request: { params },
  responses: {
    200: { description: 'The invitation.', content: { 'application/json': { schema: ReceivedInvitation } } },
    ...refusals('NOT_FOUND'),
  },
});

const accept = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Accept an invitation',
  description: 'You are a member from now on. Who is one already stays what they are, and no use is counted.',
  ...access('account', 'session'),
  request: { params },
  responses: {
    200: {
      description: 'You are a member.',
      content: { 'application/json': { schema: AcceptedInvitation } },
    },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const invitedRoutes = createRouter();

invitedRoutes.openapi(show, async (c) => {
  const found = await readInvitation(c, c.req.valid('param').invitationToken);
  c.header('cache-control', 'no-store');
  return c.json(
    {
      organizationName: found.organization_name,
      inviterName: found.inviter_name,
      role: found.role,
      isMailed: found.is_mailed,
      isForYou: found.is_yours,
      isMember: found.is_member,
      expiresAt: new Date(found.expires_at).toISOString(),
    },
    200,
  );
});

invitedRoutes.openapi(accept, async (c) => {
  const { invitation } = await acceptInvitation(c, c.req.valid('param').invitationToken);
  return c.json(
    {
      organizationId: invitation.organization_id,
      slug: invitation.organization_slug,
      name: invitation.organization_name,
    },
    200,
  );
});
