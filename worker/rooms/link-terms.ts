import { verifyPassword } from '#worker/accounts/password.ts';
import { AppError } from '#worker/http/app-error.ts';
import { entityTag } from '#worker/http/entity-tag.ts';
import { violationsOf, type LinkPolicy } from './link-state.ts';
import type { ManagedLink } from './links.queries.ts';

type Terms = Pick<ManagedLink, 'role' | 'guests' | 'label' | 'maxUses' | 'expiresAt' | 'passwordHash'>;
type Wish = { [Key in Exclude<keyof Terms, 'passwordHash'>]?: Terms[Key] | undefined } & {
  password: string | null | undefined;
};

/** Changes with every edit of a link; opening it is none. */
export const tagOf = ({ updatedAt }: { updatedAt: Date }): string =>
  entityTag(updatedAt.getTime().toString(36));

export function futureMoment(text: string): Date {
  const moment = new Date(text);
  if (moment.getTime() > Date.now()) return moment;
  const detail = 'A link expires in the future.';
  throw new AppError('INVALID', detail, { errors: [{ pointer: '/expiresAt', detail }] });
}

/** Throws INVALID, a field each, where the organization does not allow the terms. */
export function requireAllowed(link: Parameters<typeof violationsOf>[0], policy: LinkPolicy): void {
  const errors = violationsOf(link, policy);
  if (errors[0]) throw new AppError('INVALID', errors[0].detail, { errors });
}

/** Whether a link is what is asked for: asked again by its id, another is never answered for it. */
export async function isAsWished(link: Terms, { password, ...wish }: Wish): Promise<boolean> {
  const isSame =
    link.role === wish.role &&
    link.guests === wish.guests &&
    link.label === (wish.label ?? null) &&
    link.maxUses === (wish.maxUses ?? null) &&
    link.expiresAt?.getTime() === wish.expiresAt?.getTime();
  if (!isSame) return false;
  const hash = link.passwordHash;
  return password && hash !== null ? verifyPassword({ hash, password }) : !password && hash === null;
}
