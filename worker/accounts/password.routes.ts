import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { deliver } from '#worker/mail/post-mail.ts';
import { endSeats } from '#worker/rooms/end-seats.ts';
import { EmailOnly, LinkToken, MailSent, NewPassword, Password, Signed } from './account-input.ts';
import { countAttempt, limitAddress, MAILS_TO } from './attempts.ts';
import { authDatabaseOf } from './auth-database.ts';
import { inBackground } from './mailed-links.ts';
import { hashPassword } from './password.ts';
import { changePassword } from './password.queries.ts';
import { requireProof } from './proof.ts';
import { finishReset, passwordChanged, startReset } from './reset.ts';
import { requireAccount } from './viewer.ts';

const Reset = z.object({ token: LinkToken, newPassword: NewPassword }).openapi('PasswordReset');
const Change = z
  .object({
    password: Password.optional().openapi({ description: 'The present one, of who has one.' }),
    newPassword: NewPassword,
  })
  .openapi('PasswordChange');

const requestReset = createRoute({
  method: 'post',
  path: '/api/auth/request-password-reset',
  tags: ['accounts'],
  summary: 'Ask for a new password',
  description: 'Sends a link to the address if it has an account; answers the same if not.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(EmailOnly) },
  responses: { 202: jsonAnswer('A mail is on its way, if there is an account.', MailSent), ...refusals() },
});

const reset = createRoute({
  method: 'post',
  path: '/api/auth/reset-password',
  tags: ['accounts'],
  summary: 'Choose a new password by the link of a mail',
  description: 'Every session of the account ends; this browser gets a new one.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(Reset) },
  responses: {
    200: jsonAnswer('Changed, and signed in; the session is in the cookies.', Signed),
    ...refusals('NOT_FOUND'),
  },
});

const change = createRoute({
  method: 'post',
  path: '/api/auth/change-password',
  tags: ['accounts'],
  summary: 'Change your password',
  description: 'Every other session of the account ends.',
  ...access('account', 'session'),
  request: { body: jsonBody(Change) },
  responses: { 204: { description: 'Changed.' }, ...refusals('UNAUTHENTICATED', 'FORBIDDEN') },
});

export const passwordRoutes = createRouter();
passwordRoutes.use('/api/auth/request-password-reset', limitAddress('mails'));
passwordRoutes.use('/api/auth/reset-password', limitAddress('links'));

passwordRoutes.openapi(requestReset, async (c) => {
  const { email } = c.req.valid('json');
  countAttempt(c, MAILS_TO, email);
  await startReset(c, email);
  return c.json({ email }, 202);
});

passwordRoutes.openapi(reset, async (c) => c.json({ user: await finishReset(c, c.req.valid('json')) }, 200));

passwordRoutes.openapi(change, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { password, newPassword } = c.req.valid('json');
  const { email } = await requireProof(c, viewer, password);
  const hash = await hashPassword(newPassword);
  await changePassword(authDatabaseOf(c.env), viewer, { email, hash });
  await endSeats(c, viewer.userId);
  inBackground(c, () => deliver(c, passwordChanged(c, email)));
  return c.body(null, 204);
});
