import { z } from '@hono/zod-openapi';
import { EntityId, Id } from '#protocol/id.ts';
import { Colleague, MemberIdParam } from '#worker/accounts/colleague.ts';
import { SLUG_CHARACTERS, slugOf } from '#worker/accounts/organization-ref.ts';
import { storedLine, storedText } from '#worker/http/stored-text.ts';
import type { ChannelRow } from './channels.queries.ts';

/** A channel as members of its organization see it. */
export const Channel = z
  .object({
    id: EntityId,
    organizationId: EntityId,
    slug: z.string(),
    name: z.string(),
    description: z.string().nullable(),
    memberCount: z.int(),
    isJoinedByYou: z.boolean(),
    createdAt: z.iso.datetime(),
    updatedAt: z.iso.datetime(),
  })
  .openapi('Channel');

const Name = storedLine()
  .min(1, 'A name has at least one character.')
  .max(100)
  .openapi({ example: 'Trailers' });
const Description = storedText().max(2000).nullable();
const Slug = z
  .string()
  .min(1)
  .max(SLUG_CHARACTERS)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Small letters and digits, with single hyphens between them.')
  .openapi({ example: 'trailers' });

export const ChannelDraft = z
  .object({
    id: Id.optional().openapi({ description: 'Make your own: a repeat then answers what the first made.' }),
    name: Name,
    slug: Slug.optional().openapi({
      description: 'How it reads in addresses, once in its organization; from its name if not given.',
    }),
    description: Description.optional(),
  })
  .openapi('ChannelDraft', { example: { name: 'Trailers' } });
export type ChannelDraft = z.infer<typeof ChannelDraft>;

export const ChannelEdit = z
  .object({ name: Name.optional(), slug: Slug.optional(), description: Description.optional() })
  .openapi('ChannelEdit', { example: { name: 'Trailers' } });
export type ChannelEdit = z.infer<typeof ChannelEdit>;

export const ChannelParam = z.object({
  channelId: z
    .string()
    .max(64)
    .openapi({ param: { name: 'channelId', in: 'path' }, description: 'The channel’s id.' }),
});

export const ChannelMemberParam = ChannelParam.extend(MemberIdParam.shape);

/** Somebody in a channel. */
export const ChannelMember = z
  .object({
    user: Colleague,
    joinedAt: z.iso.datetime(),
  })
  .openapi('ChannelMember');

export const toChannelView = (row: ChannelRow): z.infer<typeof Channel> => ({
  id: row.id,
  organizationId: row.organizationId,
  slug: row.slug,
  name: row.name,
  description: row.description,
  memberCount: row.memberCount,
  isJoinedByYou: row.isJoinedByYou,
  createdAt: row.createdAt.toISOString(),
  updatedAt: row.updatedAt.toISOString(),
});

/** The slug asked for, or one made from the name; a name without letters of the alphabet gets one of its own. */
export const channelSlugFor = ({ name, slug }: ChannelDraft): string =>
  slug ?? (slugOf(name) || `channel-${crypto.randomUUID().slice(0, 8)}`);
