import type { Client } from 'pg';

export interface Size {
  organizations: number;
  videos: number;
  /** How many of each kind the first organization, its owner and the probed video have; as many are spread over all others. */
  each: number;
}

/** Whom and what the lists are asked for: the owner of the first organization, and what there is most of. */
export interface Cast {
  owner: string;
  session: string;
  organization: string;
  channel: string;
  series: string;
  video: string;
  head: string;
  comment: string;
  link: string;
  endpoint: string;
  delivery: string;
  upload: string;
  asset: string;
  offer: string;
  key: string;
  screening: string;
  verification: string;
}

const PEOPLE = `
  insert into users (name, email) select 'Person ' || md5(i::text), 'p' || i || '@lists.test' from generate_series(1, :each + :organizations) i;
  insert into organizations (name, slug, created_at) select 'Organization ' || i, 'lists-' || i, now() - i * interval '1 hour' from generate_series(1, :organizations) i;
  create temp table people as select id, row_number() over (order by email) as n from users where email like '%@lists.test';
  create temp table tenants as
    select substring(slug from 7)::int as n, o.id as organization, people.id as person, gen_random_uuid() as channel, gen_random_uuid() as series
    from organizations o join people on people.n = substring(slug from 7)::int where slug like 'lists-%';
  create unique index on tenants (n);
  -- Row i is the first tenant's when even, somebody's otherwise.
  create temp table spread as select i, tenants.*, now() - i * interval '1 minute' as at, encode(sha256(i::text::bytea), 'hex') as hash
    from generate_series(1, 2 * :each) i join tenants on n = case when i % 2 = 0 then 1 else 1 + i % :organizations end;
  create temp table first as select * from tenants where n = 1;
  insert into organization_members (organization_id, user_id, role, created_at) select organization, person, 'OWNER', now() - interval '1 year' from tenants;
  insert into organization_members (organization_id, user_id, role, created_at)
    select organization, id, case when people.n % 1000 = 0 then 'ADMIN' else 'MEMBER' end::organization_role, now() - people.n * interval '1 minute'
    from people, first where person <> id and people.n <= :each;
  insert into organization_members (organization_id, user_id) select organization, first_person from tenants, (select person as first_person from first) f where n between 2 and 100;
  insert into invitations (organization_id, email, token_hash, invited_by, expires_at, created_at)
    select organization, 'i' || i || '@lists.test', hash, person, now(), at from spread;
  insert into api_keys (user_id, name, prefix, key_hash, scopes, created_at)
    select case when i <= 50 then f.person else spread.person end, 'k', 'k', hash, '{videos:read}', at from spread, (select person from first) f where i <= 50 or spread.n > 1;
  insert into sessions (user_id, token, expires_at, last_accessed_at)
    select case when i <= 50 then f.person else spread.person end, hash, now() + (i - 20) * interval '1 minute', at from spread, (select person from first) f where i <= 50 or spread.n > 1;
  insert into verifications (identifier, value, expires_at) select 'sign-up:' || i, '{}', now() + (i - 20) * interval '1 minute' from spread;
  insert into idempotency_keys (user_id, key, request_hash, expires_at) select person, i, hash, now() + (i - 20) * interval '1 minute' from spread;
  insert into audit_events (organization_id, actor_id, actor_role, action, subject_type, subject_id, user_id, created_at)
    select case when i % 8 = 0 then null else organization end, case when i % 3 = 0 then person end, 'registered',
      case when i % 1000 = 2 then 'member.removed' else 'video.visibility-changed' end, 'videos', gen_random_uuid(), case when i % 6 < 3 then person end, at from spread`;

const LIBRARY = `
  insert into channels (id, organization_id, name, slug) select channel, organization, 'c', 'c' from tenants;
  insert into channels (organization_id, name, slug) select organization, 'c', 'c-' || i from spread;
  insert into channel_members (channel_id, organization_id, user_id, created_at)
    select f.channel, f.organization, m.user_id, m.created_at from organization_members m join first f on f.organization = m.organization_id;
  insert into channel_members (channel_id, organization_id, user_id) select channel, organization, person from tenants where n > 1;
  insert into series (id, organization_id, name, created_at) select series, organization, 's', now() from tenants;
  insert into series (organization_id, name, created_at) select organization, 's', at from spread;
  insert into tags (organization_id, name) select organization, 'tag ' || md5(i::text) from spread union all select null, 'tag ' || i from generate_series(1, :each) i;
  insert into categories (name) select 'category ' || i from generate_series(1, 60) i;
  insert into videos (short_id, title, organization_id, author_id, channel_id, series_id, series_position, visibility, processing_status, created_at, deleted_at, archived_at, sharing_changed_at)
    select lpad(i::text, 11, '-'), 'video ' || i, organization, person, channel, case when i % 10 = 0 then series end, i,
      (array['public', 'unlisted', 'organization', 'private']::video_visibility[])[1 + i / 2 % 4], 'complete', now() - i * interval '1 minute',
      case when i % (4 * greatest(1, :videos / 10000)) = 2 and i > 2 then now() - i % 31 * interval '1 day' - i * interval '1 second' end, null, now() - i * interval '1 minute'
    from generate_series(1, :videos) i join tenants on n = case when i % 2 = 0 then 1 else 1 + i % :organizations end;
  create temp table probe as select * from videos where short_id = '----------2';
  create temp table filmed as select v.*, substring(short_id from '[0-9]+$')::int as i from videos v where short_id like '--%';
  insert into videos (short_id, title, organization_id, author_id, version_of, version_number, processing_status, is_latest)
    select 'v' || lpad(n::text, 10, '-'), title, organization_id, author_id, id, n, 'complete', n = 100 from probe, generate_series(2, 100) n;
  insert into video_tags (video_id, tag_id) select probe.id, t.id from probe, (select id from tags limit 20) t;
  insert into transcripts (video_id, language, is_default) select id, 'en', true from filmed;
  insert into transcript_cues (transcript_id, position, start_seconds, end_seconds, text)
    select t.id, n, n, n + 1, 'word' from transcripts t join probe on probe.id = video_id, generate_series(1, :each) n
    union all select id, 1, 0, 1, 'word' from transcripts where video_id <> (select id from probe);
  insert into chapters (video_id, title, start_seconds, end_seconds, position)
    select probe.id, 'ch', n, n + 1, n from probe, generate_series(1, 200) n
    union all select id, 'ch', 0, 1, 1 from filmed where i <> 2;
  insert into uploads (user_id, video_id, length_bytes, storage_key, expires_at, completed_at)
    select author_id, id, 1, 'k' || i, now() + (i - 20) * interval '1 minute', case when i % 2 = 0 then now() end from filmed;
  insert into user_assets (asset_id, user_id, organization_id, display_name, original_filename, mime_type, asset_type, usage_count, created_at, last_used_at, uploaded_at, deleted_at, storage_key, source)
    select 'a' || i, person, organization, md5(i::text), 'f', 'image/png', 'image', i % 100, at, case when i % 3 = 0 then at end, case when i > 20 then at end,
      case when i % 40 = 0 then at - i % 60 * interval '1 day' end, 'assets/' || i, case when i % 10 = 0 then 'generation' else 'upload' end::asset_origin from spread;
  insert into market_assets (creator_id, display_name, mime_type, asset_type, is_public, usage_count, created_at, deleted_at, storage_key)
    select person, md5(i::text), 'image/png', 'image', true, i % 100, at, case when i % 40 = 0 then at - i % 60 * interval '1 day' end, 'market/' || i from spread;
  insert into system_assets (system_id, display_name, mime_type, asset_type, usage_count, created_at)
    select 's' || i, md5(i::text), 'image/png', 'image', i % 100, at from spread where i <= 300;
  insert into released_objects (storage_key, created_at) select 'assets/' || i, at from spread`;

const AROUND = `
  insert into comments (video_id, author_id, content, position_seconds, created_at, deleted_at)
    select probe.id, person, 'c', i, at, case when i % 50 = 0 then at end from probe, spread
    union all select id, author_id, 'c', 1, created_at, null from filmed;
  insert into comments (video_id, author_id, content, parent_id, created_at)
    select video_id, author_id, 'reply', c.id, now() - n * interval '1 second' from (select * from comments where deleted_at is not null order by order_ms limit 20) c, generate_series(1, 20) n;
  insert into comments (video_id, author_id, content, parent_id, created_at)
    select video_id, author_id, 'reply', c.id, now() - n * interval '1 second' from (select * from comments where deleted_at is null and parent_id is null order by order_ms desc limit 1) c, generate_series(1, 500) n;
  insert into likes (user_id, comment_id) select t.person, c.id from comments c, tenants t where t.n = 2 or (t.n = 1 and c.id::text < '2');
  insert into likes (user_id, video_id) select t.person, v.id from filmed v, tenants t where t.n = 2 or (t.n = 1 and v.i % 10 = 2);
  insert into video_progress (user_id, video_id, last_watched_at) select f.person, v.id, v.created_at from filmed v, first f;
  insert into reactions (video_id, second, emoji, count) select probe.id, n, '🎉'::reaction_emoji, 1 from probe, generate_series(1, 2000) n
    union all select id, 1, '🎉', 1 from filmed where i <> 2;
  insert into screenings (short_id, video_id, host_id, started_at) select 's' || lpad(i::text, 10, '_'), id, author_id, created_at from filmed;
  insert into screening_attendees (screening_id, user_id) select s.id, f.person from screenings s, first f;
  insert into room_watermarks (video_id, epoch, flushed_seq, updated_at) select id, 1, 1, created_at from filmed;
  insert into room_seats (credential_id, user_id, video_id, ended_at)
    select gen_random_uuid(), t.person, v.id, case when v.i % 50 = 0 then now() end from filmed v, tenants t where t.n <= 3;
  insert into watch_links (video_id, created_by, role, token_hash, created_at, expires_at, revoked_at)
    select probe.id, spread.person, 'view'::link_role, hash, at, at + interval '30 days', case when i % 3 = 0 then at end from probe, spread
    union all select id, author_id, 'view', encode(sha256(id::text::bytea), 'hex'), created_at, null, null from filmed;
  insert into watch_link_views (link_id, created_at) select l.id, at from (select w.* from watch_links w join probe on probe.id = video_id order by w.created_at desc limit 1) l, spread
    union all select id, created_at from watch_links;
  insert into video_approvals (video_id, user_id, status, created_at) select probe.id, person, 'approved'::approval_status, at from probe, spread
    union all select id, author_id, 'approved', created_at from filmed;
  insert into webhook_endpoints (organization_id, url, sealed_secret, created_at) select organization, 'https://hook.test', 's', at from spread where n > 1 or i <= 40;
  insert into webhook_messages (organization_id, type, data, created_at) select organization, case when i % 2000 = 2 then 'video.deleted' else 'video.created' end, '{}', at from spread;
  create temp table hook as select e.* from webhook_endpoints e join first on organization = organization_id order by created_at desc limit 1;
  insert into webhook_deliveries (endpoint_id, message_id, status, created_at, next_attempt_at, delivered_at)
    select hook.id, m.id, case when type = 'video.deleted' then 'failed' else 'delivered' end::webhook_delivery_status, m.created_at,
      case when m.created_at > now() - interval '20 minutes' then m.created_at end, m.created_at
    from webhook_messages m join hook using (organization_id);
  insert into webhook_deliveries (endpoint_id, message_id, status, created_at, delivered_at)
    select distinct on (m.id) e.id, m.id, 'delivered'::webhook_delivery_status, m.created_at, m.created_at
    from webhook_messages m join webhook_endpoints e using (organization_id) where organization_id <> (select organization from first);
  insert into webhook_attempts (delivery_id, response_status, duration_ms, created_at) select id, 200, 1, created_at from webhook_deliveries`;

const CAST = `
  select f.person as owner, f.organization, f.channel, f.series, probe.id as video,
    (select id from sessions where user_id = f.person order by expires_at desc limit 1) as session, probe.id as head,
    (select parent_id from comments where parent_id is not null order by created_at limit 1) as comment,
    (select link_id from watch_link_views group by 1 order by count(*) desc limit 1) as link,
    hook.id as endpoint, (select id from webhook_deliveries where endpoint_id = hook.id limit 1) as delivery,
    (select id from uploads where user_id = f.person limit 1) as upload,
    (select id from user_assets where user_id = f.person and deleted_at is null limit 1) as asset,
    (select id from market_assets where deleted_at is null limit 1) as offer,
    (select id from api_keys where user_id = f.person limit 1) as key,
    (select short_id from screenings limit 1) as screening, (select id from verifications limit 1) as verification
  from first f, probe, hook`;

/** As superuser and without a trigger: what is measured is reading. `onProgress` is told the share that is done, and of what. */
export async function fillLists(
  superuser: Client,
  size: Size,
  onProgress: (share: number, what: string) => void = () => undefined,
): Promise<Cast> {
  const sized = (sql: string): string =>
    sql.replaceAll(/:(organizations|videos|each)\b/g, (_, name: keyof Size) => String(size[name]));
  await superuser.query('set session_replication_role = replica; set synchronous_commit = off');
  const statements = [PEOPLE, LIBRARY, AROUND].flatMap((step) => step.split(/;\n/));
  for (const [index, statement] of statements.entries()) {
    await superuser.query(sized(statement));
    onProgress((0.9 * (index + 1)) / statements.length, 'rows');
  }
  await superuser.query('set session_replication_role = origin');
  // What a GIN index has not sorted in yet makes it dear.
  await superuser.query('vacuum analyze');
  onProgress(1, 'statistics');
  const { rows } = await superuser.query<Cast>(CAST);
  if (!rows[0]) throw new Error('No cast.');
  return rows[0];
}
