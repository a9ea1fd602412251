import type { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';
import { insert, insertAnchors, validRows, type Anchors } from './rows.ts';

const own = ownDatabase();
let client: Client;
let at: Anchors;
const LONG_AGO = '2020-01-01T00:00:00.000Z';

beforeAll(async () => {
  client = own.superuser;
  at = await insertAnchors(client);
});

const one = async (sql: string, values: unknown[]) =>
  (await client.query(sql, values)).rows[0] as Record<string, unknown> | undefined;
const oldVideo = () => insert(client, 'videos', { ...validRows(at).videos(), updated_at: LONG_AGO });
const updatedAt = (id: string) => one('select updated_at from videos where id = $1', [id]);
const UNTOUCHED = { updated_at: new Date(LONG_AGO) };

test('every table with updated_at keeps it', async () => {
  const { rows } = await client.query(`
    select relname from pg_class join pg_attribute on attrelid = pg_class.oid and attname = 'updated_at'
    where relkind = 'r' and relnamespace = 'public'::regnamespace
      and not exists (select from pg_trigger where tgrelid = pg_class.oid and tgname = 'touch_updated_at')`);
  expect(rows).toEqual([]);
});

test('an edit moves updated_at, unless it brings its own', async () => {
  const id = await oldVideo();
  const edited = await one(
    `update videos set title = 'New' where id = $1 returning updated_at = now()::timestamptz(3) as is_now`,
    [id],
  );
  expect(edited).toEqual({ is_now: true });
  await client.query('update videos set updated_at = $2 where id = $1', [id, LONG_AGO]);
  expect(await updatedAt(id)).toEqual(UNTOUCHED);
});

test('a counter kept by a trigger is no edit', async () => {
  const id = await oldVideo();
  await insert(client, 'comments', { ...validRows(at).comments(), video_id: id });
  await insert(client, 'likes', { ...validRows(at).likes(), video_id: id });
  expect(await updatedAt(id)).toEqual(UNTOUCHED);
});

test('the database dates the deletion of a video, once', async () => {
  const id = await oldVideo();
  const remove = `update videos set deleted_at = $2 where id = $1 returning deleted_at`;
  const first = await one(`${remove}, deleted_at = now()::timestamptz(3) as is_now`, [id, LONG_AGO]);
  expect(first?.is_now).toBe(true);
  const again = await one(remove, [id, LONG_AGO]);
  expect(again).toEqual({ deleted_at: new Date(LONG_AGO) });
});

test('is_public, is_listed and order_ms are generated', async () => {
  const id = await oldVideo();
  await client.query(
    `update videos set visibility = 'public', processing_status = 'complete' where id = $1`,
    [id],
  );
  expect(await one('select is_public, is_listed from videos where id = $1', [id])).toEqual({
    is_public: true,
    is_listed: true,
  });
  const timed = await insert(client, 'comments', { ...validRows(at).comments(), position_seconds: 1.25 });
  const whole = await insert(client, 'comments', validRows(at).comments());
  const orderOf = (comment: string) => one('select order_ms from comments where id = $1', [comment]);
  expect(await orderOf(timed)).toEqual({ order_ms: '1250' });
  expect(await orderOf(whole)).toEqual({ order_ms: String(Number.MAX_SAFE_INTEGER) });
});
