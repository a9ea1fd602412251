import { createRoute, z } from '@hono/zod-openapi';
import { ServerMs } from '#protocol/id.ts';
import { access } from '#worker/http/access.ts';
import { createRouter } from '#worker/http/router.ts';

const ClockAnswer = z.object({ receivedMs: ServerMs, sentMs: ServerMs }).openapi('Clock');

const clock = createRoute({
  method: 'get',
  path: '/clock',
  tags: ['rooms'],
  summary: 'The server’s time',
  description:
    'For a four-stamp probe: note when you send and when you hear back. Touches no room, so that clients may ' +
    'keep their clocks while a room sleeps.',
  ...access('anyone', 'session'),
  responses: { 200: { description: 'Now.', content: { 'application/json': { schema: ClockAnswer } } } },
});

export const clockRoutes = createRouter();

clockRoutes.openapi(clock, (c) => {
  // The platform's clock stands still while it computes: one reading is both.
  const nowMs = Date.now();
  c.header('cache-control', 'no-store');
  return c.json({ receivedMs: nowMs, sentMs: nowMs }, 200);
});
