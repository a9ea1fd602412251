import type { Mail, MailRoute } from './mail.ts';

const PATIENCE_MS = 10_000;

/** Hands a mail to an SMTP server, over a socket of its own. */
export async function sendOverSmtp(
  { host, port, isSecure, credentials }: Extract<MailRoute, { kind: 'smtp' }>,
  from: string,
  { to, subject, text, html }: Mail,
): Promise<void> {
  const { WorkerMailer } = await import('worker-mailer');
  const server = {
    host,
    port,
    secure: isSecure,
    startTls: !isSecure,
    socketTimeoutMs: PATIENCE_MS,
    responseTimeoutMs: PATIENCE_MS,
    ...(credentials && { credentials, authType: ['plain', 'login'] as ('plain' | 'login')[] }),
  };
  await WorkerMailer.send(server, { from: senderOf(from), to, subject, text, html });
}

/** `Lockstep <hello@lockstep.example>`, or an address alone. */
function senderOf(from: string): { name?: string; email: string } {
  const [, name = '', email = ''] = /^\s*"?([^"<]*?)"?\s*<([^<>]+)>\s*$/.exec(from) ?? [];
  return email === '' ? { email: from.trim() } : { name, email };
}
