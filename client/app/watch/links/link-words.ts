import type { Shape } from '#client/api/client.ts';

export type Link = Shape<'WatchLink'>;

export const ROLES = [
  ['view', 'Watch'],
  ['comment', 'Watch and comment'],
  ['control', 'Watch, comment and steer'],
] as const;
export const GUESTS = [
  ['anyone', 'Anyone with the link'],
  ['named', 'Who gives a name'],
  ['accounts', 'Who has an account'],
] as const;
/** How long a link is good, in days; 0: until it is taken back. */
export const TERMS = [
  [0, 'Until you take it back'],
  [1, 'One day'],
  [7, 'A week'],
  [30, '30 days'],
] as const;

const ENDED: Record<Exclude<Link['state'], 'open'>, string> = {
  revoked: 'Taken back',
  expired: 'Expired',
  'used-up': 'Used up',
  'maker-gone': 'Its maker may no longer share this video',
  'against-policy': 'Needs a password now',
};
/** Why it lets nobody in; null while it does. */
export const whyEnded = ({ state }: Link): string | null => (state === 'open' ? null : ENDED[state]);

/** Gone for good: what else is wrong with a link can be mended. */
export const isOver = ({ state }: Link): boolean => state === 'revoked' || state === 'expired';

const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium' });
const dayAndTime = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** What it lets do, whom, how long and after what, as short statements. */
export function termsOf(link: Link): string[] {
  const { role, guests, hasPassword, expiresAt, maxUses } = link;
  return [
    ROLES.find(([key]) => key === role)?.[1] ?? role,
    GUESTS.find(([key]) => key === guests)?.[1] ?? guests,
    ...(hasPassword ? ['With a password'] : []),
    ...(expiresAt ? [`Until ${dayAndTime.format(new Date(expiresAt))}`] : []),
    ...(maxUses === null ? [] : [`For ${maxUses} ${maxUses === 1 ? 'browser' : 'browsers'}`]),
  ];
}

export function usesOf({ useCount, lastUsedAt }: Link): string {
  if (useCount === 0 || lastUsedAt === null) return 'Not opened yet';
  const times = useCount === 1 ? 'once' : `${useCount} times`;
  return `Opened ${times}, last on ${day.format(new Date(lastUsedAt))}`;
}

export const nameOf = ({ label, createdAt }: Link): string =>
  label ?? `Link of ${day.format(new Date(createdAt))}`;

/** What a form of fields asks for; empty fields are left out. */
export function draftOf(form: FormData, nowMs: number): Shape<'WatchLinkDraft'> {
  const text = (name: string): string | null => String(form.get(name) ?? '').trim() || null;
  const days = Number(form.get('days') ?? 0);
  const uses = Number(form.get('maxUses') ?? 0);
  return {
    role: (text('role') ?? 'view') as Link['role'],
    guests: (text('guests') ?? 'anyone') as Link['guests'],
    label: text('label'),
    // A password may begin or end with a blank.
    password: String(form.get('password') ?? '') || null,
    expiresAt: days > 0 ? new Date(nowMs + days * 86_400_000).toISOString() : null,
    maxUses: uses > 0 ? uses : null,
  };
}
