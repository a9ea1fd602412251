import { z } from '@hono/zod-openapi';
import { EntityId } from '#protocol/id.ts';

export type OrganizationRef = { id: string } | { slug: string };

export const SLUG_CHARACTERS = 63;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** An organization by its id or by its slug; undefined for what can be neither. What is an id is no slug. */
export function parseOrganizationRef(text: string): OrganizationRef | undefined {
  if (EntityId.safeParse(text).success) return { id: text.toLowerCase() };
  return text.length <= SLUG_CHARACTERS && SLUG.test(text) ? { slug: text } : undefined;
}

/** `{organizationId}` of every address below /api/organizations. */
export const OrganizationParam = z.object({
  organizationId: z
    .string()
    .max(64)
    .openapi({
      param: { name: 'organizationId', in: 'path' },
      description: 'The organization’s id, or its slug.',
      example: 'acme',
    }),
});

/** How a name reads in an address; empty for a name without a letter or digit of the alphabet. */
export const slugOf = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, SLUG_CHARACTERS)
    .replace(/^-+|-+$/g, '');

/** A slug somebody chooses: one that cannot be mistaken for an id. */
export const Slug = z
  .string()
  .min(2, 'A slug has at least two characters.')
  .max(SLUG_CHARACTERS)
  .regex(SLUG, 'Small letters and digits, with single hyphens between them.')
  .refine((slug) => !EntityId.safeParse(slug).success, 'This looks like an id.')
  .refine((slug) => !/^(personal|dissolved)-/.test(slug), 'Slugs that begin like this are made by us.')
  .openapi({ example: 'acme' });
