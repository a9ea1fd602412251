import { z } from 'zod';
import { outboxKey, outboxPrefix } from '#worker/media/keys.ts';
import type { Mail } from './mail.ts';

/** A mail that went nowhere: at home it is kept, to be looked at under /outbox. */
export interface KeptMail extends Mail {
  id: string;
  sentAt: string;
}

const MOST_KEPT = 200;
/** Keys are in the order of this number: what comes later stands first. */
const LAST_MS = 9_999_999_999_999;

const Kept = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  html: z.string(),
  sentAt: z.string(),
});

/** Keeps a mail; the oldest beyond the bound are forgotten. */
export async function keepMail(bucket: R2Bucket, mail: Mail, nowMs: number): Promise<void> {
  const id = `${String(LAST_MS - nowMs).padStart(13, '0')}-${crypto.randomUUID()}`;
  const body = JSON.stringify({ ...mail, sentAt: new Date(nowMs).toISOString() });
  await bucket.put(outboxKey(id), body, { customMetadata: { to: mail.to } });
  const { objects } = await bucket.list({ prefix: outboxPrefix });
  const old = objects.slice(MOST_KEPT).map(({ key }) => key);
  if (old.length > 0) await bucket.delete(old);
}

/** The newest mails, of one address only if `to` names it. */
export async function listMails(
  bucket: R2Bucket,
  to: string | undefined,
  limit: number,
): Promise<KeptMail[]> {
  const { objects } = await bucket.list({ prefix: outboxPrefix, include: ['customMetadata'] });
  const wanted = objects.filter(({ customMetadata }) => to === undefined || customMetadata?.['to'] === to);
  const ids = wanted.slice(0, limit).map(({ key }) => key.slice(outboxPrefix.length));
  const mails = await Promise.all(ids.map((id) => findMail(bucket, id)));
  return mails.filter((mail) => mail !== undefined);
}

export async function findMail(bucket: R2Bucket, id: string): Promise<KeptMail | undefined> {
  const object = await bucket.get(outboxKey(id));
  if (!object) return undefined;
  const mail = Kept.safeParse(await object.json());
  return mail.success ? { id, ...mail.data } : undefined;
}
