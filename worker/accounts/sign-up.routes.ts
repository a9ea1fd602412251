import { createRoute } from '@hono/zod-openapi';
import { access } from '#worker/http/access.ts';
import { jsonAnswer, jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { Confirmation, EmailOnly, MailSent, Signed, SignUp } from './account-input.ts';
import { countAttempt, limitAddress, MAILS_TO } from './attempts.ts';
import { confirmLink, resendSignUp, startSignUp } from './sign-up.ts';

const signUp = createRoute({
  method: 'post',
  path: '/api/auth/sign-up/email',
  tags: ['accounts'],
  summary: 'Ask for an account',
  description:
    'Sends a mail to the address and answers the same whether or not it is known. The account is made when the link in ' +
    'the mail is confirmed; a guest who asks keeps their identity.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(SignUp) },
  responses: { 202: jsonAnswer('A mail is on its way.', MailSent), ...refusals() },
});

const resend = createRoute({
  method: 'post',
  path: '/api/auth/send-verification-email',
  tags: ['accounts'],
  summary: 'Send the mail of a sign-up again',
  description: 'The link of the mail before is good no more. Answers the same whether or not anything waits.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(EmailOnly) },
  responses: { 202: jsonAnswer('A mail is on its way, if something waits.', MailSent), ...refusals() },
});

const verify = createRoute({
  method: 'post',
  path: '/api/auth/verify-email',
  tags: ['accounts'],
  summary: 'Confirm an address',
  description:
    'What the link in a mail stands for, a sign-up or a new address, is done, once. A sign-up signs in.',
  ...access('anyone', 'session'),
  request: { body: jsonBody(Confirmation) },
  responses: {
    200: jsonAnswer('Confirmed. After a sign-up the session is in the cookies.', Signed),
    ...refusals('NOT_FOUND', 'CONFLICT'),
  },
});

export const signUpRoutes = createRouter();
signUpRoutes.use('/api/auth/sign-up/email', limitAddress('sign-up'));
signUpRoutes.use('/api/auth/send-verification-email', limitAddress('mails'));
signUpRoutes.use('/api/auth/verify-email', limitAddress('links'));

signUpRoutes.openapi(signUp, async (c) => {
  const input = c.req.valid('json');
  countAttempt(c, MAILS_TO, input.email);
  await startSignUp(c, input);
  return c.json({ email: input.email }, 202);
});

signUpRoutes.openapi(resend, (c) => {
  const { email } = c.req.valid('json');
  countAttempt(c, MAILS_TO, email);
  resendSignUp(c, email);
  return c.json({ email }, 202);
});

signUpRoutes.openapi(verify, async (c) => {
  const { user } = await confirmLink(c, c.req.valid('json'));
  return c.json({ user }, 200);
});
