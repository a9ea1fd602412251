import type { OrganizationSettings } from '#worker/accounts/organization-settings.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { FieldError } from '#worker/http/app-error.ts';

/** What an organization asks of the links to its videos. */
export type LinkPolicy = OrganizationSettings['linkPolicy'];

/** Whom a link lets in: whoever has it; who has at least given a name; who has an account. */
export const GUESTS = ['anyone', 'named', 'accounts'] as const;
export type Guests = (typeof GUESTS)[number];

export const LINK_STATES = ['open', 'revoked', 'expired', 'maker-gone', 'against-policy', 'used-up'] as const;
export type LinkState = (typeof LINK_STATES)[number];

interface LinkFacts {
  createdAt: Date;
  revokedAt: Date | null;
  expiresAt: Date | null;
  maxUses: number | null;
  useCount: number;
  passwordHash: string | null;
  guests: Guests;
  /** Whoever made it may still share the video. */
  isMakerEntitled: boolean;
  policy: LinkPolicy;
}

const DAY_MS = 24 * 3_600_000;

/** What has become of a link, by its own terms and by those its organization has now. */
export function stateOf(link: LinkFacts, now: Date): LinkState {
  const expiresAt = expiryOf(link);
  if (link.revokedAt) return 'revoked';
  if (expiresAt && expiresAt <= now) return 'expired';
  if (!link.isMakerEntitled) return 'maker-gone';
  if (link.policy.isPasswordRequired && link.passwordHash === null) return 'against-policy';
  if (link.maxUses !== null && link.useCount >= link.maxUses) return 'used-up';
  return 'open';
}

/** Its own end, or the sooner one of the policy. */
function expiryOf({ createdAt, expiresAt, policy }: LinkFacts): Date | null {
  if (policy.longestDays === null) return expiresAt;
  const latest = new Date(createdAt.getTime() + policy.longestDays * DAY_MS);
  return expiresAt && expiresAt < latest ? expiresAt : latest;
}

/** Why a link opens nothing any more, in words. */
export const WHY_CLOSED: Record<Exclude<LinkState, 'open'>, string> = {
  revoked: 'This link has been taken back.',
  expired: 'This link has expired.',
  'maker-gone': 'Whoever made this link may no longer share the video.',
  'against-policy': 'Links to this video need a password now, and this one has none.',
  'used-up': 'This link has been used up.',
};

/** What a link asks of who comes, before anything else; null where they may come in. */
export function askedOf({ kind }: Viewer, link: Pick<LinkFacts, 'guests' | 'policy'>): Asked | null {
  const guests = stricterOf(link.guests, link.policy.guests);
  if (guests === 'anyone' || kind === 'registered') return null;
  if (guests === 'accounts') return 'account';
  return kind === 'anonymous' ? 'name' : null;
}
export type Asked = 'name' | 'account';

const stricterOf = (one: Guests, other: Guests): Guests => (isStricter(one, other) ? one : other);

export const isStricter = (one: Guests, than: Guests): boolean => GUESTS.indexOf(one) > GUESTS.indexOf(than);

/** Whether there are links that were good by what was asked and are not by what is asked now. */
export const asksMore = (is: LinkPolicy, was: LinkPolicy): boolean =>
  (is.isPasswordRequired && !was.isPasswordRequired) ||
  (is.longestDays ?? Infinity) < (was.longestDays ?? Infinity) ||
  isStricter(is.guests, was.guests);

/** The terms of a link about to be made or changed that the organization does not allow. */
export function violationsOf(
  link: Pick<LinkFacts, 'createdAt' | 'expiresAt' | 'guests'> & { hasPassword: boolean },
  policy: LinkPolicy,
): FieldError[] {
  const errors: FieldError[] = [];
  const { longestDays } = policy;
  if (policy.isPasswordRequired && !link.hasPassword)
    errors.push({ pointer: '/password', detail: 'The organization asks for a password on every link.' });
  if (longestDays !== null) {
    const latestMs = link.createdAt.getTime() + longestDays * DAY_MS;
    if (!link.expiresAt || link.expiresAt.getTime() > latestMs)
      errors.push({
        pointer: '/expiresAt',
        detail: `In this organization a link is good for ${longestDays} days at most.`,
      });
  }
  if (isStricter(policy.guests, link.guests))
    errors.push({ pointer: '/guests', detail: GUESTS_ASKED[policy.guests] });
  return errors;
}

const GUESTS_ASKED: Record<Guests, string> = {
  anyone: '',
  named: 'The organization asks everybody who comes by a link for a name.',
  accounts: 'The organization lets only people with an account come by links.',
};
