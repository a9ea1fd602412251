import type { Client } from 'pg';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';
import { insert, insertAnchors, refusalOf, validRows, type Anchors } from './rows.ts';
import { untilSettled } from './until-settled.ts';

const own = ownDatabase();
let client: Client;
let at: Anchors;
const OUT_OF_ORDER = { code: '23514', constraint: 'chapters_order' };

beforeAll(() => {
  client = own.superuser;
});
beforeEach(async () => {
  await client.query('begin');
  at = await insertAnchors(client);
  await client.query('delete from chapters');
});
afterEach(() => client.query('rollback'));

const addChapter = (position: number, start: number, end: number) =>
  insert(client, 'chapters', {
    ...validRows(at).chapters(),
    position,
    start_seconds: start,
    end_seconds: end,
  });

const listed = async () =>
  (await client.query('select position, start_seconds::float8 as start from chapters order by position'))
    .rows;

test('positions follow time', async () => {
  await addChapter(1, 0, 10);
  expect(await refusalOf(client, () => addChapter(2, 20, 30))).toBeUndefined();
  await addChapter(3, 40, 50);
  expect(await refusalOf(client, () => addChapter(4, 20, 30))).toEqual(OUT_OF_ORDER);
  expect(await refusalOf(client, () => addChapter(2, 60, 70))).toEqual(OUT_OF_ORDER);
});

test('a chapter gets in between when the later ones are renumbered in the same transaction', async () => {
  await addChapter(1, 0, 10);
  await addChapter(2, 20, 30);
  await addChapter(3, 40, 50);
  const between = async () => {
    await client.query('update chapters set position = position + 1 where position >= 2');
    await addChapter(2, 12, 15);
  };
  expect(await refusalOf(client, between)).toBeUndefined();
});

test('two chapters can trade places, deferring what stands in between', async () => {
  const first = await addChapter(1, 0, 10);
  const second = await addChapter(2, 20, 30);
  const move = (id: string, position: number, start: number) =>
    client.query(
      'update chapters set position = $2, start_seconds = $3::numeric, end_seconds = $3::numeric + 5 where id = $1',
      [id, position, start],
    );
  expect(await refusalOf(client, () => move(first, 2, 20))).toMatchObject({
    constraint: 'chapters_position_key',
  });
  await client.query('set constraints chapters_position_key, chapters_overlap deferred');
  await move(first, 2, 20);
  await move(second, 1, 0);
  await client.query('set constraints all immediate');
  expect(await listed()).toEqual([
    { position: 1, start: 0 },
    { position: 2, start: 20 },
  ]);
});

test('the same times in another video are no overlap, and any end is good while its length is unknown', async () => {
  await addChapter(1, 0, 10);
  const elsewhere = {
    ...validRows(at).chapters(),
    video_id: at.otherVideo,
    start_seconds: 5,
    end_seconds: 9999,
  };
  expect(await refusalOf(client, () => insert(client, 'chapters', elsewhere))).toBeUndefined();
});

test('edits of one outline come one after the other', async () => {
  await client.query('commit');
  const other = await own.connect('postgres');
  const observer = await own.connect('postgres');
  await other.query('begin');
  await insert(other, 'chapters', {
    ...validRows(at).chapters(),
    position: 1,
    start_seconds: 40,
    end_seconds: 50,
  });
  const late = addChapter(2, 20, 30).catch((error: unknown) => error);
  await untilSettled(observer, late);
  await other.query('commit');
  expect(await late).toMatchObject(OUT_OF_ORDER);
});
