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

  const organize = async (organization: string, roles: Record<string, string>): Promise<Anchors> => {
    const at = { user: users.author, organization: await add(organization, 'organizations', {}) } as Anchors;
    for (const [user, role] of Object.entries(roles))
      await add(`${user} in ${organization}`, 'organization_members', { user_id: ids.get(user), role }, at);
    at.channel = await add(`channel of ${organization}`, 'channels', {}, at);
    at.series = await add(`series of ${organization}`, 'series', {}, at);
    return at;
  };
  const publish = async (name: string, row: Row, at: Anchors, host: string): Promise<void> => {
    at.video = await add(name, 'videos', row, at);
    at.screening = await add(`screening of ${name}`, 'screenings', { host_id: host }, at);
    await add(`upload of ${name}`, 'uploads', {}, at);
    await add(`chapter of ${name}`, 'chapters', {}, at);
    at.comment = await add(`comment on ${name}`, 'comments', { author_id: users.guest }, at);
    await add(`deleted comment on ${name}`, 'comments', { deleted_at: '2026-01-01' }, at);
    await add(`like of ${name}`, 'likes', { user_id: users.guest }, at);
    await add(`reaction to ${name}`, 'reactions', {}, at);
    await add(`progress in ${name}`, 'video_progress', { user_id: users.guest }, at);
    await add(`guest at ${name}`, 'screening_attendees', { user_id: users.guest }, at);
    await add(`link to ${name}`, 'watch_links', {}, at);
    await add(`watermark of ${name}`, 'room_watermarks', {}, at);
  };

  const first = await organize('first', {
    owner: 'OWNER',
    admin: 'ADMIN',
    member: 'MEMBER',
    author: 'MEMBER',
  });
  for (const [name, row] of Object.entries(VIDEOS)) await publish(name, row, first, users.member);
  await add('member in channel', 'channel_members', { user_id: users.member }, first);
  const second = await organize('second', { stranger: 'OWNER' });
  await publish(
    'foreign',
    { author_id: users.stranger },
    { ...second, user: users.stranger },
    users.stranger,
  );
  return { users, names, ids };
}
