import type { Context } from 'hono';
import type { z } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { deliver } from '#worker/mail/post-mail.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import type { SignUp } from './account-input.ts';
import { alreadyHereMail, confirmSignUpMail, emailChangedMail } from './account-mails.ts';
import { authDatabaseOf } from './auth-database.ts';
import { countAttempt, PASSWORD_GUESSES } from './attempts.ts';
import { isUsedUp } from './link-plugin.ts';
import { getPending, inBackground, keepPending, linkUrl, NOBODY } from './mailed-links.ts';
import { hashPassword, verifyPassword } from './password.ts';
import { makePendingRow, type PendingOf } from './pending.ts';
import { findPendingSignUp, findPersonByEmail, renewPending } from './pending.queries.ts';
import { isMarkedBrowser, markBrowser, unmarkBrowser } from './sign-up-cookie.ts';
import { passCookies, withAuth } from './with-auth.ts';

type Person = { id: string; name: string; email: string };

/**
 * Keeps what was asked for until the link in the mail is clicked. The same is done for an address that is known, in the
 * same time: only behind the answer is looked at which of two mails it gets.
 */
export async function startSignUp(c: Context<AppEnv>, input: z.infer<typeof SignUp>): Promise<void> {
  const { email, name, password, next = '/' } = input;
  const viewer = c.get('viewer');
  const token = await keepPending(c, {
    kind: 'sign-up',
    email,
    name,
    passwordHash: await hashPassword(password),
    guestId: viewer.kind === 'guest' ? viewer.userId : null,
    browserHash: await markBrowser(c),
    next,
  });
  inBackground(c, async () => {
    const known = await findPersonByEmail(authDatabaseOf(c.env), NOBODY, email);
    const mail = known ? alreadyHere(c, email) : confirmSignUpMail(email, linkUrl(c, '/verify', token));
    await deliver(c, mail);
  });
}

/** Another mail for a sign-up that waits; its first link is good no more. All of it behind the answer. */
export function resendSignUp(c: Context<AppEnv>, email: string): void {
  inBackground(c, async () => {
    const db = authDatabaseOf(c.env);
    if (await findPersonByEmail(db, NOBODY, email)) return deliver(c, alreadyHere(c, email));
    const waiting = await findPendingSignUp(db, NOBODY, email);
    if (!waiting) return;
    const { row, token } = await makePendingRow(waiting.id, waiting.pending, Date.now());
    await renewPending(db, NOBODY, row);
    await deliver(c, confirmSignUpMail(email, linkUrl(c, '/verify', token)));
  });
}

/** Whether the link may be followed without a password, and what it stands for. */
export async function lookAtLink(c: Context<AppEnv>, token: string) {
  const { pending } = await getPending(c, token);
  if (pending.kind === 'reset') throw isUsedUp();
  const asksPassword = pending.kind === 'sign-up' && !(await isMarkedBrowser(c, pending.browserHash));
  return { kind: pending.kind, email: pending.email, asksPassword };
}

/** Does what the link of a mail stands for, once. Who signed up is signed in by it. */
export async function confirmLink(
  c: Context<AppEnv>,
  { token, password }: { token: string; password?: string | undefined },
): Promise<{ user: Person; next: string }> {
  const { id, pending } = await getPending(c, token);
  if (pending.kind === 'reset') throw isUsedUp();
  if (pending.kind === 'change-email')
    return { user: await finishEmailChange(c, id, pending), next: '/sign-in' };
  await requireOwnSignUp(c, id, pending, password);
  return { user: await finishSignUp(c, id, pending), next: pending.next };
}

/** Throws INVALID unless this is the browser that signed up, or who knows the password it chose. */
async function requireOwnSignUp(
  c: Context<AppEnv>,
  pendingId: string,
  { browserHash, passwordHash }: PendingOf<'sign-up'>,
  password: string | undefined,
): Promise<void> {
  if (await isMarkedBrowser(c, browserHash)) return;
  const refuse = (detail: string) =>
    new AppError('INVALID', detail, { errors: [{ pointer: '/password', detail }] });
  if (password === undefined) throw refuse('Enter the password you chose when you signed up.');
  countAttempt(c, PASSWORD_GUESSES, pendingId);
  if (!(await verifyPassword({ hash: passwordHash, password })))
    throw refuse('This is not the password that was chosen.');
}

async function finishSignUp(
  c: Context<AppEnv>,
  pendingId: string,
  pending: PendingOf<'sign-up'>,
): Promise<Person> {
  const { email, name, passwordHash, guestId } = pending;
  const body = { pendingId, email, name, passwordHash };
  const work = (auth: Parameters<Parameters<typeof withAuth>[1]>[0]) =>
    auth.api.finishSignUp({ body, headers: c.req.raw.headers, returnHeaders: true });
  const made = await withAuth(c, work, { guestId: guestId ?? undefined });
  passCookies(c, made.headers);
  unmarkBrowser(c);
  // Who was a guest until now.
  if (guestId !== null) await endSeats(c, guestId);
  return made.response;
}

async function finishEmailChange(
  c: Context<AppEnv>,
  pendingId: string,
  { userId, oldEmail, credentialMark, email }: PendingOf<'change-email'>,
): Promise<Person> {
  const body = { pendingId, userId, oldEmail, credentialMark, email };
  const user = await withAuth(c, (auth) => auth.api.finishEmailChange({ body }));
  inBackground(c, () => deliver(c, emailChangedMail(oldEmail, email)));
  return user;
}

const alreadyHere = (c: Context<AppEnv>, email: string) => {
  const origin = publicOriginOf(c);
  return alreadyHereMail(email, { signInUrl: `${origin}/sign-in`, resetUrl: `${origin}/reset` });
};
