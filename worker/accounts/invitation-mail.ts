import { writeLetter } from '#worker/mail/letter.ts';
import type { OrganizationRole } from './organization-role.ts';

export const ROLE_WORDS: Record<OrganizationRole, string> = {
  OWNER: 'an owner',
  ADMIN: 'an administrator',
  MEMBER: 'a member',
};

export const invitationMail = (
  to: string,
  {
    inviter,
    organization,
    role,
    url,
    expiresAt,
  }: {
    inviter: string;
    organization: string;
    role: OrganizationRole;
    url: string;
    expiresAt: Date;
  },
) =>
  writeLetter(to, {
    subject: `${inviter} invites you to ${organization}`,
    paragraphs: [
      `${inviter} invites you to ${organization} on Lockstep, as ${ROLE_WORDS[role]}: its videos, and the rooms in which they are watched together.`,
    ],
    action: { label: 'See the invitation', url },
    afterword: `The link is good until ${expiresAt.toISOString().slice(0, 10)}, and for this address only. If you do not know ${inviter}, you need not do anything.`,
  });
