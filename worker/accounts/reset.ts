import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { deliver } from '#worker/mail/post-mail.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { passwordChangedMail, resetMail } from './account-mails.ts';
import { authDatabaseOf } from './auth-database.ts';
import { isUsedUp } from './link-plugin.ts';
import { getPending, inBackground, keepPending, linkUrl, NOBODY } from './mailed-links.ts';
import { hashPassword } from './password.ts';
import { findPersonByEmail } from './pending.queries.ts';
import { passCookies, withAuth } from './with-auth.ts';

/** Keeps a reset for whatever address is given; only behind the answer is looked at whether a mail goes there. */
export async function startReset(c: Context<AppEnv>, email: string): Promise<void> {
  const token = await keepPending(c, { kind: 'reset', email });
  inBackground(c, async () => {
    const person = await findPersonByEmail(authDatabaseOf(c.env), NOBODY, email);
    if (person?.isActive) await deliver(c, resetMail(email, linkUrl(c, '/reset', token)));
  });
}

/** Throws NOT_FOUND unless the link is one for a new password, and still good. */
export async function getReset(c: Context<AppEnv>, token: string): Promise<{ id: string; email: string }> {
  const { id, pending } = await getPending(c, token);
  if (pending.kind !== 'reset') throw isUsedUp();
  return { id, email: pending.email };
}

/** Sets a new password: every session ends, and this browser gets a new one. */
export async function finishReset(
  c: Context<AppEnv>,
  { token, newPassword }: { token: string; newPassword: string },
): Promise<{ id: string; name: string; email: string }> {
  const { id: pendingId, email } = await getReset(c, token);
  const body = { pendingId, email, passwordHash: await hashPassword(newPassword) };
  const { headers } = c.req.raw;
  const made = await withAuth(c, (auth) => auth.api.finishReset({ body, headers, returnHeaders: true }));
  passCookies(c, made.headers);
  await endSeats(c, made.response.id);
  inBackground(c, () => deliver(c, passwordChanged(c, email)));
  return made.response;
}

export const passwordChanged = (c: Context<AppEnv>, email: string) =>
  passwordChangedMail(email, `${publicOriginOf(c)}/reset`);
