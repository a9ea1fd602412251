import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/context.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import type { GuestInput } from './guest.ts';
import { passCookies, withAuth } from './with-auth.ts';

/** A class or an office comes in at once, from one address. */
const ARRIVALS = { name: 'guests', burst: 200, perMinute: 60 };

/** Makes a guest and signs this browser in as it. Throws RATE_LIMITED. */
export async function makeGuest(
  c: Context<AppEnv>,
  body: z.infer<typeof GuestInput>,
): Promise<{ id: string; name: string }> {
  const address = clientAddressOf(c);
  if (address !== undefined) takeOne(c, ARRIVALS, address);
  return withAuth(c, async (auth) => {
    const made = await auth.api.createGuest({ body, headers: c.req.raw.headers, returnHeaders: true });
    passCookies(c, made.headers);
    return made.response;
  });
}
