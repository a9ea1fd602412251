import { createRoute, z } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { deliver } from '#worker/mail/post-mail.ts';
import { Email, MailSent, Password } from './account-input.ts';
import { confirmEmailMail, emailTakenMail } from './account-mails.ts';
import { countAttempt, limitAddress, MAILS_TO } from './attempts.ts';
import { authDatabaseOf } from './auth-database.ts';
import { inBackground, keepPending, linkUrl, NOBODY } from './mailed-links.ts';
import { credentialMarkOf } from './pending.ts';
import { findPersonByEmail } from './pending.queries.ts';
import { requireProof } from './proof.ts';
import { actorOf, requireAccount } from './viewer.ts';

const Change = z
  .object({
    email: Email,
    password: Password.optional().openapi({
      description: 'Of who has one; others must have signed in just now.',
    }),
  })
  .openapi('EmailChange');

const changeEmail = createRoute({
  method: 'post',
  path: '/api/auth/change-email',
  tags: ['accounts'],
  summary: 'Move your account to another address',
  description:
    'Sends a link to the new address; confirmed there, it takes effect and the old address is told. Answers the same if ' +
    'the new address has an account already: then the mail says so.',
  ...access('account', 'session'),
  request: { body: jsonBody(Change) },
  responses: {
    202: jsonAnswer('A mail is on its way to the new address.', MailSent),
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN'),
  },
});

export const emailRoutes = createRouter();
emailRoutes.use('/api/auth/change-email', limitAddress('mails'));

emailRoutes.openapi(changeEmail, async (c) => {
  const viewer = requireAccount(c.get('viewer'));
  const { email, password } = c.req.valid('json');
  countAttempt(c, MAILS_TO, email);
  const { email: oldEmail, passwordHash } = await requireProof(c, viewer, password);
  const credentialMark = await credentialMarkOf(passwordHash);
  const pending = { kind: 'change-email', userId: viewer.userId, oldEmail, credentialMark, email } as const;
  const token = await keepPending(c, pending, actorOf(viewer));
  inBackground(c, async () => {
    const known = await findPersonByEmail(authDatabaseOf(c.env), NOBODY, email);
    const mail = known
      ? emailTakenMail(email, `${publicOriginOf(c)}/sign-in`)
      : confirmEmailMail(email, linkUrl(c, '/verify', token));
    await deliver(c, mail);
  });
  return c.json({ email }, 202);
});
