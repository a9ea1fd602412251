import type { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import type { Actor } from '#worker/db/actor.ts';
import { connectAs, tryAs } from './connect-as.ts';

/** 20,000 videos of 200 organizations, half of them the first one's; one with 20,000 comments and 200 chapters. */
const FILL = `
  set session_replication_role = replica;
  insert into users (name, email) select 'u' || i, 'u' || i || '@plans.test' from generate_series(1, 200) i;
  insert into organizations (name, slug) select 'o' || i, 'o-' || i from generate_series(1, 200) i;
  create temp table tenants as
    select n, o.id as organization, u.id as person, gen_random_uuid() as channel, gen_random_uuid() as series
    from (select id, row_number() over () as n from organizations) o
    join (select id, row_number() over () as n from users) u using (n);
  insert into organization_members (organization_id, user_id, role) select organization, person, 'OWNER' from tenants;
  insert into channels (id, organization_id, name, slug) select channel, organization, 'c', 'c' from tenants;
  insert into series (id, organization_id, name) select series, organization, 's' from tenants;
  insert into videos (short_id, title, organization_id, author_id, channel_id, series_id, series_position, visibility, created_at)
    select lpad(i::text, 11, '-'), 'video ' || i, organization, person, channel, series, i,
      (array['public', 'unlisted', 'organization', 'private']::video_visibility[])[1 + i % 4], now() - i * interval '1 minute'
    from generate_series(1, 20000) i join tenants on n = case when i % 2 = 0 then 1 else 1 + i % 200 end;
  create temp table probe as select * from videos where short_id = '----------2';
  insert into comments (video_id, author_id, content, position_seconds, created_at)
    select id, author_id, 'c', n, now() - n * interval '1 second' from probe, generate_series(1, 20000) n
    union all select id, author_id, 'c', 1, created_at from videos;
  insert into comments (video_id, author_id, content, parent_id)
    select video_id, author_id, 'reply', id from (select * from comments order by order_ms, id limit 200) c, generate_series(1, 50);
  insert into chapters (video_id, title, start_seconds, end_seconds, position)
    select id, 'ch', n, n + 1, n from probe, generate_series(1, 200) n
    union all select id, 'ch', 0, 1, 1 from videos where short_id <> '----------2';
  insert into likes (user_id, video_id) select person, id from tenants, videos where n = 1 or n = length(title);
  insert into video_progress (user_id, video_id, last_watched_at)
    select person, id, created_at from videos join tenants on n = 1 or n = length(title);
  insert into screenings (short_id, video_id, host_id, started_at)
    select lpad(n::text, 11, '_'), id, author_id, now() - n * interval '1 hour' from probe, generate_series(1, 2000) n;
  insert into watch_links (video_id, created_by, role, token_hash, created_at)
    select id, author_id, 'view'::link_role, encode(sha256((id::text || n)::bytea), 'hex'), now() - n * interval '1 hour'
    from probe, generate_series(1, 2000) n
    union all select id, author_id, 'view', encode(sha256(id::text::bytea), 'hex'), created_at from videos;
  set session_replication_role = origin;
  analyze`;

let database: TestDatabase;
let client: Client;
let actor: Actor;
/** What the placeholders :name of the lists stand for. */
let values: Record<string, string>;

beforeAll(async () => {
  database = await createTestDatabase();
  const superuser = await connectAs('postgres', database);
  await superuser.query(FILL);
  const { rows } = await superuser.query<Record<string, string>>(`
    select v.id as video, v.author_id as person, v.organization_id as organization, v.channel_id as channel,
      v.series_id as series, (select parent_id from comments where parent_id is not null limit 1) as comment,
      v.created_at::text as moment
    from videos v where short_id = '----------2'`);
  await superuser.end();
  values = rows[0] ?? {};
  actor = { role: 'registered', userId: values.person ?? null };
  client = await connectAs('lockstep_app', database);
}, 120_000);
afterAll(async () => {
  await client.end();
  await database.drop();
});

const newest = 'order by created_at desc, id desc limit 50';
const older = '(created_at, id) < (:moment::timestamptz, :video::uuid)';

/** Every list the product shows, and the index that serves it in order. */
const LISTS: [name: string, index: string, sql: string][] = [
  ['public feed', 'videos_public_feed_idx', `videos where is_public and deleted_at is null ${newest}`],
  ['public feed, a later page', 'videos_public_feed_idx', `videos where is_public and ${older} ${newest}`],
  [
    'an organization’s videos',
    'videos_organization_idx',
    `videos where organization_id = :organization ${newest}`,
  ],
  [
    '… a later page',
    'videos_organization_idx',
    `videos where organization_id = :organization and ${older} ${newest}`,
  ],
  ['a channel’s videos', 'videos_channel_idx', `videos where channel_id = :channel ${newest}`],
  [
    'a series in order',
    'videos_series_position_key',
    'videos where series_id = :series order by series_position limit 50',
  ],
  ['an author’s videos', 'videos_author_idx', `videos where author_id = :person ${newest}`],
  [
    'an author’s public videos',
    'videos_author_public_idx',
    `videos where author_id = :person and is_public ${newest}`,
  ],
  [
    'comments by media time',
    'comments_media_time_idx',
    'comments where video_id = :video order by order_ms, id limit 50',
  ],
  [
    '… the last page',
    'comments_media_time_idx',
    'comments where video_id = :video and (order_ms, id) > (19900000, :video::uuid) order by order_ms, id limit 50',
  ],
  ['newest comments', 'comments_newest_idx', `comments where video_id = :video ${newest}`],
  ['… the next page', 'comments_newest_idx', `comments where video_id = :video and ${older} ${newest}`],
  ['an author’s comments', 'comments_author_idx', `comments where author_id = :person ${newest}`],
  [
    'lately watched',
    'video_progress_recent_idx',
    'video_progress where user_id = :person order by last_watched_at desc, id desc limit 50',
  ],
  [
    'a video’s screenings',
    'screenings_video_idx',
    'screenings where video_id = :video order by started_at desc, id desc limit 50',
  ],
  ['a video’s watch links', 'watch_links_video_idx', `watch_links where video_id = :video ${newest}`],
  [
    'a watch link by its token',
    'watch_links_token_hash_key',
    `watch_links where token_hash = '${'a1'.repeat(32)}'`,
  ],
  ['a video by its link', 'videos_short_id_key', `videos where short_id = '----------2'`],
  ['one’s like of a video', 'likes_user_video_key', 'likes where user_id = :person and video_id = :video'],
];

/** Short lists, where sorting is as good: the index has to be able to give the order, not to be chosen for it. */
const SHORT_LISTS: typeof LISTS = [
  ['replies', 'comments_parent_idx', 'comments where parent_id = :comment order by created_at, id limit 50'],
  [
    'reactions along a video',
    'reactions_video_second_emoji_key',
    'reactions where video_id = :video order by second, emoji limit 500',
  ],
  [
    'channels',
    'channels_organization_slug_key',
    'channels where organization_id = :organization order by slug',
  ],
  [
    'who',
    'channel_members_channel_idx',
    'channel_members where channel_id = :channel order by created_at, id',
  ],
  ['series', 'series_organization_idx', `series where organization_id = :organization ${newest}`],
  ['chapters', 'chapters_position_key', 'chapters where video_id = :video order by position limit 500'],
];

type Plan = { 'Node Type': string; 'Index Name'?: string; 'Relation Name'?: string; Plans?: Plan[] };
type Explained = { Plan: Plan; 'Execution Time': number };

const nodesOf = (plan: Plan): Plan[] => [plan, ...(plan.Plans ?? []).flatMap(nodesOf)];

async function explain(sql: string, settings = ''): Promise<Explained> {
  const filled = sql.replaceAll(/:(\w+)\b(?<!::\w+)/g, (placeholder, name: string) =>
    values[name] === undefined ? placeholder : `'${values[name]}'`,
  );
  const { rows } = await tryAs(client, actor, async () => {
    await client.query(settings);
    return client.query<{ 'QUERY PLAN': Explained[] }>(
      `explain (analyze, format json) select * from ${filled}`,
    );
  });
  const explained = rows[0]?.['QUERY PLAN'][0];
  if (!explained) throw new Error('no plan');
  return explained;
}

function expectServed({ Plan: plan, 'Execution Time': ms }: Explained, index: string): void {
  const nodes = nodesOf(plan);
  const kinds = nodes.map((node) => node['Node Type']);
  expect(kinds.filter((kind) => /Seq Scan|Sort|Bitmap/.test(kind))).toEqual([]);
  expect(nodes.map((node) => node['Index Name'])).toContain(index);
  // Two orders of magnitude above what it takes, so that only a wrong plan fails.
  expect(ms).toBeLessThan(100);
}

describe('under row-level security, as a signed-in person', () => {
  test.each(LISTS)('%s: %s', async (_, index, sql) => expectServed(await explain(sql), index));

  test.each(SHORT_LISTS)('%s: %s, where asked for', async (_, index, sql) =>
    expectServed(await explain(sql, 'set local enable_sort = off; set local enable_bitmapscan = off'), index),
  );
});
