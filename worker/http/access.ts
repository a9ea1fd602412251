import type { MiddlewareHandler } from 'hono';
import { requireAccount, requireUser } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import type { Scope } from './scope.ts';

/** `anyone`, anonymous visitors too · `person`, who has at least given a name · `account`, who has signed up. */
export type Who = 'anyone' | 'person' | 'account';

export interface Access {
  who: Who;
  /** What an API key must be allowed to come here; `session`: people only, no key opens it. */
  scope: Scope | 'session';
}

/**
 * Who may call an operation, said once in its route value: `createRoute({ …, ...access('person', 'comments:write') })`. It is
 * checked before the handler runs, stands in the description (`security`, `x-access`), and the authorization suite
 * walks every operation by it. What somebody may do with a certain thing is asked of the thing.
 */
export function access(who: Who, scope: Access['scope']) {
  const ways = [{ session: [] as string[] }, ...(scope === 'session' ? [] : [{ apiKey: [] as string[] }])];
  const said: Access = { who, scope };
  return {
    security: (who === 'anyone' ? [{}, ...ways] : ways) as Record<string, string[]>[],
    'x-access': said,
    middleware: guard(said),
  };
}

/** The same for routes that stand in no description. */
export const guard =
  ({ who }: Access): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    if (who === 'person') requireUser(c.get('viewer'));
    if (who === 'account') requireAccount(c.get('viewer'));
    await next();
  };
