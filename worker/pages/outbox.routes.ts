import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { createRouter } from '#worker/http/router.ts';
import { findMail, listMails, type KeptMail } from '#worker/mail/outbox.ts';
import { isOutboxOpen } from '#worker/mail/post-mail.ts';
import { assetsOf } from './assets.ts';
import { renderKeptMail, renderOutbox } from './outbox-page.tsx';

const MOST_SHOWN = 50;
/** A mail brings its own styles and nothing else; its links leave the frame. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; sandbox allow-popups allow-popups-to-escape-sandbox; frame-ancestors 'self'";

/** Mails kept at home. Wherever mails are really sent these addresses do not exist. */
export const outboxRoutes = createRouter();

for (const path of ['/outbox', '/outbox/*'])
  outboxRoutes.use(path, async (c, next) => {
    if (!isOutboxOpen(c.env)) throw new AppError('NOT_FOUND', 'There is nothing at this address.');
    c.header('cache-control', 'private, no-store');
    await next();
  });

outboxRoutes.get('/outbox', async (c) => {
  const mails = await listMails(c.env.MEDIA, c.req.query('to'), MOST_SHOWN);
  // Programs that sign up at home (the demo, the tests) read it as data.
  if (c.req.header('accept') === 'application/json') return c.json({ items: mails }, 200);
  return c.html(await renderOutbox(c.get('viewer'), await assetsOf(c.env, null), mails));
});

outboxRoutes.get('/outbox/:mailId', async (c) =>
  c.html(await renderKeptMail(c.get('viewer'), await assetsOf(c.env, null), await getMail(c))),
);

outboxRoutes.get('/outbox/:mailId/html', async (c) => {
  c.header('content-security-policy', MAIL_POLICY);
  return c.html((await getMail(c)).html);
});

async function getMail(c: Context<AppEnv>): Promise<KeptMail> {
  const mail = await findMail(c.env.MEDIA, c.req.param('mailId') ?? '');
  if (!mail) throw new AppError('NOT_FOUND', 'There is no such mail any more.');
  return mail;
}
