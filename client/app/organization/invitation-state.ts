import type { Shape } from '#client/api/client.ts';

export interface InvitationState {
  words: string;
  /** Whether it still lets somebody in. */
  isOpen: boolean;
  mayRenew: boolean;
}

/** How an invitation stands at this moment, in words. */
export function invitationState(
  {
    revokedAt,
    useCount,
    maxUses,
    expiresAt,
  }: Pick<Shape<'Invitation'>, 'revokedAt' | 'useCount' | 'maxUses' | 'expiresAt'>,
  nowMs: number,
): InvitationState {
  const used = maxUses === 1 ? '' : `${useCount} of ${maxUses} have come`;
  if (revokedAt !== null) return { words: 'taken back', isOpen: false, mayRenew: false };
  if (useCount >= maxUses)
    return { words: maxUses === 1 ? 'accepted' : `all ${maxUses} have come`, isOpen: false, mayRenew: false };
  if (Date.parse(expiresAt) <= nowMs)
    return { words: ['has run out', used].filter(Boolean).join(', '), isOpen: false, mayRenew: true };
  return { words: used || 'waiting', isOpen: true, mayRenew: true };
}
