import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { access } from '#worker/http/access.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { authDatabaseOf } from './auth-database.ts';
import { readAccount, readOrganization } from './export.queries.ts';
import { toLines } from './lines.ts';
import { getOrganizationFor } from './organization-access.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { requireUser, type SignedInViewer } from './viewer.ts';

/** It reads everything there is. */
const EXPORTS = { name: 'exports', burst: 5, perMinute: 1 };

const lines = {
  description: 'The lines.',
  content: { 'application/x-ndjson': { schema: z.string() } },
};

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
    200: lines,
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

const takeOwn = createRoute({
  method: 'get',
  path: '/api/me/export',
  tags: ['accounts'],
  summary: 'Take what is yours along',
  description:
    'Your account, what you have made and what is noted of you, as lines of JSON (NDJSON), as an organization’s.',
  ...access('person', 'session'),
  responses: { 200: lines, ...refusals('UNAUTHENTICATED') },
});

export const exportRoutes = createRouter();

exportRoutes.openapi(take, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  const db = c.get('db');
  const { id, slug } = await getOrganizationFor(db, viewer, ref, 'organization.export');
  return send(c, viewer, slug, readOrganization(db, viewer, { organizationId: id, origin: originOf(c) }));
});

exportRoutes.openapi(takeOwn, (c) => {
  const viewer = requireUser(c.get('viewer'));
  const databases = { db: c.get('db'), accounts: authDatabaseOf(c.env) };
  return send(c, viewer, 'lockstep', readAccount(databases, viewer, originOf(c)));
});

const originOf = (c: Context<AppEnv>): string => new URL(publicOriginOf(c)).origin;

/** @NOTE The types take any type with "json" in its name for one JSON value. */
async function send(
  c: Context<AppEnv>,
  viewer: SignedInViewer,
  name: string,
  pages: AsyncGenerator<object[]>,
): Promise<never> {
  if (clientAddressOf(c) !== undefined) takeOne(c, EXPORTS, viewer.userId);
  c.header('cache-control', 'no-store');
  c.header('content-disposition', `attachment; filename="${name}.ndjson"`);
  return c.body(await toLines(pages), 200, {
    'content-type': 'application/x-ndjson; charset=utf-8',
  }) as never;
}
