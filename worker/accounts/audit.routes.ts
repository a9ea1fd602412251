import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import type { Page } from '#worker/db/page.ts';
import { access } from '#worker/http/access.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { AuditEvent, AuditQuery, auditCsv, toAuditView } from './audit.ts';
import { listOrganizationAudit, listOwnAudit, type AuditRow } from './audit.queries.ts';
import { OrganizationParam } from './organization-ref.ts';
import { requireUser } from './viewer.ts';

const tags = ['accounts'];
const page = {
  description: 'A page, newest first; with `Accept: text/csv` as a table.',
  content: {
    'application/json': { schema: pageOf(AuditEvent) },
    'text/csv': { schema: z.string() },
  },
};

const ofOrganization = createRoute({
  method: 'get',
  path: '/api/organizations/{organizationId}/audit',
  tags,
  summary: 'Who changed which right in an organization',
  description: 'For its administrators. Written by the database itself, and changed by nobody.',
  ...access('person', 'organizations:read'),
  request: { params: OrganizationParam, query: AuditQuery },
  responses: { 200: page, ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND') },
});

const ofMine = createRoute({
  method: 'get',
  path: '/api/me/audit',
  tags,
  summary: 'What was done to your rights',
  description: 'By you, and by others; in organizations you have left, too.',
  ...access('person', 'account:read'),
  request: { query: AuditQuery },
  responses: { 200: page, ...refusals('UNAUTHENTICATED') },
});

export const auditRoutes = createRouter();

auditRoutes.openapi(ofOrganization, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const ref = c.req.valid('param').organizationId;
  return answer(c, await listOrganizationAudit(c.get('db'), viewer, ref, c.req.valid('query')));
});

auditRoutes.openapi(ofMine, async (c) =>
  answer(c, await listOwnAudit(c.get('db'), requireUser(c.get('viewer')), c.req.valid('query'))),
);

function answer(c: Context<AppEnv>, { items, next, prev }: Page<AuditRow>) {
  const events = items.map(toAuditView);
  linkPages(c, { next, prev });
  c.header('cache-control', 'no-store');
  c.header('vary', 'accept');
  if (!wantsCsv(c.req.header('accept'))) return c.json({ items: events, next, prev }, 200);
  c.header('content-disposition', 'attachment; filename="audit.csv"');
  return c.body(auditCsv(events), 200, { 'content-type': 'text/csv; charset=utf-8' });
}

const wantsCsv = (accept = ''): boolean =>
  accept.split(',').some((type) => type.split(';')[0]?.trim() === 'text/csv');
