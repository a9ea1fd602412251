import type { MiddlewareHandler } from 'hono';
import { cors } from 'hono/cors';
import type { AppEnv } from '#worker/context.ts';
import { isSafeMethod } from './origin.ts';

const TUS = ['Tus-Resumable', 'Upload-Length', 'Upload-Offset', 'Upload-Metadata'];

const preflight = cors({
  origin: '*',
  allowMethods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
  allowHeaders: [
    'Authorization',
    'Content-Type',
    'Idempotency-Key',
    'If-Match',
    'If-None-Match',
    'X-Request-Id',
    ...TUS,
  ],
  maxAge: 86_400,
});

const EXPOSED = [
  'Link',
  'ETag',
  'Location',
  'RateLimit',
  'RateLimit-Policy',
  'Retry-After',
  'WWW-Authenticate',
  'X-Request-Id',
  'Idempotency-Replayed',
  ...TUS,
  'Tus-Version',
  'Tus-Extension',
  'Tus-Max-Size',
  'Upload-Expires',
  'Video-Location',
].join(', ');

/**
 * Pages of other origins may read, and with an API key of their own do everything a key may. They never get to use
 * a visitor's cookies: `*` forbids a browser to send any, and credentials are not allowed anywhere.
 */
export const crossOrigin: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.method === 'OPTIONS' && c.req.header('access-control-request-method') !== undefined)
    return preflight(c, next);
  await next();
  if (c.res.status === 101 || c.res.headers.has('access-control-allow-origin')) return;
  if (!isSafeMethod(c.req.method) && c.get('bearer') === undefined) return;
  c.header('access-control-allow-origin', '*');
  c.header('access-control-expose-headers', EXPOSED);
};
