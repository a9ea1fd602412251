import type { Anchors, Row, Table } from './rows.ts';

/**
 * What may stand only once: after a valid row with the values `first`, one that repeats `same` of its columns
 * (or has the values `again`) is refused, and one with the values `other` is taken.
 */
export type Repeat = {
  name: string;
  table: Table;
  same?: string[];
  first?: (at: Anchors) => Row;
  again?: (at: Anchors) => Row;
  other?: (at: Anchors) => Row;
};

const atSeries = (series_position: number) => (at: Anchors) => ({ series_id: at.series, series_position });
const atVersion = (version_number: number) => (at: Anchors) => ({
  version_of: at.otherVideo,
  version_number,
});
const aFirstTime = (at: Anchors) => ({ endpoint_id: at.endpoint, message_id: at.message });
const fromMarket = (at: Anchors) => ({ market_asset_id: at.marketAsset });
const ofMarket = (at: Anchors) => ({ user_asset_id: null, market_asset_id: at.marketAsset });
const onComment = (at: Anchors) => ({ video_id: null, comment_id: at.comment });

export const REPEATS: Repeat[] = [
  { name: 'users_email_key', table: 'users', same: ['email'] },
  {
    name: 'users_username_key',
    table: 'users',
    first: () => ({ username: 'Ada' }),
    again: () => ({ username: 'aDA' }),
    other: () => ({ username: 'ada2' }),
  },
  {
    name: 'identities_provider_account_key',
    table: 'identities',
    same: ['account_id'],
    other: () => ({ provider_id: 'github' }),
  },
  { name: 'sessions_token_key', table: 'sessions', same: ['token'] },
  { name: 'organizations_slug_key', table: 'organizations', same: ['slug'] },
  {
    name: 'organization_members_organization_user_key',
    table: 'organization_members',
    first: () => ({ role: 'OWNER' }),
    again: () => ({ role: 'MEMBER' }),
    other: (at) => ({ user_id: at.fourthUser }),
  },
  {
    name: 'organization_storage_organization_key',
    table: 'organization_storage',
    other: (at) => ({ organization_id: at.otherBareOrganization }),
  },
  { name: 'channels_organization_slug_key', table: 'channels', same: ['slug'] },
  {
    name: 'channel_members_channel_user_key',
    table: 'channel_members',
    other: (at) => ({ user_id: at.thirdUser }),
  },
  {
    name: 'video_edits_video_part_key',
    table: 'video_edits',
    again: () => ({ part: 'details' }),
    other: () => ({ part: 'chapters' }),
  },
  { name: 'videos_short_id_key', table: 'videos', same: ['short_id'] },
  {
    name: 'videos_series_position_key',
    table: 'videos',
    first: atSeries(1),
    again: atSeries(1),
    other: atSeries(2),
  },
  {
    name: 'chapters_position_key',
    table: 'chapters',
    again: () => ({ start_seconds: 520, end_seconds: 530 }),
    other: () => ({ start_seconds: 520, end_seconds: 530, position: 51 }),
  },
  {
    name: 'chapters_overlap',
    table: 'chapters',
    again: () => ({ start_seconds: 509.999, end_seconds: 520, position: 51 }),
    other: () => ({ start_seconds: 510, end_seconds: 520, position: 51 }),
  },
  { name: 'likes_user_video_key', table: 'likes', other: (at) => ({ user_id: at.otherUser }) },
  {
    name: 'likes_user_comment_key',
    table: 'likes',
    first: onComment,
    again: onComment,
    other: (at) => ({ user_id: at.otherUser, ...onComment(at) }),
  },
  {
    name: 'reactions_video_second_emoji_key',
    table: 'reactions',
    again: () => ({ count: 2 }),
    other: () => ({ emoji: '🔥' }),
  },
  {
    name: 'video_progress_user_video_key',
    table: 'video_progress',
    other: (at) => ({ user_id: at.otherUser }),
  },
  { name: 'watch_links_token_hash_key', table: 'watch_links', same: ['token_hash'] },
  { name: 'screenings_short_id_key', table: 'screenings', same: ['short_id'] },
  {
    name: 'screening_attendees_screening_user_key',
    table: 'screening_attendees',
    other: (at) => ({ user_id: at.otherUser }),
  },
  { name: 'room_seats_credential_video_key', table: 'room_seats', same: ['credential_id'] },
  {
    name: 'room_watermarks_video_key',
    table: 'room_watermarks',
    again: () => ({ epoch: 2 }),
    other: (at) => ({ video_id: at.otherVideo }),
  },
  { name: 'invitations_token_hash_key', table: 'invitations', same: ['token_hash'] },
  {
    name: 'invitations_open_key',
    table: 'invitations',
    same: ['email'],
    first: () => ({ email: 'ada@lockstep.test' }),
    other: () => ({ email: 'ada@lockstep.test', revoked_at: '2026-01-01' }),
  },
  { name: 'api_keys_key_hash_key', table: 'api_keys', same: ['key_hash'] },
  {
    name: 'idempotency_keys_user_key',
    table: 'idempotency_keys',
    first: () => ({ key: 'one' }),
    again: () => ({ key: 'one' }),
    other: (at) => ({ key: 'one', user_id: at.otherUser }),
  },
  {
    name: 'webhook_deliveries_message_endpoint_key',
    table: 'webhook_deliveries',
    first: aFirstTime,
    again: aFirstTime,
    other: (at) => ({ message_id: at.message, endpoint_id: at.otherEndpoint }),
  },
  {
    name: 'tags_organization_name_key',
    table: 'tags',
    first: () => ({ name: 'News' }),
    again: () => ({ name: 'nEWS' }),
    other: () => ({ name: 'News', organization_id: null }),
  },
  {
    name: 'categories_name_key',
    table: 'categories',
    first: () => ({ name: 'Film' }),
    again: () => ({ name: 'film' }),
    other: () => ({ name: 'Films' }),
  },
  { name: 'user_assets_asset_id_key', table: 'user_assets', same: ['asset_id'] },
  {
    name: 'user_assets_taken_key',
    table: 'user_assets',
    first: fromMarket,
    again: fromMarket,
    other: (at) => ({ ...fromMarket(at), user_id: at.otherUser }),
  },
  { name: 'system_assets_system_id_key', table: 'system_assets', same: ['system_id'] },
  {
    name: 'asset_uses_taking_key',
    table: 'asset_uses',
    first: ofMarket,
    again: ofMarket,
    other: (at) => ({ ...ofMarket(at), user_id: at.otherUser }),
  },
  { name: 'video_tags_pkey', table: 'video_tags', other: (at) => ({ video_id: at.otherVideo }) },
  { name: 'video_categories_pkey', table: 'video_categories', other: (at) => ({ video_id: at.otherVideo }) },
  { name: 'transcripts_video_language_key', table: 'transcripts', other: () => ({ language: 'fr' }) },
  {
    name: 'transcripts_default_key',
    table: 'transcripts',
    first: () => ({ is_default: true }),
    again: () => ({ language: 'fr', is_default: true }),
    other: () => ({ language: 'fr' }),
  },
  { name: 'transcript_cues_position_key', table: 'transcript_cues', other: () => ({ position: 51 }) },
  {
    name: 'videos_version_key',
    table: 'videos',
    first: atVersion(2),
    again: atVersion(2),
    other: atVersion(3),
  },
];
