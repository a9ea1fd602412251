import type { Context, MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { clientAddressOf, takeOne } from '#worker/http/rate-limit.ts';
import type { RatePolicy } from '#worker/http/token-bucket.ts';

/** Wide enough for an office behind one address; one account is guarded more closely. */
const OF_ADDRESS: Record<string, RatePolicy> = {
  'sign-in': { name: 'sign-in', burst: 50, perMinute: 20 },
  'sign-up': { name: 'sign-up', burst: 20, perMinute: 5 },
  links: { name: 'mailed-links', burst: 50, perMinute: 20 },
  mails: { name: 'account-mails', burst: 20, perMinute: 5 },
};

/** Counted by account, whether or not there is one, so that many addresses cannot guess one password together. */
export const SIGN_INS: RatePolicy = { name: 'sign-in-account', burst: 10, perMinute: 2 };
export const PASSWORD_GUESSES: RatePolicy = { name: 'password-guesses', burst: 10, perMinute: 2 };
/** Nobody's mailbox is filled by asking again and again. */
export const MAILS_TO: RatePolicy = { name: 'mails-to', burst: 5, perMinute: 1 };

/** Counts one attempt on `key`, an account's e-mail or a link. Throws RATE_LIMITED. Not on a developer's machine. */
export function countAttempt(c: Context<AppEnv>, policy: RatePolicy, key: string): void {
  if (clientAddressOf(c) !== undefined) takeOne(c, policy, key);
}

/** Counts by the address the request came from: whoever is signed in, these are no routine requests. */
export const limitAddress =
  (name: keyof typeof OF_ADDRESS): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    const [policy, address] = [OF_ADDRESS[name], clientAddressOf(c)];
    if (policy && address !== undefined) takeOne(c, policy, address);
    await next();
  };
