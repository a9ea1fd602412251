import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { createRoomDatabase } from '#rooms/flush/postgres.ts';
import { nextBatch, type Batch } from '#rooms/flush/rows.ts';
import { findFacts } from '#rooms/storage/facts.ts';
import { clearTables } from '#rooms/storage/schema.ts';
import { queryAsRoom } from '#tests/support/workers/as-room.ts';
import { enter, type RoomClient } from '#tests/support/workers/room-client.ts';
import { roomOfTwo } from '#tests/support/workers/room-of-two.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

const DRAWING = [{ color: 'red' as const, points: [0.1, 0.2, 0.3, 0.4] }];

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
let videoId: string;
let a: RoomClient;
let b: RoomClient;
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});
beforeEach(async () => {
  ({ videoId, a, b } = await roomOfTwo(ada, bob));
});

const stub = () => env.ROOMS.getByName(videoId);
const inRoom = <T>(look: (state: DurableObjectState) => T) =>
  runInDurableObject(stub(), (_, state) => look(state) as Awaited<T>);

const asRoom = (text: string) => queryAsRoom(text, videoId);

/** What Postgres holds, seen as the room sees it. */
const stored = async (): Promise<unknown> =>
  (
    await asRoom(`select jsonb_build_object(
      'comments', (select coalesce(jsonb_agg(jsonb_build_object('content', content, 'version', version, 'drawing', drawing,
        'resolver', resolved_by, 'isResolved', resolved_at is not null) order by created_at, id), '[]')
        from comments where video_id = $1),
      'reactions', (select coalesce(jsonb_agg(jsonb_build_array(second, emoji, count) order by second, emoji), '[]')
        from reactions where video_id = $1),
      'progress', (select coalesce(jsonb_agg(jsonb_build_array(user_id, position_seconds, completed) order by created_at), '[]')
        from video_progress where video_id = $1)) as found`)
  )[0]?.['found'];

/** Until Postgres shows it: the room writes by its own alarm. */
async function untilStored(expected: Record<string, unknown>): Promise<void> {
  await expect.poll(stored, { timeout: 5_000, interval: 20 }).toMatchObject(expected);
}

const react = (client: RoomClient, positionSeconds = 7) =>
  client.do({ t: 'reaction.post', emoji: '🎉', positionSeconds });
const watch = (client: RoomClient, positionSeconds: number, isCompleted = false) =>
  client.do({ t: 'progress.set', positionSeconds, isCompleted });

/** All there is as one batch, whether the alarm has been there already or not. */
const takeBatch = (): Promise<Batch> =>
  inRoom(({ storage }) => {
    const facts = findFacts(storage.sql);
    const batch = facts && nextBatch(storage.sql, { ...facts, flushedSeq: 0 }, 500);
    if (!batch) throw new Error('nothing to write');
    return batch;
  });

test('R40 drawings, settled threads, reactions and progress stand in Postgres, without anyone asking', async () => {
  const { id } = await b.do({ t: 'comment.post', content: 'Here.', drawing: DRAWING });
  await a.do({ t: 'comment.resolve', commentId: id, isResolved: true });
  await react(a);
  await watch(b, 12.5);
  await untilStored({
    comments: [{ version: 2, drawing: DRAWING, isResolved: true, resolver: ada.id }],
    reactions: [[7, '🎉', 1]],
    progress: [[bob.id, 12.5, false]],
  });
  await a.do({ t: 'comment.resolve', commentId: id, isResolved: false });
  await b.do({ t: 'comment.edit', commentId: id, content: 'There.' });
  await react(b);
  await react(b, 8);
  await watch(b, 60, true);
  await watch(a, 3);
  await untilStored({
    comments: [{ content: 'There.', version: 4, drawing: DRAWING, isResolved: false, resolver: null }],
    reactions: [
      [7, '🎉', 2],
      [8, '🎉', 1],
    ],
    progress: [
      [bob.id, 60, true],
      [ada.id, 3, false],
    ],
  });
});

test('R93 a batch written twice, and an old one written late, change nothing; the latest word stands', async () => {
  const database = createRoomDatabase(env.DATABASE_URL);
  await react(a);
  await watch(a, 5, true);
  const old = await takeBatch();
  await react(a);
  await watch(a, 4);
  await untilStored({ reactions: [[7, '🎉', 2]], progress: [[ada.id, 4, false]] });
  for (const late of [old, old, { ...old, epoch: 0 }, { ...old, upToSeq: 100 }]) await database.write(late);
  expect(await stored()).toMatchObject({ reactions: [[7, '🎉', 2]], progress: [[ada.id, 4, false]] });
});

test('R95 of an account that is gone nothing is kept, and nothing is held up', async () => {
  const ghost = await enter(videoId, { userId: uuidv7(), name: 'Ghost', role: 'manage' });
  await watch(ghost, 5);
  await react(ghost);
  const { id } = await a.do({ t: 'comment.post', content: 'Here.' });
  await ghost.do({ t: 'comment.resolve', commentId: id, isResolved: true });
  await untilStored({
    comments: [{ isResolved: true, resolver: null }],
    reactions: [[7, '🎉', 1]],
    progress: [],
  });
});

test('R41 a whole batch of the largest drawings goes in one request', async () => {
  const numbers = LIMITS.drawingNumbers / LIMITS.drawingStrokes;
  const points = Array.from({ length: numbers }, (_, n) => (n % 2 ? 0.1234 : 0.9876));
  const drawing = Array.from({ length: LIMITS.drawingStrokes }, () => ({ color: 'yellow' as const, points }));
  await a.do({ t: 'comment.post', content: '語'.repeat(LIMITS.commentCharacters), drawing });
  const batch = await takeBatch();
  const [row] = batch.comments;
  if (!row) throw new Error('nothing to write');
  const copies = Array.from({ length: 499 }, () => ({ ...row, comment: { ...row.comment, id: uuidv7() } }));
  const comments = [row, ...copies];
  await createRoomDatabase(env.DATABASE_URL).write({ ...batch, comments, upToSeq: 500 });
  const [found] = await asRoom(
    'select count(*)::int as n, min(jsonb_array_length(drawing)) as strokes from comments where video_id = $1',
  );
  expect(found).toEqual({ n: 500, strokes: LIMITS.drawingStrokes });
});

test('R70 after the loss of all storage they are known again, and counted on', async () => {
  const { id } = await b.do({ t: 'comment.post', content: 'Here.', drawing: DRAWING });
  await a.do({ t: 'comment.resolve', commentId: id, isResolved: true });
  await react(a);
  await react(b);
  await a.do({ t: 'reaction.post', emoji: '❤️', positionSeconds: 9 });
  await watch(b, 12.5);
  await untilStored({ progress: [[bob.id, 12.5, false]] });
  await inRoom(({ storage }) => clearTables(storage.sql));
  await evictDurableObject(stub(), { webSockets: 'close' });
  b = await enter(videoId, { userId: bob.id, name: 'Bob' });
  expect(await b.next('welcome')).toMatchObject({
    epoch: 2,
    history: {
      comments: [{ id, hasDrawing: true, resolvedAt: expect.any(String), resolvedByName: 'Ada', version: 2 }],
    },
    you: { progress: { positionSeconds: 12.5, isCompleted: false } },
  });
  expect((await react(b)).result).toMatchObject({ reaction: { count: 3 } });
  await b.do({ t: 'comment.resolve', commentId: id, isResolved: false });
  await untilStored({
    comments: [{ version: 3, drawing: DRAWING, isResolved: false }],
    reactions: [
      [7, '🎉', 3],
      [9, '❤️', 1],
    ],
  });
});
