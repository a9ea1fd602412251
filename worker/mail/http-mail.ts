import type { Mail } from './mail.ts';

const PATIENCE_MS = 10_000;

/** Hands a mail to an HTTP mail service: JSON with `from`, `to`, `subject`, `text`, `html`, and a bearer token. */
export async function sendOverHttp(
  { url, token, from }: { url: string; token: string; from: string },
  { to, subject, text, html }: Mail,
): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ from, to: [to], subject, text, html }),
    redirect: 'manual',
    signal: AbortSignal.timeout(PATIENCE_MS),
  });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`The mail service answered ${answer.status}.`);
}
