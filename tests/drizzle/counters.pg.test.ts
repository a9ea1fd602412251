import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { insert, insertAnchors, validRows, type Anchors } from './rows.ts';

let database: TestDatabase;
let client: Client;
let at: Anchors;
const USERS = 6;
const VIDEOS = 3;

beforeAll(async () => {
  database = await createTestDatabase();
  client = new Client({ connectionString: database.superuserUrl });
  await client.connect();
  at = await insertAnchors(client);
  const rows = validRows(at);
  for (let index = 0; index < USERS; index += 1) {
    const user_id = await insert(client, 'users', { ...rows.users(), bio: `walker ${index}` });
    await insert(client, 'organization_members', { ...rows.organization_members(), user_id });
  }
  for (let index = 0; index < VIDEOS; index += 1)
    await insert(client, 'videos', { ...rows.videos(), description: `walked ${index}` });
  for (let index = 0; index < VIDEOS; index += 1) await insert(client, 'tags', rows.tags());
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

const user = (index: string) => `(select id from users where bio = 'walker ' || ${index})`;
const video = (index: string) => `(select id from videos where description = 'walked ' || ${index})`;

/** What can happen, each for some number `$1` (and users and videos picked by it); all in statements of many rows. */
const OPERATIONS: Record<string, string> = {
  postMany: `insert into comments (video_id, author_id, content)
    select v.id, ${user(`($1::int % ${USERS})`)}, 'x' from videos v, generate_series(1, 1 + $1::int % 3)`,
  reply: `insert into comments (video_id, author_id, content, parent_id)
    select video_id, author_id, 'y', id from comments order by id limit 1 + $1::int % 3`,
  softDelete: `update comments set deleted_at = now() where id in (select id from comments order by id offset $1::int % 7 limit 3)`,
  restore: `update comments set deleted_at = null where id in (select id from comments order by id offset $1::int % 5 limit 2)`,
  settle: `update comments set resolved_at = case when $1::int % 3 > 0 then now() end
    where id in (select id from comments where parent_id is null order by id offset $1::int % 6 limit 3)`,
  stack: `update videos v set version_of = case when $1::int % 4 > 0 then head.id end, version_number = (select max(version_number) + 1 from videos)
    from (select id from videos order by short_id limit 1) head
    where v.id = ${video(`($1::int % ${VIDEOS})`)} and v.id <> head.id and v.organization_id = ${'(select organization_id from videos where id = head.id)'}`,
  edit: `update comments set content = 'z' where $1::int is not null`,
  purge: `delete from comments c where id in (select id from comments order by id desc offset $1::int % 4 limit 2)
    and not exists (select from comments r where r.parent_id = c.id)`,
  likeVideos: `insert into likes (user_id, video_id) select u.id, v.id from users u, videos v
    where u.bio is not null and hashtext(u.bio || v.short_id) % 5 = $1::int % 5 on conflict do nothing`,
  likeComments: `insert into likes (user_id, comment_id) select u.id, c.id from users u, comments c
    where u.bio is not null and hashtext(u.bio || c.id::text) % 5 = $1::int % 5 on conflict do nothing`,
  unlike: `delete from likes where id in (select id from likes order by id offset $1::int % 9 limit 4)`,
  removeVideo: `delete from videos where id = ${video(`($1::int % ${VIDEOS})`)}`,
  removeUser: `delete from users where id = ${user(`($1::int % ${USERS})`)}`,
  joinChannel: `insert into channel_members (channel_id, organization_id, user_id)
    select c.id, c.organization_id, m.user_id from channels c join organization_members m using (organization_id)
    where hashtext(m.user_id::text) % 3 = $1::int % 3 on conflict do nothing`,
  tagVideos: `insert into video_tags (video_id, tag_id) select v.id, t.id from videos v join tags t using (organization_id)
    where hashtext(v.short_id || t.name) % 3 = $1::int % 3 on conflict do nothing`,
  untagVideos: `delete from video_tags where hashtext(video_id::text) % 3 = $1::int % 3`,
  removeTag: `delete from tags where id in (select id from tags order by id offset $1::int % 3 limit 1)`,
  storeFiles: `update videos set media_key = 'k', file_size_bytes = 1 + $1::int
    where hashtext(short_id) % 3 = $1::int % 3`,
  trashVideos: `update videos set deleted_at = now() where hashtext(short_id) % 4 = $1::int % 4`,
  bringBackVideos: `update videos set deleted_at = null where hashtext(short_id) % 2 = $1::int % 2`,
  moveVideo: `update videos set organization_id = (select id from organizations order by hashtext(id::text || $1::int) limit 1),
    channel_id = null, series_id = null, series_position = null
    where id = ${video(`($1::int % ${VIDEOS})`)} and not exists (select from video_tags where video_id = videos.id)
      and version_of is null and not exists (select from videos o where o.version_of = videos.id)`,
  storeAssets: `insert into user_assets (asset_id, user_id, organization_id, display_name, original_filename, mime_type,
      asset_type, file_size_bytes, uploaded_at)
    select gen_random_uuid(), u.id, o.id, 'a', 'a', 'image/png', 'image', 1 + $1::int,
      case when $1::int % 3 > 0 then now() end
    from organizations o cross join (select id from users where bio is not null limit 1) u`,
  finishAssets: `update user_assets set uploaded_at = now(), file_size_bytes = 2 + $1::int where uploaded_at is null`,
  trashAssets: `update user_assets set deleted_at = now() where hashtext(asset_id) % 3 = $1::int % 3`,
  purgeAssets: `delete from user_assets where deleted_at is not null and hashtext(asset_id) % 2 = $1::int % 2`,
  leaveOrganization: `delete from organization_members where user_id = ${user(`($1::int % ${USERS})`)}`,
};

/** Every counter that differs from what its source rows say. */
const miscounted = async () =>
  (
    await client.query(`
      select 'videos.like_count' as counter, id from videos v
        where like_count <> (select count(*) from likes where video_id = v.id)
      union all select 'videos.comment_count', id from videos v
        where comment_count <> (select count(*) from comments where video_id = v.id and deleted_at is null)
      union all select 'videos.open_comment_count', id from videos v
        where open_comment_count <> (select count(*) from comments
          where video_id = v.id and deleted_at is null and parent_id is null and resolved_at is null)
      union all select 'videos.version_count', id from videos v
        where version_count <> (select greatest(1, count(*)) from videos o
          where coalesce(o.version_of, o.id) = coalesce(v.version_of, v.id) and o.deleted_at is null)
      union all select 'comments.like_count', id from comments c
        where like_count <> (select count(*) from likes where comment_id = c.id)
      union all select 'channels.member_count', id from channels c
        where member_count <> (select count(*) from channel_members where channel_id = c.id)
      union all select 'organization_storage', id from organization_storage s
        where (video_bytes, asset_bytes, trash_bytes) <> (
          (select coalesce(sum(file_size_bytes), 0) from videos
            where organization_id = s.organization_id and media_key is not null and deleted_at is null),
          (select coalesce(sum(file_size_bytes), 0) from user_assets where organization_id = s.organization_id
            and uploaded_at is not null and market_asset_id is null and deleted_at is null),
          (select coalesce(sum(file_size_bytes), 0) from videos
            where organization_id = s.organization_id and media_key is not null and deleted_at is not null)
          + (select coalesce(sum(file_size_bytes), 0) from user_assets where organization_id = s.organization_id
            and uploaded_at is not null and market_asset_id is null and deleted_at is not null))
      union all select 'tags.usage_count', id from tags t
        where usage_count <> (select count(*) from video_tags where tag_id = t.id)`)
  ).rows;

test('after any operations the counters equal a recount', { timeout: 60_000 }, async () => {
  const operation = fc.tuple(fc.constantFrom(...Object.keys(OPERATIONS)), fc.nat({ max: 1000 }));
  let mostLikes = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(operation, { minLength: 5, maxLength: 25 }), async (operations) => {
      await client.query('begin');
      try {
        for (const [name, number] of operations) await client.query(OPERATIONS[name] ?? '', [number]);
        expect(await miscounted()).toEqual([]);
        const { rows } = await client.query<{ n: number }>('select max(like_count) as n from videos');
        mostLikes = Math.max(mostLikes, rows[0]?.n ?? 0);
      } finally {
        await client.query('rollback');
      }
    }),
    { numRuns: 60 },
  );
  expect(mostLikes).toBeGreaterThan(1);
});

test('one statement of many rows counts them all, in one update of the video', async () => {
  await client.query('begin');
  const before = await client.query('select xmin from videos where id = $1', [at.video]);
  await client.query(
    `insert into comments (video_id, author_id, content) select $1, $2, 'x' from generate_series(1, 500)`,
    [at.video, at.user],
  );
  const { rows } = await client.query('select comment_count, xmin from videos where id = $1', [at.video]);
  await client.query('rollback');
  expect(rows[0].comment_count).toBe(501);
  expect(rows[0].xmin).not.toEqual(before.rows[0].xmin);
});
