import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';

/**
 * One wide line of JSON per request: who, what, how it ended, how long it took. No query string, header or
 * body, since those carry tickets and words of people. `REQUEST_LOG = "off"` silences it (tests, benches).
 */
export const requestLog: MiddlewareHandler<AppEnv> = async (c, next) => {
  const startedMs = Date.now();
  await next();
  if (c.env.REQUEST_LOG === 'off') return;
  const viewer = c.get('viewer');
  console.log(
    JSON.stringify({
      level: 'info',
      requestId: c.get('requestId'),
      method: c.req.method,
      path: withoutSecrets(c.req.path),
      status: c.res.status,
      durationMs: Date.now() - startedMs,
      viewerKind: viewer?.kind ?? 'anonymous',
      userId: viewer?.userId ?? null,
      ray: c.req.header('cf-ray'),
      country: c.req.header('cf-ipcountry'),
    }),
  );
};

/** Grants and tokens of links stand in the path: who reads the log opens nothing with it. */
const withoutSecrets = (path: string): string =>
  path.replace(/^(\/media|\/w|\/invite|\/api\/links)\/.*/, '$1/…');
