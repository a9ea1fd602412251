import type { Context, MiddlewareHandler } from 'hono';
import { holderOf } from '#worker/accounts/bearer.ts';
import { requireAccount, requireUser } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';
import { tagAnswer } from './entity-tag.ts';
import { answerOnce } from './idempotency.ts';
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
  ({ who, scope }: Access): MiddlewareHandler<AppEnv> =>
  async (c, next) => {
    await comeByKey(c, scope);
    const viewer = c.get('viewer');
    if (who === 'person') requireUser(viewer);
    if (who === 'account') requireAccount(viewer);
    const answered = await answerOnce(c, next);
    if (answered) return answered;
    await tagAnswer(c);
    return undefined;
  };

/** Makes its holder the viewer of a request that shows an API key, if the key opens this. */
async function comeByKey(c: Context<AppEnv>, scope: Access['scope']): Promise<void> {
  const holder = await holderOf(c);
  if (!holder) return;
  if (scope === 'session')
    throw new AppError('FORBIDDEN', 'No API key opens this: it is for people who have signed in.');
  if (!holder.scopes.includes(scope)) {
    c.header('www-authenticate', `Bearer realm="Lockstep", error="insufficient_scope", scope="${scope}"`);
    throw new AppError('FORBIDDEN', `This key lacks the scope ${scope}.`);
  }
  const { keyId, userId, name } = holder;
  c.set('viewer', { kind: 'registered', userId, name, keyId, requestId: c.get('requestId') });
}
