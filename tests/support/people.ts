import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext } from 'playwright-core';
import { ApiSession } from '../../worker/local/seed/api.ts';
import { signUpByMail } from '../../worker/local/seed/sign-up.ts';

/** Somebody at the product, over its public interface: speak through `session`. */
export type Person = { session: ApiSession; userId: string; name: string };
export type Registered = Person & { email: string; password: string };

/** A new account of its own, signed in. */
export async function signUp(origin: string, name = 'Ada'): Promise<Registered> {
  const session = new ApiSession(origin);
  const account = { name, email: `${randomUUID()}@lockstep.test`, password: randomUUID() };
  const user = await signUpByMail(session, account);
  if (!user) throw new Error(`${account.email} has an account already.`);
  return { session, userId: user.id, ...account };
}

/** A guest who only gives a name. */
export async function enterAsGuest(origin: string, name = 'Guest'): Promise<Person> {
  const session = new ApiSession(origin);
  const { id: userId } = await session.json<{ id: string }>('POST', '/api/guests', { name });
  return { session, userId, name };
}

/** A browser of one person's own; of nobody in particular when left out. */
export async function openContext(browser: Browser, person?: Person): Promise<BrowserContext> {
  const context = await browser.newContext();
  if (!person) return context;
  const { origin, cookies } = person.session;
  await context.addCookies([...cookies].map(([name, value]) => ({ name, value, url: origin })));
  return context;
}
