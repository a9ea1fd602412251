import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgEnum,
  pgTable,
  text,
  unique,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { organizations, users } from './accounts.ts';
import { createdAt, id, moment, newestFirst, updatedAt } from './columns.ts';

/** Where an organization wants to hear of what happens (Standard Webhooks 1.0). */
export const webhookEndpoints = pgTable(
  'webhook_endpoints',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    url: varchar('url', { length: 2000 }).notNull(),
    description: varchar('description', { length: 255 }),
    /** Event types it hears; empty: all. */
    events: text('events')
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    /** The signing secret, encrypted with the worker's own key: whoever reads the table can sign nothing. */
    sealedSecret: text('sealed_secret').notNull(),
    /** Signs beside the new one until its time is over. */
    sealedPreviousSecret: text('sealed_previous_secret'),
    previousSecretExpiresAt: moment('previous_secret_expires_at'),
    isActive: boolean('is_active').notNull().default(true),
    /** Why we stopped sending, in words. */
    disabledReason: text('disabled_reason'),
    /** Since when it has taken nothing; null while it does. */
    failingSinceAt: moment('failing_since_at'),
    createdBy: uuid('created_by').references(() => users.id, { onDelete: 'set null' }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('webhook_endpoints_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('webhook_endpoints_created_by_idx').on(t.createdBy),
    check('webhook_endpoints_url_format', sql`${t.url} ~ '^https?://'`),
  ],
);

/** Something that happened, as it is told to every endpoint that hears it. Written in the same transaction as the thing. */
export const webhookMessages = pgTable(
  'webhook_messages',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    type: varchar('type', { length: 100 }).notNull(),
    data: jsonb('data').$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('webhook_messages_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('webhook_messages_created_at_idx').on(t.createdAt),
    check('webhook_messages_type_format', sql`${t.type} ~ '^[a-z_]+(\\.[a-z_]+)+$'`),
  ],
);

export const webhookDeliveryStatus = pgEnum('webhook_delivery_status', ['pending', 'delivered', 'failed']);

/** One message on its way to one endpoint. */
export const webhookDeliveries = pgTable(
  'webhook_deliveries',
  {
    id: id(),
    endpointId: uuid('endpoint_id')
      .notNull()
      .references(() => webhookEndpoints.id, { onDelete: 'cascade' }),
    messageId: uuid('message_id')
      .notNull()
      .references(() => webhookMessages.id, { onDelete: 'cascade' }),
    status: webhookDeliveryStatus('status').notNull().default('pending'),
    attempts: integer('attempts').notNull().default(0),
    /** When it is tried next; null once it is settled. */
    nextAttemptAt: moment('next_attempt_at'),
    deliveredAt: moment('delivered_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('webhook_deliveries_message_endpoint_key').on(t.messageId, t.endpointId),
    index('webhook_deliveries_endpoint_idx').on(t.endpointId, ...newestFirst(t)),
    // Few of many. By status in the predicate: under row-level security an enum's = never reaches an index.
    index('webhook_deliveries_failed_idx')
      .on(t.endpointId, ...newestFirst(t))
      .where(sql`status = 'failed'`),
    index('webhook_deliveries_pending_idx')
      .on(t.endpointId, ...newestFirst(t))
      .where(sql`status = 'pending'`),
    index('webhook_deliveries_waiting_idx')
      .on(t.endpointId, t.nextAttemptAt)
      .where(sql`next_attempt_at is not null`),
    index('webhook_deliveries_due_idx')
      .on(t.nextAttemptAt)
      .where(sql`next_attempt_at is not null`),
    check('webhook_deliveries_attempts_not_negative', sql`${t.attempts} >= 0`),
  ],
);

/** One try, and what came of it. */
export const webhookAttempts = pgTable(
  'webhook_attempts',
  {
    id: id(),
    deliveryId: uuid('delivery_id')
      .notNull()
      .references(() => webhookDeliveries.id, { onDelete: 'cascade' }),
    /** What it answered; null where nothing came. */
    responseStatus: integer('response_status'),
    /** Why nothing came, in words. */
    error: varchar('error', { length: 500 }),
    /** How its answer begins. */
    responseBody: varchar('response_body', { length: 1000 }),
    durationMs: integer('duration_ms').notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    index('webhook_attempts_delivery_idx').on(t.deliveryId, ...newestFirst(t)),
    check('webhook_attempts_duration_not_negative', sql`${t.durationMs} >= 0`),
  ],
);
