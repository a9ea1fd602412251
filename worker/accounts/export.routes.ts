import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { readOrganization } from './export.queries.ts';
import { toLines } from './lines.ts';
import { getOrganizationFor } from './organization-access.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { requireUser } from './viewer.ts';

/** It reads everything there is. */
const EXPORTS = { name: 'exports', burst: 5, perMinute: 1 };

const take = createRoute({
  method: 'get',
  path: '/api/organizations/{organizationId}/export',
  tags: ['accounts'],
  summary: 'Take everything along',
  description:
    'For owners: every row of the organization as a line of JSON (NDJSON), `type` first, media by its address and ' +
    'without secrets. The last line is `{"type":"end","rows":…}`: without it the file is not whole.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam },
  responses: {
    200: { description: 'The lines.', content: { 'application/x-ndjson': { schema: z.string() } } },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const exportRoutes = createRouter();

exportRoutes.openapi(take, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const db = c.get('db');
  const { id, slug } = await getOrganizationFor(db, viewer, ref, 'organization.export');
  if (clientAddressOf(c) !== undefined) takeOne(c, EXPORTS, viewer.userId);
  const origin = new URL(publicOriginOf(c)).origin;
  c.header('cache-control', 'no-store');
  c.header('content-disposition', `attachment; filename="${slug}.ndjson"`);
  const lines = toLines(readOrganization(db, viewer, { organizationId: id, origin }));
  // @NOTE The types take any type with "json" in its name for one JSON value.
  return c.body(lines, 200, { 'content-type': 'application/x-ndjson; charset=utf-8' }) as never;
});
