import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';
import { insert, insertAnchors, refusalOf, validRows, type Anchors, type Table } from './rows.ts';

const own = ownDatabase();
let client: Client;
let at: Anchors;

beforeAll(async () => {
  client = own.superuser;
  await client.query('begin');
  at = await insertAnchors(client);
});

type ForeignKey = { name: string; table: Table; columns: string[]; hasIndex: boolean };

const listForeignKeys = async () =>
  (
    await client.query<ForeignKey>(`
      select conname as name, conrelid::regclass::text as table,
        array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns,
        exists (
          select from pg_index where indrelid = conrelid and indpred is null and indkey[0] = any (conkey)
            and (cardinality(conkey) = 1 or indkey[0] <> all (array(
              select attnum from pg_attribute
              where attrelid = conrelid and attname in ('organization_id', 'video_id')
            )) or indkey[1] = any (conkey))
        ) as "hasIndex"
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by conname`)
  ).rows;

/** The column that names the parent; a second one of a composite key only says whose the parent must be. */
const pointerOf = ({ columns }: ForeignKey): string =>
  columns.find((column) => columns.length === 1 || !['organization_id', 'video_id'].includes(column)) ?? '';

test('every foreign key is indexed', async () => {
  const keys = await listForeignKeys();
  expect(keys.length).toBeGreaterThan(30);
  expect(keys.filter(({ hasIndex }) => !hasIndex).map(({ name }) => name)).toEqual([]);
});

test('every foreign key takes what is there and refuses what is not', async () => {
  const parents: Record<string, string> = {
    organization_id: at.organization,
    active_organization_id: at.organization,
    channel_id: at.channel,
    series_id: at.series,
    video_id: at.video,
    version_of: at.otherVideo,
    chapter_id: at.chapter,
    comment_id: at.comment,
    parent_id: at.comment,
    screening_id: at.screening,
    link_id: at.link,
    tag_id: at.tag,
    category_id: at.category,
    transcript_id: at.transcript,
    endpoint_id: at.endpoint,
    message_id: at.message,
    delivery_id: at.delivery,
    user_asset_id: at.userAsset,
    system_asset_id: at.systemAsset,
    market_asset_id: at.marketAsset,
  };
  for (const key of await listForeignKeys()) {
    // Kept by triggers of videos, and written by nobody.
    if (key.table === ('video_search' as string)) continue;
    const pointer = pointerOf(key);
    const write = (value: string) =>
      refusalOf(client, () =>
        insert(client, key.table, {
          ...validRows(at)[key.table](),
          ...(key.table === 'videos' ? { series_position: 1 } : {}),
          ...(pointer === 'comment_id' ? { video_id: null } : {}),
          ...(key.table === 'asset_uses' && pointer !== 'user_id' ? { user_asset_id: null } : {}),
          [pointer]: value,
        }),
      );
    const own = validRows(at)[key.table]()[pointer];
    expect({ key: key.name, refusal: await write(String(own ?? parents[pointer] ?? at.user)) }).toEqual({
      key: key.name,
      refusal: undefined,
    });
    expect(await write('00000000-0000-4000-8000-000000000000')).toEqual({
      code: '23503',
      constraint: key.name,
    });
  }
});

describe('a parent of somebody else is refused', () => {
  test('channel and series of another organization, a member who is none', async () => {
    const rows = validRows(at);
    const elsewhere = await insert(client, 'organizations', rows.organizations());
    const channel_id = await insert(client, 'channels', { ...rows.channels(), organization_id: elsewhere });
    const series_id = await insert(client, 'series', { ...rows.series(), organization_id: elsewhere });
    const video = (more: object) =>
      refusalOf(client, () => insert(client, 'videos', { ...rows.videos(), ...more }));
    expect(await video({ channel_id })).toMatchObject({ constraint: 'videos_channel_fk' });
    expect(await video({ series_id, series_position: 1 })).toMatchObject({ constraint: 'videos_series_fk' });
    const member = { ...rows.channel_members(), user_id: at.otherUser };
    expect(await refusalOf(client, () => insert(client, 'channel_members', member))).toMatchObject({
      constraint: 'channel_members_member_fk',
    });
  });

  test('chapter and parent of another video', async () => {
    const comment = (more: object) =>
      refusalOf(client, () =>
        insert(client, 'comments', { ...validRows(at).comments(), video_id: at.otherVideo, ...more }),
      );
    expect(await comment({ chapter_id: at.chapter })).toMatchObject({ constraint: 'comments_chapter_fk' });
    expect(await comment({ parent_id: at.comment })).toMatchObject({ constraint: 'comments_parent_fk' });
  });
});

describe('what goes with its parent, and what stays', () => {
  const one = async (sql: string, id: string) => (await client.query(sql, [id])).rows[0] as unknown;

  test('a chapter leaves its comments, a channel and a series their videos, an account its words', async () => {
    await client.query('savepoint one');
    const rows = validRows(at);
    const comment = await insert(client, 'comments', { ...rows.comments(), chapter_id: at.chapter });
    const grouped = { channel_id: at.channel, series_id: at.series, series_position: 1 };
    const video = await insert(client, 'videos', { ...rows.videos(), ...grouped });
    await client.query('delete from chapters; delete from channels; delete from series');
    await client.query('delete from organization_members where user_id = $1', [at.user]);
    await client.query('delete from users where id = $1', [at.user]);
    expect(
      await one('select chapter_id, video_id, author_id, content from comments where id = $1', comment),
    ).toEqual({
      chapter_id: null,
      video_id: at.video,
      author_id: null,
      content: 'Look!',
    });
    expect(
      await one('select channel_id, series_id, organization_id, author_id from videos where id = $1', video),
    ).toEqual({ channel_id: null, series_id: null, organization_id: at.organization, author_id: null });
    await client.query('rollback to one');
  });

  test('a video takes all that hangs on it; an organization takes its videos', async () => {
    await client.query('savepoint one');
    for (const table of [
      'uploads',
      'likes',
      'reactions',
      'video_progress',
      'room_watermarks',
      'screening_attendees',
      'watch_links',
    ] as const)
      await insert(client, table, validRows(at)[table]());
    await insert(client, 'comments', { ...validRows(at).comments(), parent_id: at.comment });
    await client.query('delete from organizations where id = $1', [at.organization]);
    const left = await one(
      `select (select count(*) from videos) + (select count(*) from comments) + (select count(*) from likes)
        + (select count(*) from chapters) + (select count(*) from uploads) + (select count(*) from screenings)
        + (select count(*) from video_progress) + (select count(*) from room_watermarks)
        + (select count(*) from screening_attendees) + (select count(*) from reactions) + (select count(*) from watch_links)
        + (select count(*) from organization_members) as n
        where $1 <> ''`,
      at.organization,
    );
    expect(left).toEqual({ n: '0' });
    await client.query('rollback to one');
  });
});
