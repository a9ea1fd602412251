import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import type { InvitationRow } from './invitations.queries.ts';
import { OrganizationRoleName } from './organization.ts';
import { OrganizationParam } from './organization-ref.ts';

const LONGEST_DAYS = 30;
const DAY_MS = 86_400_000;

const expiresInDays = z
  .int()
  .min(1)
  .max(LONGEST_DAYS, `An invitation is good for at most ${LONGEST_DAYS} days.`)
  .default(7)
  .openapi({ description: 'For how long it is good.' });

export const InvitationDraft = z
  .object({
    email: z.email('This is no e-mail address.').max(254).toLowerCase().nullish().openapi({
      description: 'Whom it is mailed to, and who alone may accept it; without one it is a link.',
    }),
    role: OrganizationRoleName.default('MEMBER'),
    maxUses: z
      .int()
      .min(1)
      .max(1000)
      .default(1)
      .openapi({ description: 'How many may come by a link; who is mailed one comes once.' }),
    expiresInDays,
  })
  .openapi('InvitationDraft', { example: { email: 'grace@example.com' } });

export const Renewal = z.object({ expiresInDays }).openapi('InvitationRenewal', {
  example: { expiresInDays: 7 },
});

/** An invitation as those see it who may invite. */
export const Invitation = z
  .object({
    id: EntityId,
    email: z.string().nullable(),
    role: OrganizationRoleName,
    maxUses: z.int(),
    useCount: z.int(),
    invitedBy: z.object({ id: EntityId, name: z.string() }).nullable(),
    expiresAt: z.iso.datetime(),
    acceptedAt: z.iso.datetime().nullable().openapi({ description: 'When the last of its uses was.' }),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Invitation');

export const NewInvitation = Invitation.extend({
  token: z.string().openapi({ description: 'Only now: of the token nothing but its hash is kept.' }),
  url: z.string().openapi({ description: 'The page it opens.' }),
}).openapi('NewInvitation');

export const InvitationParam = OrganizationParam.extend({
  invitationId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'invitationId', in: 'path' } }),
});

export const expiryOf = (days: number, nowMs: number): Date => new Date(nowMs + days * DAY_MS);

export const toInvitationView = (row: InvitationRow): z.infer<typeof Invitation> => ({
  id: row.id,
  email: row.email,
  role: row.role,
  maxUses: row.maxUses,
  useCount: row.useCount,
  invitedBy:
    row.inviterId !== null && row.inviterName !== null ? { id: row.inviterId, name: row.inviterName } : null,
  expiresAt: row.expiresAt.toISOString(),
  acceptedAt: row.acceptedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});
