/** One letter to one person. `text` and `html` say the same. */
export interface Mail {
  to: string;
  subject: string;
  text: string;
  html: string;
}

/** How mails leave, from the one setting `MAIL_URL`. */
export type MailRoute =
  | { kind: 'outbox' }
  | { kind: 'http'; url: string; token: string }
  | {
      kind: 'smtp';
      host: string;
      port: number;
      /** TLS from the first byte; otherwise STARTTLS where the server offers it. */
      isSecure: boolean;
      credentials?: { username: string; password: string };
    };

/**
 * `smtp://user:pass@host:587`, `smtps://user:pass@host:465`, `https://:token@api.example/emails`, or `outbox:`.
 * Throws what is wrong with any other.
 */
export function parseMailUrl(text: string): MailRoute {
  const url = URL.parse(text);
  if (!url) throw new Error('MAIL_URL is no address.');
  const [username, password] = [decodeURIComponent(url.username), decodeURIComponent(url.password)];
  if (url.protocol === 'outbox:') return { kind: 'outbox' };
  if (url.protocol === 'https:') {
    const bare = new URL(url);
    bare.username = bare.password = '';
    return { kind: 'http', url: bare.href, token: password || username };
  }
  const isSecure = url.protocol === 'smtps:';
  if (!isSecure && url.protocol !== 'smtp:')
    throw new Error('MAIL_URL begins with smtp:, smtps:, https: or outbox:.');
  if (url.hostname === '') throw new Error('MAIL_URL names no host.');
  return {
    kind: 'smtp',
    host: url.hostname,
    port: Number(url.port || (isSecure ? 465 : 587)),
    isSecure,
    ...(username !== '' && { credentials: { username, password } }),
  };
}
