import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

export const isSafeMethod = (method: string): boolean => SAFE_METHODS.has(method);

/** The address people see: configured, or else the one they asked at. */
export const publicOriginOf = (c: Context<AppEnv>): string =>
  c.env.PUBLIC_ORIGIN || new URL(c.req.url).origin;

/** Whether a request's Origin header is one of ours. Programs that are no browser send none. */
export function isOwnOrigin(c: Context<AppEnv>): boolean {
  const origin = c.req.header('origin');
  if (origin === undefined) return c.req.header('sec-fetch-site') !== 'cross-site';
  return origin === publicOriginOf(c) || origin === new URL(c.req.url).origin;
}

/**
 * Another site's page must not act in a visitor's name. Browsers put an Origin on every unsafe request, so
 * checking it needs no token. A request to the API with a bearer credential has lost its cookies by now
 * (bearer-only.ts): it acts by its key or not at all, wherever it comes from.
 */
export const originCheck: MiddlewareHandler<AppEnv> = async (c, next) => {
  const isByKey = c.get('bearer') !== undefined && c.req.path.startsWith('/api/');
  if (!isSafeMethod(c.req.method) && !isByKey && !isOwnOrigin(c))
    throw new AppError('FORBIDDEN', 'This request came from another site’s page.');
  await next();
};
