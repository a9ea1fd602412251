import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { Role } from '#protocol/role.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import { GUESTS, LINK_STATES, stateOf } from './link-state.ts';
import type { ManagedLink } from './links.queries.ts';

const LinkRole = z.enum(['view', 'comment', 'control']).openapi({
  description: 'What it lets do whoever may do less by themselves.',
});
const Guests = z.enum(GUESTS).openapi({
  description: 'Whom it lets in: anyone; who has at least given a name; who has an account.',
});
const Password = z.string().min(1).max(128).openapi({ example: 'correct horse' });
const Label = storedLine().min(1).max(100).openapi({
  description: 'To tell links apart; shown to who manages the video.',
  example: 'For the client',
});
const Expiry = z.iso.datetime().openapi({ example: '2100-01-01T00:00:00Z' });
const MaxUses = z.int().min(1).max(1_000_000).openapi({
  description: 'How many browsers may open it. Coming back with the same one is no further use.',
});

export const LinkDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Made by you; sending the same again answers the same link.' }),
    role: LinkRole.default('view'),
    guests: Guests.default('anyone'),
    label: Label.nullish(),
    password: Password.nullish(),
    expiresAt: Expiry.nullish(),
    maxUses: MaxUses.nullish(),
  })
  .openapi('WatchLinkDraft');

export const LinkEdit = z
  .object({
    label: Label.nullable().optional(),
    guests: Guests.optional(),
    password: Password.nullable().optional(),
    expiresAt: Expiry.nullable().optional(),
    maxUses: MaxUses.nullable().optional(),
    takeOver: z.literal(true).optional().openapi({
      description: 'Answer for it from now on: a link is good while its maker may share the video.',
    }),
  })
  .refine((edit) => Object.values(edit).some((value) => value !== undefined), 'Nothing to change was given.')
  .openapi('WatchLinkEdit', { example: { label: 'For the client' } });

export const LinkView = z
  .object({
    id: EntityId,
    role: LinkRole,
    guests: Guests,
    label: z.string().nullable(),
    hasPassword: z.boolean(),
    expiresAt: z.iso.datetime().nullable(),
    maxUses: z.int().nullable(),
    useCount: z.int(),
    lastUsedAt: z.iso.datetime().nullable(),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    createdBy: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    state: z.enum(LINK_STATES).openapi({
      description:
        '`maker-gone`: whoever made it may no longer share the video; take it over, and it is good again. ' +
        '`against-policy`: it has no password and the organization asks for one.',
    }),
    url: z
      .string()
      .nullable()
      .openapi({ description: 'The page it opens; null for one made under another secret of this server.' }),
  })
  .openapi('WatchLink');

export const NewLinkView = LinkView.extend({
  token: z.string().openapi({ description: 'What its address carries. Of it nothing but a hash is kept.' }),
}).openapi('NewWatchLink');

export const OpenRequest = z.object({ password: Password.nullish() }).openapi('OpenWatchLink');

export const OpenedLink = z
  .object({ videoId: EntityId, shortId: z.string(), role: Role, url: z.string() })
  .openapi('OpenedWatchLink');

export const toLinkView = (row: ManagedLink, url: string | null, now: Date): z.infer<typeof LinkView> => ({
  id: row.id,
  role: row.role,
  guests: row.guests,
  label: row.label,
  hasPassword: row.passwordHash !== null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  maxUses: row.maxUses,
  useCount: row.useCount,
  lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
  createdBy: row.createdBy && row.makerName !== null ? { id: row.createdBy, name: row.makerName } : null,
  state: stateOf(row, now),
  url,
});
