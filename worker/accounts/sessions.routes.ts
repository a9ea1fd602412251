import { createRoute, z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { jsonAnswer } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { describeDevice } from './device.ts';
import { forgetSession } from './ended-session.ts';
import { endOtherSessions, endSession, listOwnSessions, type OwnSession } from './sessions.queries.ts';
import { requireUser } from './viewer.ts';

const Session = z
  .object({
    id: z.uuid(),
    device: z.string(),
    ipAddress: z.string().nullable(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().openapi({ description: 'To about five minutes.' }),
    expiresAt: z.iso.datetime(),
    isCurrent: z.boolean().openapi({ description: 'Whether this very request came by it.' }),
  })
  .openapi('Session');
const Ended = z.object({ endedCount: z.int() }).openapi('EndedSessions');
const params = z.object({
  sessionId: EntityId.openapi({
    param: { name: 'sessionId', in: 'path' },
    example: '019aa0c0-0000-7000-8000-000000000001',
  }),
});

const listSessions = createRoute({
  method: 'get',
  path: '/api/me/sessions',
  tags: ['accounts'],
  summary: 'Where you are signed in',
  description: 'The last used first, at most a hundred.',
  ...access('person', 'session'),
  responses: {
    200: jsonAnswer('Your sessions.', z.object({ items: z.array(Session) }).openapi('Sessions')),
    ...refusals('UNAUTHENTICATED'),
  },
});

const endOne = createRoute({
  method: 'delete',
  path: '/api/me/sessions/{sessionId}',
  tags: ['accounts'],
  summary: 'Sign out elsewhere',
  description: 'Takes effect at once: whatever asks the database is refused from now on.',
  ...access('person', 'session'),
  request: { params },
  responses: { 204: { description: 'Ended.' }, ...refusals('UNAUTHENTICATED', 'NOT_FOUND') },
});

const endOthers = createRoute({
  method: 'delete',
  path: '/api/me/sessions',
  tags: ['accounts'],
  summary: 'Sign out everywhere else',
  ...access('person', 'session'),
  responses: { 200: jsonAnswer('All others have ended.', Ended), ...refusals('UNAUTHENTICATED') },
});

export const sessionRoutes = createRouter();

sessionRoutes.openapi(listSessions, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const rows = await listOwnSessions(c.get('db'), viewer);
  return c.json({ items: rows.map((row) => toSession(row, viewer.sessionId)) }, 200);
});

sessionRoutes.openapi(endOne, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { sessionId } = c.req.valid('param');
  if (!(await endSession(c.get('db'), viewer, sessionId)))
    throw new AppError('NOT_FOUND', 'You have no such session.');
  await endSeats(c, viewer.userId);
  if (sessionId === viewer.sessionId) forgetSession(c);
  return c.body(null, 204);
});

sessionRoutes.openapi(endOthers, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const endedCount = await endOtherSessions(c.get('db'), viewer);
  await endSeats(c, viewer.userId);
  return c.json({ endedCount }, 200);
});

const toSession = (row: OwnSession, currentId: string | undefined): z.infer<typeof Session> => ({
  id: row.id,
  device: describeDevice(row.user_agent),
  ipAddress: row.ip_address,
  createdAt: new Date(row.created_at).toISOString(),
  lastUsedAt: new Date(row.last_accessed_at).toISOString(),
  expiresAt: new Date(row.expires_at).toISOString(),
  isCurrent: row.id === currentId,
});
