import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { acceptByHash, findInvitation, type Acceptance, type InvitedRow } from './invited.queries.ts';
import { sha256Hex } from './secret-token.ts';
import { requireAccount } from './viewer.ts';

export type { InvitedRow } from './invited.queries.ts';

/** Why an invitation lets nobody in any more, or not this account. */
const REFUSALS: Record<Exclude<Acceptance, 'accepted' | 'member'>, ['NOT_FOUND' | 'FORBIDDEN', string]> = {
  absent: ['NOT_FOUND', 'There is no such invitation.'],
  revoked: ['NOT_FOUND', 'This invitation has been taken back.'],
  expired: ['NOT_FOUND', 'This invitation has expired.'],
  'used-up': ['NOT_FOUND', 'This invitation has been used.'],
  'not-yours': [
    'FORBIDDEN',
    'This invitation was sent to another address. Sign in with the account that has it.',
  ],
  unverified: ['FORBIDDEN', 'Confirm your e-mail address first; then accept the invitation.'],
};
const refusalFor = (outcome: keyof typeof REFUSALS): AppError => new AppError(...REFUSALS[outcome]);

/** The invitation, if it lets anybody in, or the viewer is in already. Throws NOT_FOUND, in words. */
export async function readInvitation(c: Context<AppEnv>, token: string): Promise<InvitedRow> {
  const found = await findInvitation(c.get('db'), c.get('viewer'), await sha256Hex(token));
  if (!found) throw refusalFor('absent');
  if (found.state !== 'open' && !found.is_member) throw refusalFor(found.state);
  return found;
}

/** Makes the viewer a member; who is one already stays one. Throws NOT_FOUND, FORBIDDEN, UNAUTHENTICATED. */
export async function acceptInvitation(
  c: Context<AppEnv>,
  token: string,
): Promise<{ invitation: InvitedRow; isNew: boolean }> {
  const viewer = requireAccount(c.get('viewer'));
  const { outcome, invitation } = await acceptByHash(c.get('db'), viewer, await sha256Hex(token));
  if (outcome !== 'accepted' && outcome !== 'member') throw refusalFor(outcome);
  if (!invitation) throw refusalFor('absent');
  return { invitation, isNew: outcome === 'accepted' };
}
