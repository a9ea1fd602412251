import { z } from '@hono/zod-openapi';
import type { OrganizationSettings as Stored } from '#tables/organization-settings.ts';

/**
 * "example.com", in small letters: labels of letters, digits and hyphens, at least two of them (or localhost); with "*." before
 * it all that lie below. "*" alone is any site.
 */
const HOST = /^(\*|localhost|(\*\.)?([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]([a-z0-9-]{0,61}[a-z0-9])?)$/;

export const EmbedDomains = z
  .array(z.string().trim().toLowerCase().max(253).regex(HOST, 'A host name, as in example.com.'))
  .max(50, 'At most 50 host names.')
  .transform((hosts) => [...new Set(hosts)])
  .openapi({
    type: 'array',
    items: { type: 'string', maxLength: 253 },
    maxItems: 50,
    description:
      'Host names whose pages may embed its videos; `*.example.com` are all below it, `*` is any site. None: no site but this one.',
    example: ['example.com'],
  });

const linkPolicy = {
  isPasswordRequired: z.boolean().openapi({ description: 'Every watch link asks for a password.' }),
  longestDays: z
    .int()
    .min(1)
    .max(3650)
    .nullable()
    .openapi({ description: 'How long a watch link is good at most; null: as long as its maker likes.' }),
  guests: z
    .enum(['anyone', 'named', 'accounts'])
    .openapi({ description: 'Who may come by a watch link at most.' }),
};

const retention = {
  archiveAfterDays: z
    .int()
    .min(30)
    .max(3650)
    .nullable()
    .openapi({ description: 'After how many days without a change videos are archived; null: never.' }),
};

/** What an organization decides for itself, whole: what was never set is as said here. */
export const OrganizationSettings = z
  .object({
    embedDomains: EmbedDomains.default([]),
    linkPolicy: z
      .object({
        isPasswordRequired: linkPolicy.isPasswordRequired.default(false),
        longestDays: linkPolicy.longestDays.default(null),
        guests: linkPolicy.guests.default('anyone'),
      })
      .prefault({}),
    retention: z.object({ archiveAfterDays: retention.archiveAfterDays.default(null) }).prefault({}),
  })
  .openapi('OrganizationSettings');
export type OrganizationSettings = z.infer<typeof OrganizationSettings>;

/** Only what is given changes, within each part too. */
export const OrganizationSettingsEdit = z
  .object({
    embedDomains: EmbedDomains.optional(),
    linkPolicy: z.object(linkPolicy).partial().optional(),
    retention: z.object(retention).partial().optional(),
  })
  .openapi('OrganizationSettingsEdit');

export const settingsOf = (stored: Stored): OrganizationSettings => OrganizationSettings.parse(stored);

export function editSettings(
  stored: Stored,
  edit: z.infer<typeof OrganizationSettingsEdit>,
): OrganizationSettings {
  const now = settingsOf(stored);
  return OrganizationSettings.parse({
    embedDomains: edit.embedDomains ?? now.embedDomains,
    linkPolicy: { ...now.linkPolicy, ...withoutUndefined(edit.linkPolicy) },
    retention: { ...now.retention, ...withoutUndefined(edit.retention) },
  });
}

const withoutUndefined = (part: object = {}): object =>
  Object.fromEntries(Object.entries(part).filter(([, value]) => value !== undefined));
