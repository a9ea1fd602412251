import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import type { Env } from '#worker/env.ts';
import { publicOriginOf } from '#worker/http/origin.ts';
import { sendOverHttp } from './http-mail.ts';
import { parseMailUrl, type Mail } from './mail.ts';
import { keepMail } from './outbox.ts';
import { sendOverSmtp } from './smtp-mail.ts';

const DEFAULT_FROM = 'Lockstep <no-reply@localhost>';
/** Before the second and the third attempt. */
const PAUSES_MS = [1_000, 5_000];

export const isOutboxOpen = ({ MAIL_URL }: Pick<Env, 'MAIL_URL'>): boolean =>
  MAIL_URL?.startsWith('outbox:') ?? false;

/** Sends a mail behind the answer: a mail that cannot be sent neither delays nor changes what anybody is told. */
export function postMail(c: Context<AppEnv>, mail: Mail): void {
  c.executionCtx.waitUntil(deliver(c, mail));
}

/** The same for who is behind the answer already. Never throws: what could not be sent is logged, without the words. */
export async function deliver(c: Context<AppEnv>, mail: Mail): Promise<void> {
  for (const pauseMs of [0, ...PAUSES_MS]) {
    if (pauseMs > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
    try {
      requireKnownOrigin(c);
      return await send(c.env, mail);
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      const line = {
        level: 'error',
        source: 'mail',
        requestId: c.get('requestId'),
        subject: mail.subject,
        message,
      };
      console.error(JSON.stringify(line));
    }
  }
}

/** Mails carry links: what they lead to is ours to say, not a request's Host header. */
function requireKnownOrigin(c: Context<AppEnv>): void {
  const { hostname } = new URL(publicOriginOf(c));
  const isHome = hostname === '127.0.0.1' || hostname === 'localhost' || isOutboxOpen(c.env);
  if (!c.env.PUBLIC_ORIGIN && !isHome) throw new Error('PUBLIC_ORIGIN is not set: no links are mailed.');
}

async function send({ MAIL_URL, MAIL_FROM, MEDIA }: Env, mail: Mail): Promise<void> {
  if (!MAIL_URL) throw new Error('MAIL_URL is not set: no mails are sent.');
  const route = parseMailUrl(MAIL_URL);
  const from = MAIL_FROM || DEFAULT_FROM;
  if (route.kind === 'outbox') return keepMail(MEDIA, mail, Date.now());
  if (route.kind === 'http') return sendOverHttp({ ...route, from }, mail);
  return sendOverSmtp(route, from, mail);
}
