import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows, type Anchors, type Row, type Table } from './rows.ts';

const own = tenantsDatabase();
// Out of the way of the rows inserted below.
const EMPTIED = [
  'chapters',
  'likes',
  'reactions',
  'video_progress',
  'room_watermarks',
  'screening_attendees',
];
beforeAll(async () => {
  for (const table of EMPTIED) await own.superuser.query(`delete from ${table}`);
});

const actorNamed = (name: string): Actor => {
  if (name === 'anonymous' || name.startsWith('service:'))
    return { role: name as Actor['role'], userId: null };
  return { role: name === 'guest' ? 'guest' : 'registered', userId: own.idOf(name) };
};

/** Tries to insert a valid row with these values (names of rows stand for their ids). */
const adds = (actor: string, table: Table, values: Row): Promise<'taken' | 'refused'> => {
  const named = Object.entries(values).map(([key, value]) => [
    key,
    own.tenants.ids.get(String(value)) ?? value,
  ]);
  const row = { ...validRows({} as Anchors)[table](), ...Object.fromEntries(named) };
  return tryAs(own.app, actorNamed(actor), () =>
    orRefusal(insert(own.app, table, row).then(() => 'taken' as const)),
  );
};

const EVERYONE = [
  'anonymous',
  'guest',
  'stranger',
  'member',
  'author',
  'admin',
  'owner',
  'service:room',
  'service:media',
  'service:cron',
];

/** Of everyone, those whose row is taken. */
const whoAdds = async (table: Table, values: (actor: string) => Row): Promise<string[]> => {
  const takers: string[] = [];
  for (const actor of EVERYONE) if ((await adds(actor, table, values(actor))) === 'taken') takers.push(actor);
  return takers;
};
/** A person's own name; for the others somebody's, so that the row is whole. */
const self = (actor: string) => (own.tenants.ids.has(actor) ? actor : 'member');

describe('who may add', () => {
  test('a video in one’s organization, in one’s own name', async () => {
    const row = (actor: string) => ({ organization_id: 'first', author_id: self(actor) });
    expect(await whoAdds('videos', row)).toEqual(['member', 'author', 'admin', 'owner', 'service:media']);
    expect(await adds('owner', 'videos', { ...row('owner'), author_id: 'author' })).toBe('refused');
    for (const made of [{ like_count: 1 }, { comment_count: 1 }, { view_count: 1 }, { is_featured: true }])
      expect(await adds('owner', 'videos', { ...row('owner'), ...made })).toBe('refused');
  });

  test('chapters of a video one manages', async () => {
    const row = () => ({ video_id: 'shared' });
    expect(await whoAdds('chapters', row)).toEqual(['author', 'admin', 'owner', 'service:media']);
    expect(await adds('author', 'chapters', { video_id: 'gone' })).toBe('refused');
  });

  test('an upload of one’s own for a video one manages', async () => {
    const row = (actor: string) => ({ video_id: 'shared', user_id: self(actor) });
    expect(await whoAdds('uploads', row)).toEqual(['author', 'admin', 'owner', 'service:media']);
    expect(await adds('admin', 'uploads', { video_id: 'shared', user_id: 'author' })).toBe('refused');
  });

  test('comments, likes, reactions, screenings, attendance, watermarks: the room only', async () => {
    const room = ['service:room'];
    const video = { video_id: 'open' };
    expect(await whoAdds('comments', (actor) => ({ ...video, author_id: self(actor) }))).toEqual(room);
    expect(await whoAdds('likes', (actor) => ({ ...video, user_id: self(actor) }))).toEqual(room);
    expect(await whoAdds('reactions', () => video)).toEqual(room);
    expect(await whoAdds('screenings', (actor) => ({ ...video, host_id: self(actor) }))).toEqual(room);
    expect(await whoAdds('room_watermarks', () => video)).toEqual(room);
    expect(
      await whoAdds('screening_attendees', (actor) => ({
        screening_id: 'screening of open',
        user_id: self(actor),
      })),
    ).toEqual(room);
    expect(await adds('service:room', 'comments', { ...video, author_id: 'guest', like_count: 1 })).toBe(
      'refused',
    );
  });

  test('a watch link, in one’s own name and unused, to a video one manages', async () => {
    const row = (actor: string) => ({ video_id: 'shared', created_by: self(actor) });
    expect(await whoAdds('watch_links', row)).toEqual(['author', 'admin', 'owner']);
    const others = [
      { created_by: 'author' },
      { use_count: 1 },
      { revoked_at: '2026-01-01' },
      { video_id: 'gone' },
    ];
    for (const values of others)
      expect(await adds('admin', 'watch_links', { ...row('admin'), ...values })).toBe('refused');
  });

  test('progress of one’s own, in a video one sees', async () => {
    const row = (actor: string) => ({ video_id: 'shared', user_id: self(actor) });
    expect(await whoAdds('video_progress', row)).toEqual([
      'member',
      'author',
      'admin',
      'owner',
      'service:room',
    ]);
    expect(await adds('member', 'video_progress', { video_id: 'shared', user_id: 'author' })).toBe('refused');
  });

  test('an organization: nobody but by the function; members: its administrators, owners only its owners', async () => {
    expect(await whoAdds('organizations', () => ({ kind: 'team' }))).toEqual([]);
    const member = { organization_id: 'first', user_id: 'guest' };
    expect(await whoAdds('organization_members', () => member)).toEqual(['admin', 'owner']);
    expect(await whoAdds('organization_members', () => ({ ...member, role: 'OWNER' }))).toEqual(['owner']);
  });

  test('channels and series: administrators; oneself to a channel: members', async () => {
    const row = () => ({ organization_id: 'first' });
    expect(await whoAdds('channels', row)).toEqual(['admin', 'owner']);
    expect(await whoAdds('series', row)).toEqual(['admin', 'owner']);
    expect(await adds('admin', 'channels', { ...row(), member_count: 1 })).toBe('refused');
    const entry = { organization_id: 'first', channel_id: 'channel of first' };
    expect(await whoAdds('channel_members', () => ({ ...entry, user_id: 'author' }))).toEqual([
      'author',
      'admin',
      'owner',
    ]);
  });

  test('accounts: nobody of the product’s requests', async () => {
    const row = () => ({ user_id: 'guest' });
    for (const table of ['identities', 'sessions'] as const) expect(await whoAdds(table, row)).toEqual([]);
    for (const table of ['users', 'verifications'] as const)
      expect(await whoAdds(table, () => ({}))).toEqual([]);
  });
});
