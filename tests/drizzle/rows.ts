import { createHash, randomUUID } from 'node:crypto';
import type { Client } from 'pg';

export type Row = Record<string, unknown>;
export type Refused = { code: string; constraint: string | undefined };

let count = 0;
/** 11 URL-safe characters, another every time. */
export const nextShortId = (): string => `t${String((count += 1)).padStart(10, '-')}`;

const nextHash = (): string => createHash('sha256').update(nextShortId()).digest('hex');

/** Ids that the valid rows below point at. */
export type Anchors = Record<
  | 'user'
  | 'otherUser'
  | 'thirdUser'
  | 'fourthUser'
  | 'organization'
  | 'bareOrganization'
  | 'otherBareOrganization'
  | 'channel'
  | 'series'
  | 'video'
  | 'otherVideo'
  | 'chapter'
  | 'comment'
  | 'screening'
  | 'link'
  | 'tag'
  | 'category'
  | 'transcript'
  | 'endpoint'
  | 'otherEndpoint'
  | 'message'
  | 'heardMessage'
  | 'delivery'
  | 'userAsset'
  | 'systemAsset'
  | 'marketAsset',
  string
>;

/** For each table a row that breaks no rule, and that no other row stands in the way of. */
export const validRows = (at: Anchors) => ({
  users: (): Row => ({ name: 'Ada', email: `${nextShortId().replaceAll('-', '0')}@lockstep.test` }),
  identities: (): Row => ({ user_id: at.user, provider_id: 'credential', account_id: nextShortId() }),
  sessions: (): Row => ({ user_id: at.user, token: nextShortId(), expires_at: '2099-01-01' }),
  verifications: (): Row => ({ identifier: 'ada', value: '1', expires_at: '2099-01-01' }),
  organizations: (): Row => ({ name: 'Analytical', slug: nextShortId().replace(/-+/, '0') }),
  organization_members: (): Row => ({ organization_id: at.organization, user_id: at.otherUser }),
  organization_storage: (): Row => ({ organization_id: at.bareOrganization }),
  channels: (): Row => ({
    organization_id: at.organization,
    name: 'News',
    slug: nextShortId().replace(/-+/, '0'),
  }),
  channel_members: (): Row => ({
    channel_id: at.channel,
    organization_id: at.organization,
    user_id: at.user,
  }),
  series: (): Row => ({ organization_id: at.organization, name: 'Season 1' }),
  videos: (): Row => ({
    short_id: nextShortId(),
    title: 'Big Buck Bunny',
    organization_id: at.organization,
    author_id: at.user,
  }),
  uploads: (): Row => ({
    user_id: at.user,
    video_id: at.video,
    length_bytes: 10,
    storage_key: 'k',
    expires_at: '2099-01-01',
  }),
  video_edits: (): Row => ({ video_id: at.video, part: 'details', edited_by: at.user }),
  chapters: (): Row => ({
    video_id: at.video,
    title: 'Opening',
    start_seconds: 500,
    end_seconds: 510,
    position: 50,
  }),
  comments: (): Row => ({ video_id: at.video, author_id: at.user, content: 'Look!' }),
  likes: (): Row => ({ user_id: at.user, video_id: at.video }),
  reactions: (): Row => ({ video_id: at.video, second: 7, emoji: '🎉', count: 1 }),
  video_progress: (): Row => ({ user_id: at.user, video_id: at.video }),
  screenings: (): Row => ({ short_id: nextShortId(), video_id: at.video, host_id: at.user }),
  screening_attendees: (): Row => ({ screening_id: at.screening, user_id: at.user }),
  watch_links: (): Row => ({
    video_id: at.video,
    created_by: at.user,
    token_hash: nextHash(),
    role: 'view',
  }),
  room_watermarks: (): Row => ({ video_id: at.video, epoch: 1, flushed_seq: 1 }),
  room_seats: (): Row => ({ credential_id: randomUUID(), user_id: at.user, video_id: at.video }),
  watch_link_views: (): Row => ({ link_id: at.link, user_id: at.user }),
  video_approvals: (): Row => ({ video_id: at.video, user_id: at.user, status: 'approved' }),
  invitations: (): Row => ({
    organization_id: at.organization,
    email: `${nextShortId().replaceAll('-', '0')}@lockstep.test`,
    token_hash: nextHash(),
    invited_by: at.user,
    expires_at: '2099-01-01',
  }),
  api_keys: (): Row => ({
    user_id: at.user,
    name: 'Robot',
    prefix: 'lk_live_abcd',
    key_hash: nextHash(),
    scopes: '{videos:read}',
  }),
  audit_events: (): Row => ({
    organization_id: at.organization,
    actor_role: 'registered',
    action: 'member.added',
    subject_type: 'organization_members',
    subject_id: at.user,
  }),
  idempotency_keys: (): Row => ({
    user_id: at.user,
    key: nextShortId(),
    request_hash: nextHash(),
    expires_at: '2099-01-01',
  }),
  webhook_endpoints: (): Row => ({
    organization_id: at.organization,
    url: 'https://hooks.lockstep.test/',
    sealed_secret: 'sealed',
  }),
  webhook_messages: (): Row => ({ organization_id: at.organization, type: 'video.ready', data: '{}' }),
  webhook_deliveries: (): Row => ({ endpoint_id: at.endpoint, message_id: at.message }),
  webhook_attempts: (): Row => ({ delivery_id: at.delivery, duration_ms: 5 }),
  user_assets: (): Row => ({
    asset_id: nextShortId(),
    user_id: at.user,
    organization_id: at.organization,
    display_name: 'Dot.png',
    original_filename: 'Dot.png',
    mime_type: 'image/png',
    asset_type: 'image',
  }),
  system_assets: (): Row => ({
    system_id: nextShortId(),
    display_name: 'Bars',
    mime_type: 'image/png',
    asset_type: 'image',
  }),
  market_assets: (): Row => ({
    creator_id: at.user,
    display_name: 'Dot.png',
    mime_type: 'image/png',
    asset_type: 'image',
  }),
  asset_uses: (): Row => ({ user_id: at.user, user_asset_id: at.userAsset }),
  released_objects: (): Row => ({ storage_key: nextShortId() }),
  tags: (): Row => ({ organization_id: at.organization, name: nextShortId() }),
  categories: (): Row => ({ name: nextShortId() }),
  video_tags: (): Row => ({ video_id: at.video, tag_id: at.tag }),
  video_categories: (): Row => ({ video_id: at.video, category_id: at.category }),
  transcripts: (): Row => ({ video_id: at.video, language: 'de' }),
  transcript_cues: (): Row => ({
    transcript_id: at.transcript,
    position: 50,
    start_seconds: 1,
    end_seconds: 2,
    text: 'Look!',
  }),
});

export type Table = keyof ReturnType<typeof validRows>;

/** The rows that others point at: a video of 600 s by the owner of an organization, with a chapter and a comment. */
export async function insertAnchors(client: Client): Promise<Anchors> {
  const at = {} as Anchors;
  const rows = validRows(at);
  const keep = async (name: keyof Anchors, table: Table, more: Row = {}): Promise<void> => {
    at[name] = await insert(client, table, { ...rows[table](), ...more });
  };
  await keep('user', 'users');
  await keep('otherUser', 'users');
  await keep('thirdUser', 'users');
  await keep('fourthUser', 'users');
  await keep('organization', 'organizations');
  for (const user_id of [at.user, at.thirdUser])
    await insert(client, 'organization_members', {
      ...rows.organization_members(),
      user_id,
      role: 'OWNER',
    });
  await keep('bareOrganization', 'organizations');
  await keep('otherBareOrganization', 'organizations');
  // Each has its own from the beginning.
  const bare = [at.bareOrganization, at.otherBareOrganization];
  await client.query('delete from organization_storage where organization_id = any ($1)', [bare]);
  await keep('channel', 'channels');
  await keep('series', 'series');
  await keep('video', 'videos', { duration_seconds: 600 });
  await keep('otherVideo', 'videos');
  await keep('chapter', 'chapters', { start_seconds: 0, end_seconds: 10, position: 1 });
  await keep('comment', 'comments');
  await keep('screening', 'screenings');
  await keep('link', 'watch_links');
  await keep('tag', 'tags');
  await keep('category', 'categories');
  await keep('transcript', 'transcripts', { language: 'en' });
  await keep('endpoint', 'webhook_endpoints');
  await keep('otherEndpoint', 'webhook_endpoints');
  await keep('heardMessage', 'webhook_messages');
  await keep('delivery', 'webhook_deliveries', { message_id: at.heardMessage });
  await keep('message', 'webhook_messages');
  await keep('userAsset', 'user_assets');
  await keep('systemAsset', 'system_assets');
  await keep('marketAsset', 'market_assets');
  return at;
}

/** Tables without an id: what joins two others is known by both. */
const JOINING = new Set<Table>(['video_tags', 'video_categories']);

/** Inserts one row as it stands and gives its id. */
export async function insert(client: Client, table: Table, row: Row): Promise<string> {
  const withId: Row = JOINING.has(table) ? row : { id: randomUUID(), ...row };
  const columns = Object.keys(withId);
  const slots = columns.map((_, index) => `$${index + 1}`);
  await client.query(
    `insert into ${table} (${columns.join()}) values (${slots.join()})`,
    Object.values(withId),
  );
  return String(withId.id ?? '');
}

/** Why the database refused; undefined if it did not. Deferred rules are asked too. Leaves no trace. */
export async function refusalOf(client: Client, work: () => Promise<unknown>): Promise<Refused | undefined> {
  await client.query('savepoint attempt');
  try {
    await work();
    await client.query('set constraints all immediate');
    return undefined;
  } catch (error) {
    const { code, constraint } = error as Refused;
    if (code === undefined) throw error;
    return { code, constraint };
  } finally {
    await client.query('rollback to attempt; set constraints all deferred');
  }
}
