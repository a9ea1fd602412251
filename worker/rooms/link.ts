import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';
import { Role } from '#protocol/role.ts';
import { storedLine } from '#worker/http/stored-text.ts';
import type { LinkRow } from './links.queries.ts';

const LinkRole = z.enum(['view', 'comment', 'control']).openapi({
  description: 'What it lets do whoever may do less by themselves.',
});
const Password = z.string().min(1).max(128);

export const LinkDraft = z
  .object({
    role: LinkRole.default('view'),
    label: storedLine()
      .min(1)
      .max(100)
      .nullish()
      .openapi({ description: 'To tell links apart; shown to who manages the video.' }),
    password: Password.nullish(),
    expiresAt: z.iso.datetime().nullish(),
    maxUses: z.int().min(1).max(1_000_000).nullish().openapi({
      description: 'How many browsers may open it. Coming back with the same one is no further use.',
    }),
  })
  .openapi('WatchLinkDraft');

export const LinkView = z
  .object({
    id: EntityId,
    role: LinkRole,
    label: z.string().nullable(),
    hasPassword: z.boolean(),
    expiresAt: z.iso.datetime().nullable(),
    maxUses: z.int().nullable(),
    useCount: z.int(),
    revokedAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
  })
  .openapi('WatchLink');

export const NewLinkView = LinkView.extend({
  token: z.string().openapi({ description: 'Only now: of the token nothing but its hash is kept.' }),
  url: z.string().openapi({ description: 'The page it opens.' }),
}).openapi('NewWatchLink');

export const OpenRequest = z.object({ password: Password.nullish() }).openapi('OpenWatchLink');

export const OpenedLink = z
  .object({ videoId: EntityId, shortId: z.string(), role: Role, url: z.string() })
  .openapi('OpenedWatchLink');

export const toLinkView = (row: LinkRow): z.infer<typeof LinkView> => ({
  id: row.id,
  role: row.role,
  label: row.label,
  hasPassword: row.passwordHash !== null,
  expiresAt: row.expiresAt?.toISOString() ?? null,
  maxUses: row.maxUses,
  useCount: row.useCount,
  revokedAt: row.revokedAt?.toISOString() ?? null,
  createdAt: row.createdAt.toISOString(),
});

/** Why a link opens nothing any more, in words; undefined while it does. */
export function whyClosed(
  link: Pick<LinkRow, 'revokedAt' | 'expiresAt' | 'maxUses' | 'useCount'>,
  now: Date,
): string | undefined {
  if (link.revokedAt) return 'This link has been taken back.';
  if (link.expiresAt && link.expiresAt <= now) return 'This link has expired.';
  if (link.maxUses !== null && link.useCount >= link.maxUses) return 'This link has been used up.';
  return undefined;
}
