import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';

/** Never fetched: a name space for the Cache API, in which the viewer's grant has no part. */
const CACHE_ORIGIN = 'https://media.cache.invalid';

/**
 * Keeps whole segments in the colo's cache under an address without the grant, so that all viewers share
 * them. Only where MEDIA_CACHE is "edge" (production): see Decisions in the README.
 */
export async function cachedAtEdge(
  c: Context<AppEnv>,
  path: string,
  produce: () => Promise<Response>,
): Promise<Response> {
  if (c.env.MEDIA_CACHE !== 'edge' || !/\.(m4s|mp4)$/.test(path) || c.req.raw.method !== 'GET')
    return produce();
  const cache = caches.default;
  const request = new Request(`${CACHE_ORIGIN}/${path}`, { headers: conditionsOf(c.req.raw) });
  const hit = await cache.match(request);
  if (hit) return new Response(hit.body, hit);
  const response = await produce();
  if (response.status === 200) c.executionCtx.waitUntil(cache.put(request.url, response.clone()));
  return response;
}

/** The cache answers ranges and conditions itself, by RFC 9110. */
function conditionsOf(request: Request): Headers {
  const headers = new Headers();
  for (const name of ['range', 'if-none-match']) {
    const value = request.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  return headers;
}
