import { sql, type SQL } from 'drizzle-orm';

/** What of a row is taken along, in the words of the API. Named one by one: no secret comes in by itself. */
export interface Section {
  type: string;
  /** SQL that gives `id`, `row` and when it was made; of what hangs on videos `video_id` instead of that. */
  select: (scope: SQL) => SQL;
}

const moments = sql.raw(`'createdAt', t.created_at, 'updatedAt', t.updated_at`);

/** What belongs to an organization; `scope` is its id. */
export const OF_ORGANIZATION: Section[] = [
  {
    type: 'organization',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('name', t.name, 'slug', t.slug, 'description', t.description,
        'logoUrl', t.logo_url, 'kind', t.kind, 'settings', t.settings, ${moments}) as row
      from organizations t where t.id = ${scope}`,
  },
  {
    type: 'member',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('userId', t.user_id, 'name', users.name, 'role', t.role, ${moments}) as row
      from organization_members t join users on users.id = t.user_id where t.organization_id = ${scope}`,
  },
  {
    type: 'invitation',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('email', t.email, 'role', t.role, 'invitedBy', t.invited_by,
        'maxUses', t.max_uses, 'useCount', t.use_count, 'expiresAt', t.expires_at, 'acceptedAt', t.accepted_at,
        'revokedAt', t.revoked_at, ${moments}) as row
      from invitations t where t.organization_id = ${scope}`,
  },
  {
    type: 'channel',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('name', t.name, 'slug', t.slug, 'description', t.description, ${moments}) as row
      from channels t where t.organization_id = ${scope}`,
  },
  {
    type: 'channel-member',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('channelId', t.channel_id, 'userId', t.user_id,
        'createdAt', t.created_at) as row
      from channel_members t where t.organization_id = ${scope}`,
  },
  {
    type: 'series',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('name', t.name, 'description', t.description, ${moments}) as row
      from series t where t.organization_id = ${scope}`,
  },
  {
    type: 'tag',
    select: (scope) => sql`
      select t.id, t.created_at, jsonb_build_object('name', t.name, 'description', t.description, 'color', t.color,
        'isActive', t.is_active, ${moments}) as row
      from tags t where t.organization_id = ${scope}`,
  },
];

/** Assets belong to people, each seen by its owner: for the organization's owner they are read by the clean-up's eyes. */
export const assetsOf = (owner: 'organization_id' | 'user_id'): Section => ({
  type: 'asset',
  select: (scope) => sql`
    select t.id, t.created_at, jsonb_build_object('assetId', t.asset_id, 'userId', t.user_id, 'displayName', t.display_name,
      'originalFilename', t.original_filename, 'mimeType', t.mime_type, 'assetType', t.asset_type,
      'fileSizeBytes', t.file_size_bytes, 'durationSeconds', t.duration_seconds, 'dimensions', t.dimensions,
      'userTags', t.user_tags, 'source', t.source, 'usageCount', t.usage_count, ${moments}) as row
    from user_assets t where ${sql.identifier(owner)} = ${scope} and t.deleted_at is null`,
});

/** Videos of an organization or of an author; their media stands at an address, which those may open who may watch. */
export const videosOf = (origin: string, owner: 'organization_id' | 'author_id'): Section => ({
  type: 'video',
  select: (scope) => sql`
    select t.id, t.created_at, jsonb_build_object('shortId', t.short_id, 'url', ${`${origin}/v/`}::text || t.short_id,
      'mediaUrl', ${`${origin}/api/videos/`}::text || t.short_id, 'title', t.title, 'description', t.description,
      'authorId', t.author_id, 'channelId', t.channel_id, 'seriesId', t.series_id,
      'seriesPosition', t.series_position, 'visibility', t.visibility, 'durationSeconds', t.duration_seconds,
      'fileSizeBytes', t.file_size_bytes, 'mimeType', t.mime_type, 'width', t.width, 'height', t.height,
      'tags', t.tags, 'metadata', t.metadata, 'versionOf', t.version_of, 'versionNumber', t.version_number,
      'viewCount', t.view_count, 'likeCount', t.like_count, 'processingStatus', t.processing_status) || jsonb_build_object(
      'tagIds', (select coalesce(jsonb_agg(tag_id), '[]') from video_tags where video_id = t.id),
      'categoryIds', (select coalesce(jsonb_agg(category_id), '[]') from video_categories where video_id = t.id),
      'publishedAt', t.published_at, 'archivedAt', t.archived_at, ${moments}) as row
    from videos t where ${sql.identifier(owner)} = ${scope} and t.deleted_at is null`,
});

/** What hangs on videos; `scope` is an array of their ids. */
export const OF_VIDEOS: Section[] = [
  {
    type: 'chapter',
    select: (scope) => sql`
      select t.id, t.video_id, jsonb_build_object('title', t.title, 'description', t.description,
        'startSeconds', t.start_seconds, 'endSeconds', t.end_seconds, 'position', t.position, ${moments}) as row
      from chapters t where t.video_id = any (${scope})`,
  },
  {
    type: 'comment',
    select: (scope) => sql`
      select t.id, t.video_id, jsonb_build_object('parentId', t.parent_id, 'chapterId', t.chapter_id,
        'authorId', t.author_id, 'content', t.content, 'positionSeconds', t.position_seconds,
        'endSeconds', t.end_seconds, 'frame', t.frame, 'drawing', t.drawing, 'mentionedIds', t.mentioned_ids, 'isEdited', t.is_edited,
        'resolvedAt', t.resolved_at, 'likeCount', t.like_count, ${moments}) as row
      from comments t where t.video_id = any (${scope}) and t.deleted_at is null`,
  },
  {
    type: 'transcript',
    select: (scope) => sql`
      select t.id, t.video_id, jsonb_build_object('language', t.language, 'origin', t.origin,
        'isDefault', t.is_default, ${moments}) as row
      from transcripts t where t.video_id = any (${scope})`,
  },
  {
    type: 'transcript-cue',
    select: (scope) => sql`
      select t.id, transcripts.video_id, jsonb_build_object('transcriptId', t.transcript_id, 'position', t.position,
        'startSeconds', t.start_seconds, 'endSeconds', t.end_seconds, 'text', t.text) as row
      from transcript_cues t join transcripts on transcripts.id = t.transcript_id
      where transcripts.video_id = any (${scope})`,
  },
  {
    type: 'link',
    select: (scope) => sql`
      select t.id, t.video_id, jsonb_build_object('role', t.role, 'label', t.label, 'guests', t.guests,
        'createdBy', t.created_by, 'hasPassword', t.password_hash is not null, 'expiresAt', t.expires_at,
        'maxUses', t.max_uses, 'useCount', t.use_count, 'revokedAt', t.revoked_at, ${moments}) as row
      from watch_links t where t.video_id = any (${scope})`,
  },
  {
    type: 'approval',
    select: (scope) => sql`
      select t.id, t.video_id, jsonb_build_object('userId', t.user_id, 'status', t.status, 'note', t.note,
        'createdAt', t.created_at) as row
      from video_approvals t where t.video_id = any (${scope})`,
  },
];
