import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { organizations } from './accounts.ts';
import { createdAt, id, updatedAt } from './columns.ts';
import { videos } from './library.ts';

/**
 * A label an organization has agreed on; without an organization one of the product's own, for everybody. The hidden
 * ones (`category:…`, `workflow:…`) are the system's to set.
 */
export const tags = pgTable(
  'tags',
  {
    id: id(),
    organizationId: uuid('organization_id').references(() => organizations.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 50 }).notNull(),
    /** What tags are listed by. A column, since under row-level security lower(…) never reaches an index. */
    sortName: text('sort_name')
      .notNull()
      .generatedAlwaysAs(sql`lower(name)`),
    description: varchar('description', { length: 500 }),
    /** `#rrggbb` */
    color: varchar('color', { length: 7 }),
    isActive: boolean('is_active').notNull().default(true),
    isHidden: boolean('is_hidden')
      .notNull()
      .generatedAlwaysAs(sql`name ~* '^(category|workflow):'`),
    /** Videos that have it, those in the trash too. Kept by trigger. */
    usageCount: integer('usage_count').notNull().default(0),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('tags_organization_name_key').on(
      sql`coalesce(${t.organizationId}, '00000000-0000-0000-0000-000000000000')`,
      sql`lower(${t.name})`,
    ),
    index('tags_global_idx')
      .on(t.sortName)
      .where(sql`organization_id is null`),
    index('tags_listed_idx').on(t.organizationId, t.sortName),
    check('tags_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('tags_usage_count_not_negative', sql`${t.usageCount} >= 0`),
    check('tags_color_format', sql`${t.color} ~ '^#[0-9a-f]{6}$'`),
    check(
      'tags_hidden_are_global',
      sql`${t.organizationId} is null or ${t.name} !~* '^(category|workflow):'`,
    ),
  ],
);

/** What kind of video something is, the same for everybody. */
export const categories = pgTable(
  'categories',
  {
    id: id(),
    name: varchar('name', { length: 100 }).notNull(),
    description: text('description'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    uniqueIndex('categories_name_key').on(sql`lower(${t.name})`),
    check('categories_name_not_blank', sql`btrim(${t.name}) <> ''`),
  ],
);

/** By hand: `video_tags_organization`: a tag of an organization marks its own videos only. */
export const videoTags = pgTable(
  'video_tags',
  {
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    tagId: uuid('tag_id')
      .notNull()
      .references(() => tags.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'video_tags_pkey', columns: [t.videoId, t.tagId] }),
    index('video_tags_tag_idx').on(t.tagId, t.videoId),
  ],
);

export const videoCategories = pgTable(
  'video_categories',
  {
    videoId: uuid('video_id')
      .notNull()
      .references(() => videos.id, { onDelete: 'cascade' }),
    categoryId: uuid('category_id')
      .notNull()
      .references(() => categories.id, { onDelete: 'cascade' }),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ name: 'video_categories_pkey', columns: [t.videoId, t.categoryId] }),
    index('video_categories_category_idx').on(t.categoryId, t.videoId),
  ],
);
