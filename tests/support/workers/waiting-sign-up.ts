import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { authDatabaseOf } from '#worker/accounts/auth-database.ts';
import { NOBODY } from '#worker/accounts/mailed-links.ts';
import { insertPending } from '#worker/accounts/pending.queries.ts';
import { makePendingRow } from '#worker/accounts/pending.ts';

/** Of visitor.ts's PASSWORD at the lowest cost there is: a hash carries its own, and nobody guesses here. */
const CHEAP_HASH =
  'scrypt$2$1$1$00112233445566778899aabbccddeeff$' +
  'e1b5cf9a1f9a64c4339358db90528938be1dffddcf2058091c95766ae37a5b10' +
  '6546ac969cc15727cfaeedab28aa8ffe95829647f9c8da5676bf09e9160114fe';

/** As if somebody had asked for an account: what the link carries that their mail would hold. */
export async function leaveSignUp({ name, email }: { name: string; email: string }): Promise<string> {
  const asked = { email, name, passwordHash: CHEAP_HASH, guestId: null, browserHash: '', next: '/' };
  const { row, token } = await makePendingRow(uuidv7(), { kind: 'sign-up', ...asked }, Date.now());
  await insertPending(authDatabaseOf(env), NOBODY, row);
  return token;
}
