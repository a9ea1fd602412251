import type { Table } from './rows.ts';

const byVideo = 'select organization_id from videos where videos.id = t.video_id';
const byUser = 'select organization_id from organization_members m where m.user_id = t.user_id limit 1';
const byCreator = 'select organization_id from organization_members m where m.user_id = t.creator_id limit 1';
const byEndpoint = (endpoint: string) =>
  `select organization_id from webhook_endpoints where webhook_endpoints.id = ${endpoint}`;
const isOpenVideo = (video: string) =>
  `(select visibility in ('public', 'unlisted') and deleted_at is null from videos where videos.id = ${video})`;

/** Each table, and the organization a row `t` of it belongs to, as SQL; `null` where rows are no tenant's. */
export const WHOSE: Record<Table, string> = {
  users: 'null',
  verifications: 'null',
  categories: 'null',
  identities: byUser,
  sessions: byUser,
  api_keys: byUser,
  idempotency_keys: byUser,
  organizations: 't.id',
  organization_members: 't.organization_id',
  organization_storage: 't.organization_id',
  invitations: 't.organization_id',
  audit_events: 't.organization_id',
  channels: 't.organization_id',
  channel_members: 't.organization_id',
  series: 't.organization_id',
  tags: 't.organization_id',
  videos: 't.organization_id',
  uploads: byVideo,
  video_edits: byVideo,
  chapters: byVideo,
  transcripts: byVideo,
  transcript_cues:
    'select organization_id from videos join transcripts on transcripts.video_id = videos.id where transcripts.id = t.transcript_id',
  comments: byVideo,
  likes: byVideo,
  reactions: byVideo,
  video_progress: byVideo,
  video_tags: byVideo,
  video_categories: byVideo,
  video_approvals: byVideo,
  screenings: byVideo,
  screening_attendees:
    'select organization_id from videos join screenings on screenings.video_id = videos.id where screenings.id = t.screening_id',
  watch_links: byVideo,
  watch_link_views:
    'select organization_id from videos join watch_links on watch_links.video_id = videos.id where watch_links.id = t.link_id',
  room_watermarks: byVideo,
  room_seats: byVideo,
  user_assets: 't.organization_id',
  system_assets: 'null',
  market_assets: byCreator,
  asset_uses: byUser,
  released_objects: 'null',
  webhook_endpoints: 't.organization_id',
  webhook_messages: 't.organization_id',
  webhook_deliveries: byEndpoint('t.endpoint_id'),
  webhook_attempts: byEndpoint(
    '(select endpoint_id from webhook_deliveries where webhook_deliveries.id = t.delivery_id)',
  ),
};

/** Which rows everybody may read: what hangs on an open video, and what is no tenant's. */
export const OPEN: Partial<Record<Table, string>> = {
  users: 'true',
  categories: 'true',
  system_assets: 't.is_active',
  market_assets: 't.is_public and t.deleted_at is null',
  tags: 't.organization_id is null and not t.is_hidden',
  videos: isOpenVideo('t.id'),
  chapters: isOpenVideo('t.video_id'),
  comments: `t.deleted_at is null and ${isOpenVideo('t.video_id')}`,
  reactions: isOpenVideo('t.video_id'),
  screenings: isOpenVideo('t.video_id'),
  transcripts: isOpenVideo('t.video_id'),
  transcript_cues: isOpenVideo('(select video_id from transcripts where transcripts.id = t.transcript_id)'),
  video_tags: isOpenVideo('t.video_id'),
  video_categories: isOpenVideo('t.video_id'),
  video_approvals: isOpenVideo('t.video_id'),
};

/** Whose a row is besides: people who may see it wherever it stands. */
export const OWN: Partial<Record<Table, string>> = {
  likes: 't.user_id',
  video_progress: 't.user_id',
  uploads: 't.user_id',
  video_edits: 't.edited_by',
  audit_events: 't.user_id',
  screening_attendees: 't.user_id, (select host_id from screenings where screenings.id = t.screening_id)',
};
