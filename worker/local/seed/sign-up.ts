import { setTimeout as wait } from 'node:timers/promises';
import type { ApiSession } from './api.ts';

export type NewAccount = { name: string; email: string; password: string };
type User = { id: string; name: string; email: string };
type Mails = { items: { text: string }[] };

const PATIENCE_MS = 15_000;
const BETWEEN_LOOKS_MS = 10;

/**
 * Signs up and confirms the address by the mail in the outbox, as a person at home does. Undefined where the address
 * has an account already: then the mail says so.
 */
export async function signUpByMail(session: ApiSession, account: NewAccount): Promise<User | undefined> {
  await session.json('POST', '/api/auth/sign-up/email', account);
  const token = linkIn(await newestMailTo(session, account.email));
  if (token === undefined) return undefined;
  return (await session.json<{ user: User }>('POST', '/api/auth/verify-email', { token })).user;
}

/** The words of the newest mail to an address, as soon as there is one: mails are written behind the answer. */
export async function newestMailTo(session: ApiSession, email: string): Promise<string> {
  for (const untilMs = Date.now() + PATIENCE_MS; Date.now() < untilMs; await wait(BETWEEN_LOOKS_MS)) {
    const path = `/outbox?to=${encodeURIComponent(email)}`;
    const answer = await session.send('GET', path, { accept: 'application/json' });
    const [mail] = ((await answer.json()) as Mails).items;
    if (mail) return mail.text;
  }
  throw new Error(`No mail to ${email} came into the outbox.`);
}

/** What the link of a mail carries. */
export const linkIn = (words: string): string | undefined =>
  /\/(?:verify|reset)\?token=([\w.-]+)/.exec(words)?.[1];
