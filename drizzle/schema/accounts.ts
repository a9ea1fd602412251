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
  uniqueIndex,
  uuid,
  varchar,
} from 'drizzle-orm/pg-core';
import { createdAt, id, inet, moment, updatedAt } from './columns.ts';
import type { OrganizationSettings } from './organization-settings.ts';

export const accountType = pgEnum('account_type', ['system', 'guest', 'registered']);
export const accessRole = pgEnum('access_role', ['user', 'test', 'admin']);
export const licenseType = pgEnum('license_type', ['FREE', 'PREMIUM', 'ENTERPRISE']);
export const organizationKind = pgEnum('organization_kind', ['team', 'personal']);
/** Strongest first: the policies compare `role <= 'ADMIN'`. */
export const organizationRole = pgEnum('organization_role', ['OWNER', 'ADMIN', 'MEMBER']);

export const users = pgTable(
  'users',
  {
    id: id(),
    email: varchar('email', { length: 254 }),
    emailVerified: boolean('email_verified').notNull().default(false),
    username: varchar('username', { length: 50 }),
    name: varchar('name', { length: 100 }).notNull(),
    givenName: varchar('given_name', { length: 100 }),
    familyName: varchar('family_name', { length: 100 }),
    avatarUrl: varchar('avatar_url', { length: 500 }),
    bio: text('bio'),
    accountType: accountType('account_type').notNull().default('registered'),
    accessRole: accessRole('access_role').notNull().default('user'),
    isVerified: boolean('is_verified').notNull().default(false),
    isActive: boolean('is_active').notNull().default(true),
    licenseType: licenseType('license_type').notNull().default('FREE'),
    licenseExpiresAt: moment('license_expires_at'),
    credits: integer('credits').notNull().default(0),
    lastCreditRefreshAt: moment('last_credit_refresh_at'),
    lastLoginAt: moment('last_login_at'),
    lastSeenAt: moment('last_seen_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    // E-mail is kept in lower case, so that plain equality is case-insensitive and served by the index.
    uniqueIndex('users_email_key').on(t.email),
    uniqueIndex('users_username_key').on(sql`lower(${t.username})`),
    index('users_license_type_idx').on(t.licenseType),
    index('users_created_at_idx').on(t.createdAt.desc().nullsFirst()),
    check('users_email_lower_case', sql`${t.email} = lower(${t.email})`),
    check('users_email_format', sql`${t.email} ~ '^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$'`),
    check('users_email_present', sql`${t.email} is not null or ${t.accountType} <> 'registered'`),
    check('users_username_length', sql`char_length(${t.username}) between 3 and 50`),
    check('users_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('users_credits_not_negative', sql`${t.credits} >= 0`),
  ],
);

/** One way a user signs in: a password hash, or an OAuth provider and its tokens (better-auth's `account`). */
export const identities = pgTable(
  'identities',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    providerId: text('provider_id').notNull(),
    accountId: text('account_id').notNull(),
    password: text('password'),
    accessToken: text('access_token'),
    refreshToken: text('refresh_token'),
    idToken: text('id_token'),
    accessTokenExpiresAt: moment('access_token_expires_at'),
    refreshTokenExpiresAt: moment('refresh_token_expires_at'),
    scope: text('scope'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('identities_provider_account_key').on(t.providerId, t.accountId),
    index('identities_user_idx').on(t.userId),
  ],
);

export const sessions = pgTable(
  'sessions',
  {
    id: id(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    token: text('token').notNull(),
    expiresAt: moment('expires_at').notNull(),
    lastAccessedAt: moment('last_accessed_at').notNull().defaultNow(),
    ipAddress: inet('ip_address'),
    userAgent: text('user_agent'),
    activeOrganizationId: uuid('active_organization_id').references(() => organizations.id, {
      onDelete: 'set null',
    }),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('sessions_token_key').on(t.token),
    index('sessions_user_idx').on(t.userId, t.lastAccessedAt.desc().nullsFirst()),
    index('sessions_active_organization_idx').on(t.activeOrganizationId),
    index('sessions_expires_at_idx').on(t.expiresAt),
  ],
);

export const verifications = pgTable(
  'verifications',
  {
    id: id(),
    identifier: text('identifier').notNull(),
    value: text('value').notNull(),
    expiresAt: moment('expires_at').notNull(),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('verifications_identifier_idx').on(t.identifier),
    index('verifications_expires_at_idx').on(t.expiresAt),
  ],
);

export const organizations = pgTable(
  'organizations',
  {
    id: id(),
    name: varchar('name', { length: 100 }).notNull(),
    slug: varchar('slug', { length: 63 }).notNull(),
    description: text('description'),
    logoUrl: varchar('logo_url', { length: 500 }),
    kind: organizationKind('kind').notNull().default('team'),
    settings: jsonb('settings').$type<OrganizationSettings>().notNull().default({}),
    /** Since when links are held to what the settings ask of them; a trigger keeps it. */
    linkPolicyAt: moment('link_policy_at'),
    /** Dissolved: it has no members any more, and goes once what it held is purged. */
    deletedAt: moment('deleted_at'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    index('organizations_deleted_at_idx')
      .on(t.deletedAt)
      .where(sql`deleted_at is not null`),
    unique('organizations_slug_key').on(t.slug),
    check('organizations_name_not_blank', sql`btrim(${t.name}) <> ''`),
    check('organizations_slug_format', sql`${t.slug} ~ '^[a-z0-9]+(-[a-z0-9]+)*$'`),
  ],
);

export const organizationMembers = pgTable(
  'organization_members',
  {
    id: id(),
    organizationId: uuid('organization_id')
      .notNull()
      .references(() => organizations.id, { onDelete: 'cascade' }),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id, { onDelete: 'cascade' }),
    role: organizationRole('role').notNull().default('MEMBER'),
    createdAt: createdAt(),
    updatedAt: updatedAt(),
  },
  (t) => [
    unique('organization_members_organization_user_key').on(t.organizationId, t.userId),
    index('organization_members_listed_idx').on(t.organizationId, t.createdAt, t.id),
    index('organization_members_user_idx').on(t.userId, t.role, t.organizationId),
  ],
);
