import type { Client } from 'pg';
import { insert, validRows, type Anchors, type Row, type Table } from './rows.ts';

/** Two tenants: the first with every kind of video, all written on by a guest; the second with one private video. */
export type Tenants = {
  users: Record<'owner' | 'admin' | 'member' | 'author' | 'stranger' | 'guest', string>;
  /** Row ids to what they are called in the tests, over all tables. */
  names: Map<string, string>;
  /** The names' ids. */
  ids: Map<string, string>;
};

const VIDEOS: Record<string, Row> = {
  open: { visibility: 'public' },
  unlisted: { visibility: 'unlisted' },
  shared: { visibility: 'organization' },
  secret: { visibility: 'private' },
  gone: { visibility: 'public', deleted_at: '2026-01-01' },
};

const WITHDRAWN: Row = { deleted_at: '2026-01-01' };

export async function insertTenants(client: Client): Promise<Tenants> {
  const names = new Map<string, string>();
  const ids = new Map<string, string>();
  const add = async (name: string, table: Table, row: Row, at: Partial<Anchors> = {}): Promise<string> => {
    const id = await insert(client, table, { ...validRows(at as Anchors)[table](), ...row });
    names.set(id, name);
    ids.set(name, id);
    return id;
  };
  const person = (name: string, row: Row = {}) => add(name, 'users', { name, ...row });
  const users = {
    owner: await person('owner'),
    admin: await person('admin'),
    member: await person('member'),
    author: await person('author'),
    stranger: await person('stranger'),
    guest: await person('guest', { account_type: 'guest', email: null }),
  };

  const category = await add('category', 'categories', {});
  const organize = async (organization: string, roles: Record<string, string>): Promise<Anchors> => {
    const at = { user: users.author, organization: await add(organization, 'organizations', {}) } as Anchors;
    for (const [user, role] of Object.entries(roles))
      await add(`${user} in ${organization}`, 'organization_members', { user_id: ids.get(user), role }, at);
    at.channel = await add(`channel of ${organization}`, 'channels', {}, at);
    at.series = await add(`series of ${organization}`, 'series', {}, at);
    at.tag = await add(`tag of ${organization}`, 'tags', {}, at);
    at.category = category;
    return at;
  };
  /** What an organization and its people keep to themselves, whatever its videos are. */
  const settle = async (organization: string, at: Anchors): Promise<void> => {
    await add(`invitation to ${organization}`, 'invitations', {}, at);
    await add(`audit of ${organization}`, 'audit_events', {}, at);
    await add(`key in ${organization}`, 'api_keys', {}, at);
    await add(`answer in ${organization}`, 'idempotency_keys', {}, at);
    await add(`identity in ${organization}`, 'identities', {}, at);
    await add(`session in ${organization}`, 'sessions', {}, at);
    at.endpoint = await add(`endpoint of ${organization}`, 'webhook_endpoints', {}, at);
    at.message = await add(`message of ${organization}`, 'webhook_messages', {}, at);
    at.delivery = await add(`delivery of ${organization}`, 'webhook_deliveries', {}, at);
    await add(`attempt of ${organization}`, 'webhook_attempts', {}, at);
    at.marketAsset = await add(`hidden offer of ${organization}`, 'market_assets', {}, at);
    await add(`offer of ${organization}`, 'market_assets', { is_public: true }, at);
    await add(`withdrawn offer of ${organization}`, 'market_assets', { ...WITHDRAWN, is_public: true }, at);
    at.userAsset = await add(`asset of ${organization}`, 'user_assets', {}, at);
    await add(`deleted asset of ${organization}`, 'user_assets', WITHDRAWN, at);
    await add(`use in ${organization}`, 'asset_uses', {}, at);
  };
  const publish = async (name: string, row: Row, at: Anchors, host: string): Promise<void> => {
    at.video = await add(name, 'videos', row, at);
    at.screening = await add(`screening of ${name}`, 'screenings', { host_id: host }, at);
    await add(`upload of ${name}`, 'uploads', {}, at);
    await add(`edit of ${name}`, 'video_edits', {}, at);
    await add(`chapter of ${name}`, 'chapters', {}, at);
    at.comment = await add(`comment on ${name}`, 'comments', { author_id: users.guest }, at);
    await add(`deleted comment on ${name}`, 'comments', { deleted_at: '2026-01-01' }, at);
    await add(`like of ${name}`, 'likes', { user_id: users.guest }, at);
    await add(`reaction to ${name}`, 'reactions', {}, at);
    await add(`progress in ${name}`, 'video_progress', { user_id: users.guest }, at);
    await add(`guest at ${name}`, 'screening_attendees', { user_id: users.guest }, at);
    at.link = await add(`link to ${name}`, 'watch_links', {}, at);
    await add(`seat at ${name}`, 'room_seats', { user_id: users.guest }, at);
    await add(`watermark of ${name}`, 'room_watermarks', {}, at);
    await add(`tag on ${name}`, 'video_tags', {}, at);
    await add(`category of ${name}`, 'video_categories', {}, at);
    at.transcript = await add(`transcript of ${name}`, 'transcripts', {}, at);
    await add(`cue of ${name}`, 'transcript_cues', {}, at);
    await add(`approval of ${name}`, 'video_approvals', {}, at);
    await add(`view of link to ${name}`, 'watch_link_views', { user_id: users.guest }, at);
  };

  const first = await organize('first', {
    owner: 'OWNER',
    admin: 'ADMIN',
    member: 'MEMBER',
    author: 'MEMBER',
  });
  for (const [name, row] of Object.entries(VIDEOS)) await publish(name, row, first, users.member);
  await add('member in channel', 'channel_members', { user_id: users.member }, first);
  await settle('first', first);
  const second = { ...(await organize('second', { stranger: 'OWNER' })), user: users.stranger };
  await publish('foreign', { author_id: users.stranger }, second, users.stranger);
  await add('stranger in channel', 'channel_members', { user_id: users.stranger }, second);
  await settle('second', second);
  await add('verification', 'verifications', {});
  await add('inactive system asset', 'system_assets', { is_active: false });
  await add('released object', 'released_objects', {});
  return { users, names, ids };
}
