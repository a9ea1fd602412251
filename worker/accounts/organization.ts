import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';
import type { OrganizationRow } from './organization-access.queries.ts';
import { Slug, SLUG_CHARACTERS, slugOf } from './organization-ref.ts';
import { ORGANIZATION_ROLES } from './organization-role.ts';
import { OrganizationSettings, OrganizationSettingsEdit, settingsOf } from './organization-settings.ts';

export const OrganizationRoleName = z
  .enum(ORGANIZATION_ROLES)
  .openapi({ description: 'Owners may what administrators may, those what members may.' });

/** An organization as the API shows it to one of its members. */
export const Organization = z
  .object({
    id: EntityId,
    slug: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    logoUrl: z.string().nullable(),
    kind: z.enum(['team', 'personal']),
    settings: OrganizationSettings,
    role: OrganizationRoleName,
    memberCount: z.int(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Organization');

const Name = storedLine().min(1, 'A name has at least one character.').max(100).openapi({ example: 'Acme' });
const Description = storedText().max(2000).nullable();

export const OrganizationDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Make your own: a repeat then answers what the first made.' }),
    name: Name,
    slug: Slug.optional().openapi({ description: 'How it reads in addresses; from its name if not given.' }),
    description: Description.optional(),
  })
  .openapi('OrganizationDraft', { example: { name: 'Acme' } });

const LogoUrl = z
  .url({ protocol: /^https?$/, hostname: /./ })
  .max(500)
  .nullable();

export const OrganizationEdit = z
  .object({
    name: Name.optional(),
    slug: Slug.optional(),
    description: Description.optional(),
    logoUrl: LogoUrl.optional().openapi({ example: 'https://example.com/logo.svg' }),
    settings: OrganizationSettingsEdit.optional(),
  })
  .openapi('OrganizationEdit', { example: { name: 'Acme' } });

export const Dissolution = z
  .object({
    confirm: z
      .string()
      .max(SLUG_CHARACTERS)
      .openapi({ description: 'Its slug, typed in: this cannot be undone.' }),
  })
  .openapi('OrganizationDissolution', { example: { confirm: 'acme' } });

export const toOrganizationView = (
  row: OrganizationRow,
  memberCount: number,
): z.infer<typeof Organization> => ({
  id: row.id,
  slug: row.slug,
  name: row.name,
  description: row.description,
  logoUrl: row.logoUrl,
  kind: row.kind,
  settings: settingsOf(row.settings),
  role: row.role,
  memberCount,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The slug asked for, or one made from the name; a name without letters of the alphabet gets one of its own. */
export function slugFor({ name, slug }: z.infer<typeof OrganizationDraft>): string {
  const wanted = slug ?? slugOf(name);
  return Slug.safeParse(wanted).success ? wanted : `team-${crypto.randomUUID().slice(0, 8)}`;
}
