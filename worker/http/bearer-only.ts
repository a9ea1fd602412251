import type { MiddlewareHandler } from 'hono';
import { bearerOf } from '#worker/accounts/bearer.ts';
import type { AppEnv } from '#worker/context.ts';

/**
 * Who shows a key comes by the key: cookies that came along are gone before anything looks at them, so that a
 * request with a bad key never rides on somebody's session.
 */
export const bearerOnly: MiddlewareHandler<AppEnv> = async (c, next) => {
  const bearer = bearerOf(c.req.header('authorization'));
  if (bearer !== undefined) {
    c.set('bearer', bearer);
    if (c.req.header('cookie') !== undefined) {
      const headers = new Headers(c.req.raw.headers);
      headers.delete('cookie');
      c.req.raw = new Request(c.req.raw, { headers });
    }
  }
  await next();
};
