import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { Actor } from '#worker/db/actor.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { insertTenants, type Tenants } from './tenants.ts';

let database: TestDatabase;
let client: Client;
let tenants: Tenants;

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = await connectAs('postgres', database);
  tenants = await insertTenants(superuser);
  await superuser.end();
  client = await connectAs('lockstep_app', database);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const VIDEOS = ['foreign', 'gone', 'open', 'secret', 'shared', 'unlisted'];
const KEPT = ['open', 'secret', 'shared', 'unlisted'];
const on = (prefix: string, videos: string[]) => videos.map((video) => `${prefix} ${video}`).sort();
const in1st = (...users: string[]) => users.map((user) => `${user} in first`);
const comments = [...on('comment on', VIDEOS), ...on('deleted comment on', VIDEOS)].sort();

/** Every table, and a column of it that the product may write. */
const COLUMNS = {
  organizations: 'name',
  organization_members: 'role',
  channels: 'name',
  channel_members: undefined,
  series: 'name',
  videos: 'title',
  uploads: 'offset_bytes',
  chapters: 'title',
  comments: 'content',
  likes: undefined,
  video_progress: 'completed',
  screenings: 'ended_at',
  screening_attendees: 'left_at',
  room_watermarks: 'epoch',
} as const;
type Reach = Partial<Record<keyof typeof COLUMNS, string[] | 'refused'>>;

const tenantReach = (tenant: string): Reach => ({
  organizations: [tenant],
  channels: [`channel of ${tenant}`],
  series: [`series of ${tenant}`],
});
const firstReach: Reach = { ...tenantReach('first'), videos: KEPT, chapters: on('chapter of', KEPT) };

/** What an update, and a delete, of the whole table without any where reaches; nothing where nothing is said. */
const REACH: { name: string; update: Reach; remove: Reach }[] = [
  { name: 'anonymous', update: {}, remove: {} },
  {
    name: 'guest',
    // Refused since some of the guest's own progress is in videos no longer shown to it.
    update: { video_progress: 'refused' },
    remove: { video_progress: on('progress in', VIDEOS) },
  },
  {
    name: 'member',
    update: {},
    remove: { organization_members: in1st('member'), channel_members: ['member in channel'] },
  },
  {
    name: 'author',
    // Refused since one of the author's own uploads is of a deleted video.
    update: { videos: KEPT, chapters: on('chapter of', KEPT), uploads: 'refused' },
    remove: {
      chapters: on('chapter of', KEPT),
      uploads: on('upload of', ['gone', ...KEPT]),
      organization_members: in1st('author'),
    },
  },
  {
    name: 'admin',
    update: { ...firstReach, organization_members: in1st('admin', 'author', 'member') },
    remove: {
      ...firstReach,
      organizations: [],
      videos: [],
      organization_members: in1st('admin', 'author', 'member'),
      channel_members: ['member in channel'],
    },
  },
  {
    name: 'owner',
    update: { ...firstReach, organization_members: in1st('admin', 'author', 'member', 'owner') },
    remove: {
      ...firstReach,
      videos: [],
      organization_members: in1st('admin', 'author', 'member', 'owner'),
      channel_members: ['member in channel'],
    },
  },
  {
    name: 'stranger',
    update: {
      ...tenantReach('second'),
      organization_members: ['stranger in second'],
      videos: ['foreign'],
      chapters: ['chapter of foreign'],
      uploads: ['upload of foreign'],
    },
    remove: {
      ...tenantReach('second'),
      organization_members: ['stranger in second'],
      chapters: ['chapter of foreign'],
      uploads: ['upload of foreign'],
    },
  },
  {
    name: 'service:room',
    update: {
      comments,
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
      screening_attendees: on('guest at', VIDEOS),
      room_watermarks: on('watermark of', VIDEOS),
    },
    remove: {
      comments,
      likes: on('like of', VIDEOS),
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
      screening_attendees: on('guest at', VIDEOS),
      room_watermarks: on('watermark of', VIDEOS),
    },
  },
  {
    name: 'service:media',
    update: { videos: VIDEOS, uploads: on('upload of', VIDEOS), chapters: on('chapter of', VIDEOS) },
    remove: { videos: VIDEOS, uploads: on('upload of', VIDEOS), chapters: on('chapter of', VIDEOS) },
  },
  {
    name: 'service:cron',
    // It clears away; of these it writes none.
    update: { videos: VIDEOS, uploads: 'refused', video_progress: 'refused' },
    remove: {
      videos: VIDEOS,
      comments,
      uploads: on('upload of', VIDEOS),
      video_progress: on('progress in', VIDEOS),
      screenings: on('screening of', VIDEOS),
    },
  },
];

const actorNamed = (name: string): Actor => {
  if (name === 'anonymous' || name.startsWith('service:'))
    return { role: name as Actor['role'], userId: null };
  const userId = tenants.ids.get(name) ?? '';
  return { role: name === 'guest' ? 'guest' : 'registered', userId };
};

const reached = (actor: string, sql: string): Promise<string[] | 'refused'> =>
  tryAs(client, actorNamed(actor), () =>
    orRefusal(
      client
        .query<{ id: string }>(sql)
        .then(({ rows }) => rows.map(({ id }) => tenants.names.get(id) ?? id).sort()),
    ),
  );

describe.each(REACH)('$name reaches', ({ name, update, remove }) => {
  test.each(Object.entries(COLUMNS))('of %s only its own', async (table, column) => {
    const key = table as keyof typeof COLUMNS;
    const deleted = await reached(name, `delete from ${table} returning id`);
    expect(deleted).toEqual(remove[key] ?? []);
    if (!column) return expect(await reached(name, `update ${table} set id = id`)).toBe('refused');
    const updated = await reached(name, `update ${table} set ${column} = ${column} returning id`);
    expect(updated).toEqual(update[key] ?? []);
  });

  test('no account, no counter, and nothing that decides whose a row is', async () => {
    for (const table of ['users', 'identities', 'sessions', 'verifications'])
      for (const sql of [`delete from ${table}`, `update ${table} set created_at = now()`])
        expect(await reached(name, sql)).toBe('refused');
    for (const column of [
      'like_count',
      'comment_count',
      'view_count',
      'author_id',
      'organization_id',
      'short_id',
      'is_featured',
    ])
      expect(await reached(name, `update videos set ${column} = ${column}`)).toBe('refused');
    for (const column of ['like_count', 'author_id', 'video_id', 'parent_id'])
      expect(await reached(name, `update comments set ${column} = ${column}`)).toBe('refused');
    expect(await reached(name, 'update channels set member_count = 0')).toBe('refused');
    expect(await reached(name, 'update organization_members set user_id = user_id')).toBe('refused');
  });
});
