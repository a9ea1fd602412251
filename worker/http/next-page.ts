import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';

/** Tells the next page in a Link header (RFC 8288) too, for clients that walk lists without knowing their shape. */
export function linkNext(c: Context<AppEnv>, next: string | null): void {
  if (next === null) return;
  const url = new URL(c.req.url);
  url.searchParams.set('cursor', next);
  c.header('link', `<${url.pathname}${url.search}>; rel="next"`);
}
