import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, text, unique, uuid, varchar } from 'drizzle-orm/pg-core';
import { organizationMembers, organizations } from './accounts.ts';
import { createdAt, id, newestFirst, updatedAt } from './columns.ts';

export const channels = pgTable(
  'channels',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 100 }).notNull(),
    slug: varchar('slug', { length: 63 }).notNull(),
    description: text('description'),
    memberCount: integer('member_count').notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('channels_organization_slug_key').on(t.organizationId, t.slug),
    // What composite foreign keys point at: a channel together with its tenant.
    unique('channels_id_organization_key').on(t.id, t.organizationId),
    check('channels_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('channels_slug_format', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
    check('channels_member_count_not_negative', sql`${t.memberCount} >= 0`),
  ],
);

/** The organization is repeated so that leaving it leaves its channels, by foreign key. */
export const channelMembers = pgTable(
  'channel_members',
  {
    id: id(),
    channelId: uuid('channel_id').notNull(),
    organizationId: uuid('organization_id').notNull(),
    userId: uuid('user_id').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    unique('channel_members_channel_user_key').on(t.channelId, t.userId),
    foreignKey({
      name: 'channel_members_channel_fk',
      columns: [t.channelId, t.organizationId],
      foreignColumns: [channels.id, channels.organizationId],
    }).onDelete('cascade'),
    foreignKey({
      name: 'channel_members_member_fk',
      columns: [t.organizationId, t.userId],
      foreignColumns: [organizationMembers.organizationId, organizationMembers.userId],
    }).onDelete('cascade'),
    index('channel_members_member_idx').on(t.organizationId, t.userId),
    index('channel_members_channel_idx').on(t.channelId, t.createdAt, t.id),
  ],
);

export const series = pgTable(
  'series',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 255 }).notNull(),
    description: text('description'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('series_id_organization_key').on(t.id, t.organizationId),
    index('series_organization_idx').on(t.organizationId, ...newestFirst(t)),
    check('series_name_not_blank', sql`btrim(${t.name}) <> ''`),
  ],
);
