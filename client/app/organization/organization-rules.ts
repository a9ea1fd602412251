import type { Shape } from '#client/api/client.ts';

export type OrganizationRole = Shape<'Organization'>['role'];

export const ROLES: readonly OrganizationRole[] = ['OWNER', 'ADMIN', 'MEMBER'];

export const ROLE_WORDS: Record<OrganizationRole, { name: string; may: string }> = {
  OWNER: { name: 'Owner', may: 'Everything, and deletes the team' },
  ADMIN: { name: 'Administrator', may: 'Members, settings, everybody’s videos' },
  MEMBER: { name: 'Member', may: 'Watches, comments, uploads' },
};

/** "an administrator" */
export const oneOf = (role: OrganizationRole): string =>
  `${role === 'MEMBER' ? 'a' : 'an'} ${ROLE_WORDS[role].name.toLowerCase()}`;

export const mayAdminister = (role: OrganizationRole): boolean => role !== 'MEMBER';

/** Roles that somebody of `role` may give: nobody touches what stands above them. The server decides; this is what is offered. */
export const rolesToGive = (role: OrganizationRole): OrganizationRole[] => {
  if (role === 'OWNER') return [...ROLES];
  return role === 'ADMIN' ? ['ADMIN', 'MEMBER'] : [];
};

/** Whether somebody of `role` may change or remove a member of the role `other`. */
export const mayManage = (role: OrganizationRole, other: OrganizationRole): boolean =>
  rolesToGive(role).includes(other);

/** A whole number of days in a field where empty means never; undefined where it is neither. */
export function daysIn(text: string): number | null | undefined {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,5}$/.test(trimmed) ? Number(trimmed) : undefined;
}
