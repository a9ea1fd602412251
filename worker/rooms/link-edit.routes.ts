import { createRoute, type z } from '@hono/zod-openapi';
import { hashPassword } from '#worker/accounts/password.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { narrowLink } from './end-rights.ts';
import { isStricter } from './link-state.ts';
import { futureMoment, requireAllowed, tagOf } from './link-terms.ts';
import { LinkEdit, LinkView } from './link.ts';
import { updateLink, type LinkChange, type ManagedLink } from './links.queries.ts';
import { getManagedLink, LinkParam, viewOf } from './managed-link.ts';

const edit = createRoute({
  method: 'patch',
  path: '/api/videos/{id}/links/{linkId}',
  tags: ['rooms'],
  summary: 'Change a watch link',
  description:
    'Only what is given changes. Letting in fewer, or ending sooner, sends away who is in by it: whoever may comes back. ' +
    'Who has opened it before is not asked for a new password.',
  ...access('person', 'links:write'),
  request: {
    params: LinkParam,
    body: jsonBody(LinkEdit),
  },
  responses: {
    200: {
      description: 'The link as it is now.',
      content: { 'application/json': { schema: LinkView } },
    },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'STALE'),
  },
});

export const linkEditRoutes = createRouter();

linkEditRoutes.openapi(edit, async (c) => {
  const { viewer, video, link } = await getManagedLink(c, c.req.valid('param'));
  requireMatch(c, tagOf(link));
  if (link.revokedAt) throw new AppError('CONFLICT', 'This link has been taken back. Make a new one.');
  const { takeOver = false, ...wanted } = c.req.valid('json');
  const change = await changeOf(wanted);
  const after = { ...link, ...change };
  requireAllowed({ ...after, hasPassword: after.passwordHash !== null }, link.policy);
  const changed = await updateLink(c.get('db'), viewer, link, { change, isTakenOver: takeOver });
  if (isNarrower(link, changed)) await narrowLink(c, video, changed);
  c.header('etag', tagOf(changed));
  return c.json(await viewOf(c, changed), 200);
});

async function changeOf({
  password,
  expiresAt,
  ...rest
}: Omit<z.infer<typeof LinkEdit>, 'takeOver'>): Promise<LinkChange> {
  return {
    ...rest,
    ...(password !== undefined && { passwordHash: password && (await hashPassword(password)) }),
    ...(expiresAt !== undefined && { expiresAt: expiresAt === null ? null : futureMoment(expiresAt) }),
  };
}

/** Whether somebody who came by it might not now, or not for as long. */
const isNarrower = (before: ManagedLink, after: ManagedLink): boolean =>
  isStricter(after.guests, before.guests) ||
  (after.expiresAt !== null && (before.expiresAt === null || after.expiresAt < before.expiresAt));
