import { sql } from 'drizzle-orm';
import { check, pgTable, unique, uuid } from 'drizzle-orm/pg-core';
import { organizations } from './accounts.ts';
import { bytes, createdAt, id, updatedAt } from './columns.ts';

/** What an organization has in the bucket, kept by triggers, and how much it may have there. */
export const organizationStorage = pgTable(
  'organization_storage',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** Files of videos that are not in the trash. */
    videoBytes: bytes('video_bytes').notNull().default(0),
    assetBytes: bytes('asset_bytes').notNull().default(0),
    /** Of both, until they are purged. */
    trashBytes: bytes('trash_bytes').notNull().default(0),
    /** The operator writes it; null: as much as the operator gives to all. */
    limitBytes: bytes('limit_bytes'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('organization_storage_organization_key').on(t.organizationId),
    check(
      'organization_storage_not_negative',
      sql`${t.videoBytes} >= 0 and ${t.assetBytes} >= 0 and ${t.trashBytes} >= 0`,
    ),
    check('organization_storage_limit_not_negative', sql`${t.limitBytes} >= 0`),
  ],
);
