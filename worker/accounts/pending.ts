import { z } from 'zod';
import { EntityId } from '#protocol/id.ts';
import { makeSecret, sha256Hex } from './secret-token.ts';

/** A change that waits for a click in a mail. */
const SignUpPending = z.object({
  kind: z.literal('sign-up'),
  email: z.string(),
  name: z.string(),
  passwordHash: z.string(),
  /** The guest this was while signing up: the account is made of it. */
  guestId: z.string().nullable(),
  /** Of the cookie of the browser that signed up. */
  browserHash: z.string(),
  /** Where to go on: a path of this site. */
  next: z.string(),
});
const ResetPending = z.object({ kind: z.literal('reset'), email: z.string() });
const EmailPending = z.object({
  kind: z.literal('change-email'),
  userId: z.string(),
  oldEmail: z.string(),
  /** Of the password it was asked with: it does not outlive that one. */
  credentialMark: z.string(),
  email: z.string(),
});
export const Pending = z.discriminatedUnion('kind', [SignUpPending, ResetPending, EmailPending]);
export type Pending = z.infer<typeof Pending>;
export type PendingOf<Kind extends Pending['kind']> = Extract<Pending, { kind: Kind }>;

/** What the row of a pending change holds: the change, and the hash of the secret in its link. */
export const PendingRow = z.object({ secretHash: z.string(), pending: Pending });

const HOUR_MS = 3_600_000;
const LIFE_MS: Record<Pending['kind'], number> = {
  'sign-up': 24 * HOUR_MS,
  reset: HOUR_MS,
  'change-email': HOUR_MS,
};

/** The row of a pending change, and the token its link carries: the row's id, and a secret that is kept hashed. */
export async function makePendingRow(id: string, pending: Pending, nowMs: number) {
  const secret = makeSecret();
  const row = {
    id,
    identifier: identifierOf(pending.kind, pending.email),
    value: JSON.stringify({ secretHash: await sha256Hex(secret), pending }),
    expiresAt: new Date(nowMs + LIFE_MS[pending.kind]),
  };
  return { row, token: `${id}.${secret}` };
}

/** Marks a password in force, none too, without saying its hash. */
export const credentialMarkOf = (passwordHash: string | null | undefined): Promise<string> =>
  sha256Hex(passwordHash ?? '');

export const identifierOf = (kind: Pending['kind'], email: string): string => `${kind}:${email}`;

/** What a link carries; undefined for what no link of ours does. */
export function parseToken(token: string): { id: string; secret: string } | undefined {
  const [id = '', secret = '', ...rest] = token.split('.');
  const isToken = EntityId.safeParse(id).success && /^[\w-]{32}$/.test(secret) && rest.length === 0;
  return isToken ? { id, secret } : undefined;
}
