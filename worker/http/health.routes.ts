import { createRoute, z } from '@hono/zod-openapi';
import type { Env } from '#worker/env.ts';
import { jsonAnswer } from './json-content.ts';
import { createRouter } from './router.ts';
import { probe } from './probe.ts';
import { access } from './access.ts';
import { askDatabase } from './readiness.queries.ts';

const tags = ['operations'];
const Alive = z.object({ status: z.literal('ok') }).openapi('Alive');
const Check = z.object({ isReady: z.boolean(), durationMs: z.number() });
const Readiness = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    checks: z.object({ postgres: Check, media: Check, room: Check }),
  })
  .openapi('Readiness');
const Version = z.object({ name: z.literal('lockstep'), version: z.string() }).openapi('Version');

const healthz = createRoute({
  method: 'get',
  path: '/healthz',
  tags,
  summary: 'Whether the worker runs',
  ...access('anyone', 'session'),
  responses: { 200: jsonAnswer('It does. Nothing else was asked.', Alive) },
});

const readyz = createRoute({
  method: 'get',
  path: '/readyz',
  tags,
  summary: 'Whether everything it needs answers',
  ...access('anyone', 'session'),
  responses: {
    200: jsonAnswer('Everything answers.', Readiness),
    503: jsonAnswer('Something does not.', Readiness),
  },
});

const version = createRoute({
  method: 'get',
  path: '/version',
  tags,
  summary: 'What runs here',
  ...access('anyone', 'session'),
  responses: { 200: jsonAnswer('Name and version.', Version) },
});

/** The room of no video, asked only to see that rooms answer at all. */
const NO_VIDEO = '00000000-0000-0000-0000-000000000000';

export const healthRoutes = createRouter();

healthRoutes.openapi(healthz, (c) => c.json({ status: 'ok' as const }, 200));

healthRoutes.openapi(version, (c) => c.json({ name: 'lockstep' as const, version: c.env.VERSION }, 200));

healthRoutes.openapi(readyz, async (c) => {
  const [postgres, media, room] = await Promise.all([
    probe(() => askDatabase(c.get('db'))),
    probe(() => c.env.MEDIA.head('readyz')),
    probe(() => answersAtAll(c.env)),
  ]);
  const isReady = postgres.isReady && media.isReady && room.isReady;
  const body = {
    status: isReady ? ('ok' as const) : ('unavailable' as const),
    checks: { postgres, media, room },
  };
  c.header('cache-control', 'no-store');
  return isReady ? c.json(body, 200) : c.json(body, 503);
});

/** It says that there is no such video, which is answer enough. */
async function answersAtAll(env: Env): Promise<void> {
  const answer = await env.ROOMS.getByName(NO_VIDEO).fetch('https://room/');
  await answer.body?.cancel();
}
