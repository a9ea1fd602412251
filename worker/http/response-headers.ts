import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { rateHeadersOf } from './rate-headers.ts';

/**
 * What pages of ours may load, and who may frame them: nobody, but for embeds. Styles inside media-chrome's shadow roots are
 * inline; hls.js works in a blob.
 */
export const pagePolicy = ({ protocol, host }: URL, frameAncestors = "'none'"): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    // Not every browser takes 'self' for the socket's address, too.
    `connect-src 'self' ${protocol === 'https:' ? 'wss' : 'ws'}://${host}`,
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    `frame-ancestors ${frameAncestors}`,
  ].join('; ');

/** Answers that are data are never run, framed or guessed at. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'";

const EVERYWHERE: readonly (readonly [string, string])[] = [
  ['x-content-type-options', 'nosniff'],
  ['referrer-policy', 'strict-origin-when-cross-origin'],
  ['cross-origin-opener-policy', 'same-origin'],
  ['cross-origin-resource-policy', 'same-origin'],
  ['permissions-policy', 'camera=(), geolocation=(), microphone=(), payment=(), usb=()'],
];

/**
 * Puts the request id and the security headers on every answer. What a handler has set itself stands:
 * media says for itself who may embed it, a page may bring its own policy.
 */
export const responseHeaders: MiddlewareHandler<AppEnv> = async (c, next) => {
  await next();
  // A WebSocket's 101 cannot be copied without losing the socket.
  if (c.res.status === 101) return;
  const headers = writableHeaders(c);
  headers.set('x-request-id', c.get('requestId'));
  for (const [name, value] of rateHeadersOf(c.get('rates') ?? [])) headers.set(name, value);
  for (const [name, value] of EVERYWHERE) if (!headers.has(name)) headers.set(name, value);
  const type = headers.get('content-type') ?? '';
  // What depends on who asks is not to be kept by anybody else, nor shown again without asking.
  if (type.startsWith('application/json') && !headers.has('cache-control'))
    headers.set('cache-control', 'private, no-cache');
  if (!headers.has('content-security-policy')) {
    const isPage = type.startsWith('text/html');
    headers.set('content-security-policy', isPage ? pagePolicy(new URL(c.req.url)) : DATA_POLICY);
  }
  // For browsers that know no frame-ancestors; to others it says nothing new, where nobody may frame.
  if (headers.get('content-security-policy')?.includes("frame-ancestors 'none'"))
    headers.set('x-frame-options', 'DENY');
  if (c.req.url.startsWith('https:') && !headers.has('strict-transport-security'))
    headers.set('strict-transport-security', 'max-age=15552000; includeSubDomains');
};

/** Answers fetched from elsewhere (assets, a room) have sealed headers: those are copied, others are not. */
function writableHeaders(c: Parameters<typeof responseHeaders>[0]): Headers {
  try {
    c.res.headers.set('x-request-id', c.get('requestId'));
  } catch {
    const copy = new Response(c.res.body, c.res);
    c.res = undefined;
    c.res = copy;
  }
  return c.res.headers;
}
