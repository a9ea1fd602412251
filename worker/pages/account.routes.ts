import type { Context } from 'hono';
import type { z } from 'zod';
import { Confirmation, EmailOnly, LinkToken, NewPassword } from '#worker/accounts/account-input.ts';
import { countAttempt, limitAddress, MAILS_TO } from '#worker/accounts/attempts.ts';
import { finishReset, getReset, startReset } from '#worker/accounts/reset.ts';
import { confirmLink, lookAtLink } from '#worker/accounts/sign-up.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { apiBodyLimit } from '#worker/http/body-limit.ts';
import { createRouter } from '#worker/http/router.ts';
import { isOutboxOpen } from '#worker/mail/post-mail.ts';
import {
  renderAskReset,
  renderLinkUsed,
  renderMailSent,
  renderReset,
  renderVerify,
} from './account-page.tsx';
import { assetsOf } from './assets.ts';

type Page = Context<AppEnv>;

/** Where links in mails lead: forms without a script. */
export const accountPageRoutes = createRouter();
for (const path of ['/verify', '/reset']) accountPageRoutes.use(path, apiBodyLimit, limitAddress('links'));

accountPageRoutes.get('/verify', (c) => showVerify(c, c.req.query('token') ?? '', null));

accountPageRoutes.post('/verify', async (c) => {
  const { token = '', password } = await readForm(c);
  try {
    const { next } = await confirmLink(c, parse(Confirmation, { token, password }));
    return c.redirect(next, 303);
  } catch (error) {
    return showVerify(c, token, refusalOf(error));
  }
});

accountPageRoutes.get('/reset', (c) => {
  const token = c.req.query('token');
  return token === undefined ? askReset(c, null) : showReset(c, token, null);
});

accountPageRoutes.post('/reset', async (c) => {
  const { token, password, email } = await readForm(c);
  if (token === undefined) return askForMail(c, email ?? '');
  try {
    await finishReset(c, { token: parse(LinkToken, token), newPassword: parse(NewPassword, password) });
    return c.redirect('/', 303);
  } catch (error) {
    return showReset(c, token, refusalOf(error));
  }
});

async function askForMail(c: Page, given: string): Promise<Response> {
  try {
    const { email } = parse(EmailOnly, { email: given });
    countAttempt(c, MAILS_TO, email);
    await startReset(c, email);
    const page = { email, isOutboxOpen: isOutboxOpen(c.env) };
    return send(c, await renderMailSent(c.get('viewer'), await assetsOf(c.env, null), page), null);
  } catch (error) {
    return askReset(c, refusalOf(error));
  }
}

async function askReset(c: Page, why: AppError | null): Promise<Response> {
  const problem = why && why.message;
  return send(c, await renderAskReset(c.get('viewer'), await assetsOf(c.env, null), problem), why);
}

const showVerify = (c: Page, token: string, why: AppError | null) =>
  orGone(c, why, async () => {
    const shown = { ...(await lookAtLink(c, token)), token, problem: why && why.message };
    return renderVerify(c.get('viewer'), await assetsOf(c.env, null), shown);
  });

const showReset = (c: Page, token: string, why: AppError | null) =>
  orGone(c, why, async () => {
    const { email } = await getReset(c, token);
    const shown = { email, token, problem: why && why.message };
    return renderReset(c.get('viewer'), await assetsOf(c.env, null), shown);
  });

/** The form, or why the link leads to none. */
async function orGone(
  c: Page,
  why: AppError | null,
  draw: () => Promise<Parameters<Page['html']>[0]>,
): Promise<Response> {
  const gone = async (error: AppError) =>
    send(c, await renderLinkUsed(c.get('viewer'), await assetsOf(c.env, null), error.message), error);
  if (why?.code === 'NOT_FOUND' || why?.code === 'CONFLICT') return gone(why);
  try {
    return send(c, await draw(), why);
  } catch (error) {
    if (error instanceof AppError && error.code === 'NOT_FOUND') return gone(error);
    throw error;
  }
}

/** A refusal to be shown in the page; anything else is no refusal. */
function refusalOf(error: unknown): AppError {
  if (error instanceof AppError && error.status < 500) return error;
  throw error;
}

function parse<T>(schema: z.ZodType<T>, given: unknown): T {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new AppError('INVALID', parsed.error.issues[0]?.message ?? 'This is not valid.');
}

async function readForm(c: Page): Promise<Record<string, string | undefined>> {
  const form = await c.req.parseBody().catch(() => ({}));
  return Object.fromEntries(
    Object.entries(form).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

function send(c: Page, body: Parameters<Page['html']>[0], why: AppError | null) {
  c.header('cache-control', 'private, no-store');
  // The address holds the token. (Under `no-referrer` the form would be sent with Origin: null, and refused.)
  c.header('referrer-policy', 'same-origin');
  return c.html(body, why ? (why.status as 400 | 404 | 409 | 429) : 200);
}
