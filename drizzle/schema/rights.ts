import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  jsonb,
  pgTable,
  text,
  unique,
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { organizationRole, organizations, users } from './accounts.ts';
import { createdAt, id, moment, newestFirst, updatedAt } from './columns.ts';

/** An invitation to become a member: by mail to one address, or (without one) a link that can be passed on. */
export const invitations = pgTable(
  'invitations',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    /** In lower case; null for a link. */
    email: varchar('email', { length: 254 }),
    role: organizationRole('role').notNull().default('MEMBER'),
    /** SHA-256 of the token, in hex. */
    tokenHash: text('token_hash').notNull(),
    invitedBy: uuid('invited_by').references(() => users.id, { onDelete: 'set null' }),
    maxUses: integer('max_uses').notNull().default(1),
    useCount: integer('use_count').notNull().default(0),
    expiresAt: moment('expires_at').notNull(),
    acceptedAt: moment('accepted_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('invitations_token_hash_key').on(t.tokenHash),
    // One open invitation an address: asking again renews it.
    uniqueIndex('invitations_open_key')
      .on(t.organizationId, t.email)
      .where(sql`email is not null and accepted_at is null and revoked_at is null`),
    index('invitations_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('invitations_invited_by_idx').on(t.invitedBy),
    check('invitations_email_lower_case', sql`${t.email} = lower(${t.email})`),
    check('invitations_token_hash_format', sql`${t.tokenHash} ~ '^[0-9a-f]{64}$'`),
    check('invitations_max_uses_positive', sql`${t.maxUses} > 0`),
    check('invitations_use_count_within', sql`${t.useCount} between 0 and ${t.maxUses}`),
  ],
);

/** What a program signs in with, in the name of its maker and within `scopes`. The key is kept hashed only. */
export const apiKeys = pgTable(
  'api_keys',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    name: varchar('name', { length: 100 }).notNull(),
    /** How the key begins, to tell keys apart. */
    prefix: varchar('prefix', { length: 16 }).notNull(),
    /** SHA-256 of the whole key, in hex. */
    keyHash: text('key_hash').notNull(),
    scopes: text('scopes').array().notNull(),
    expiresAt: moment('expires_at'),
    lastUsedAt: moment('last_used_at'),
    revokedAt: moment('revoked_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('api_keys_key_hash_key').on(t.keyHash),
    index('api_keys_user_idx').on(t.userId, ...newestFirst(t)),
    check('api_keys_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('api_keys_key_hash_format', sql`${t.keyHash} ~ '^[0-9a-f]{64}$'`),
    check('api_keys_scopes_some', sql`cardinality(${t.scopes}) > 0`),
  ],
);

/** Every change of who may do what, written by triggers and by nobody else. Never changed, never deleted. */
export const auditEvents = pgTable(
  'audit_events',
  {
    id: id(),
    /** Whose rights they are; null for what concerns one account only. */
    organizationId: uuid('organization_id').references(() => organizations.id, { onDelete: 'cascade' }),
    /** Who did it; null for a service, and for an account that is gone. */
    actorId: uuid('actor_id').references(() => users.id, { onDelete: 'set null' }),
    /** `registered`, `guest`, `service:…`, or `accounts` for what sign-in does. */
    actorRole: text('actor_role').notNull(),
    /** e.g. `member.added`, `link.revoked`, `video.visibility-changed`. */
    action: varchar('action', { length: 64 }).notNull(),
    /** The table and row it is about. */
    subjectType: varchar('subject_type', { length: 64 }).notNull(),
    subjectId: uuid('subject_id').notNull(),
    /** Whose rights changed, where they are one person's. */
    userId: uuid('user_id').references(() => users.id, { onDelete: 'set null' }),
    /** What was and what is, without secrets. */
    details: jsonb('details').$type<Record<string, unknown>>().notNull().default({}),
    requestId: varchar('request_id', { length: 64 }),
    createdAt: createdAt(),
  },
  (t) => [
    index('audit_events_organization_idx').on(t.organizationId, ...newestFirst(t)),
    index('audit_events_user_idx').on(t.userId, ...newestFirst(t)),
    index('audit_events_actor_idx').on(t.actorId, ...newestFirst(t)),
    index('audit_events_organization_user_idx').on(t.organizationId, t.userId, ...newestFirst(t)),
    index('audit_events_organization_actor_idx').on(t.organizationId, t.actorId, ...newestFirst(t)),
    // What somebody did to their own account.
    index('audit_events_own_idx')
      .on(t.actorId, ...newestFirst(t))
      .where(sql`organization_id is null`),
    index('audit_events_subject_idx').on(t.subjectId, ...newestFirst(t)),
    // Byte by byte, so that a group of actions is a range.
    index('audit_events_action_idx').on(t.organizationId, sql`(action collate "C")`, ...newestFirst(t)),
    index('audit_events_memberships_idx')
      .on(t.createdAt)
      .where(sql`action in ('member.removed', 'member.role-changed')`),
  ],
);

/** The first answer to a request that named an `Idempotency-Key`, for its repeats (draft-ietf-httpapi-idempotency-key-header). */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    key: varchar('key', { length: 255 }).notNull(),
    /** SHA-256 of method, address and body, in hex. */
    requestHash: text('request_hash').notNull(),
    /** Null while the first request is under way. */
    status: integer('status'),
    headers: jsonb('headers').$type<Record<string, string>>(),
    body: text('body'),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('idempotency_keys_user_key').on(t.userId, t.key),
    index('idempotency_keys_expires_at_idx').on(t.expiresAt),
    check('idempotency_keys_request_hash_format', sql`${t.requestHash} ~ '^[0-9a-f]{64}$'`),
  ],
);
