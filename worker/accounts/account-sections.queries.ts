import { sql } from 'drizzle-orm';
import type { Section } from './export-sections.queries.ts';

const moments = sql.raw(`'createdAt', t.created_at, 'updatedAt', t.updated_at`);

/** What only the role of the accounts reads; `scope` is the account's id, here and below. */
export const OF_SIGN_IN: Section[] = [
  {
    type: 'account',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('email', t.email, 'emailVerified', t.email_verified, 'name', t.name,
        'username', t.username, 'givenName', t.given_name, 'familyName', t.family_name, 'avatarUrl', t.avatar_url,
        'bio', t.bio, 'accountType', t.account_type, 'lastLoginAt', t.last_login_at, ${moments}) as row
      from users t where t.id = ${scope}`,
  },
  {
    type: 'identity',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('provider', t.provider_id, ${moments}) as row
      from identities t where t.user_id = ${scope}`,
  },
  {
    type: 'session',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('ipAddress', t.ip_address, 'userAgent', t.user_agent,
        'lastAccessedAt', t.last_accessed_at, 'expiresAt', t.expires_at, 'createdAt', t.created_at) as row
      from sessions t where t.user_id = ${scope}`,
  },
];

/** What somebody has made, as far as they may still see it, and what was noted of them. */
export const OF_ACCOUNT: Section[] = [
  {
    type: 'membership',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('organizationId', t.organization_id, 'organizationName', organizations.name,
        'role', t.role, ${moments}) as row
      from organization_members t join organizations on organizations.id = t.organization_id
      where t.user_id = ${scope}`,
  },
  {
    type: 'key',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('name', t.name, 'prefix', t.prefix, 'scopes', t.scopes,
        'expiresAt', t.expires_at, 'lastUsedAt', t.last_used_at, 'revokedAt', t.revoked_at, ${moments}) as row
      from api_keys t where t.user_id = ${scope}`,
  },
  {
    type: 'comment',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('videoId', t.video_id, 'content', t.content,
        'positionSeconds', t.position_seconds, 'drawing', t.drawing, ${moments}) as row
      from comments t where t.author_id = ${scope} and t.deleted_at is null`,
  },
  {
    type: 'like',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('videoId', t.video_id, 'commentId', t.comment_id, 'createdAt', t.created_at) as row
      from likes t where t.user_id = ${scope}`,
  },
  {
    type: 'progress',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('videoId', t.video_id, 'positionSeconds', t.position_seconds,
        'completed', t.completed, ${moments}) as row
      from video_progress t where t.user_id = ${scope}`,
  },
  {
    type: 'audit-event',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('action', t.action, 'details', t.details, 'createdAt', t.created_at) as row
      from audit_events t where t.user_id = ${scope}`,
  },
];
