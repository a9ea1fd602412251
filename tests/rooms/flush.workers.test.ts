import { evictDurableObject, runDurableObjectAlarm, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createRoomDatabase, type RoomDatabase } from '#rooms/flush/postgres.ts';
import { nextBatch, type Batch } from '#rooms/flush/rows.ts';
import { findFacts } from '#rooms/storage/facts.ts';
import { writeFacts } from '#rooms/storage/facts.ts';
import { clearTables } from '#rooms/storage/schema.ts';
import { queryAsRoom } from '#tests/support/workers/as-room.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import {
  askForSocket,
  connect,
  enter,
  ticketFor,
  type RoomClient,
} from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
let videoId: string;
let a: RoomClient;
let database: RoomDatabase;
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
  database = createRoomDatabase(env.DATABASE_URL);
});
beforeEach(async () => {
  videoId = (await makeVideo(ada)).id;
  a = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
});

const stub = () => env.ROOMS.getByName(videoId);
const inRoom = <T>(look: (state: DurableObjectState) => T) =>
  runInDurableObject(stub(), (_, state) => look(state) as Awaited<T>);

/** What Postgres holds, seen as the room sees it. */
async function stored(): Promise<Record<string, unknown>> {
  const [row] = await queryAsRoom(
    `select jsonb_build_object(
        'comments', (select coalesce(jsonb_agg(jsonb_build_object('content', content, 'version', version, 'likes', like_count,
          'epoch', room_epoch, 'seq', room_seq, 'deleted', deleted_at is not null, 'edited', is_edited,
          'at', position_seconds, 'author', author_id) order by created_at, id), '[]') from comments where video_id = $1),
        'likes', (select count(*) from likes where video_id = $1),
        'counts', (select jsonb_build_array(like_count, comment_count) from videos where id = $1),
        'screenings', (select coalesce(jsonb_agg(jsonb_build_object('id', id, 'host', host_id, 'ended', ended_at is not null)), '[]')
          from screenings where video_id = $1),
        'attendees', (select coalesce(jsonb_agg(jsonb_build_object('user', user_id, 'left', left_at is not null) order by joined_at), '[]')
          from screening_attendees where screening_id in (select id from screenings where video_id = $1)),
        'watermark', (select jsonb_build_array(epoch, flushed_seq) from room_watermarks where video_id = $1)) as found`,
    videoId,
  );
  return (row?.['found'] ?? {}) as Record<string, unknown>;
}

/** Something else has been at the watermark. */
const setWatermark = (change: string) =>
  queryAsRoom(`update room_watermarks set ${change} where video_id = $1`, videoId);

/** Until Postgres shows it: the room writes by its own alarm. */
async function untilStored(expected: Record<string, unknown>): Promise<void> {
  await expect.poll(stored, { timeout: 5_000, interval: 20 }).toMatchObject(expected);
}

test('R40 what is said, liked and shown stands in Postgres, without anyone asking', async () => {
  const started = performance.now();
  const { id } = await a.do({ t: 'comment.post', content: 'Look!', positionSeconds: 12.5 });
  await untilStored({
    comments: [
      {
        content: 'Look!',
        version: 1,
        likes: 0,
        epoch: 1,
        seq: 1,
        deleted: false,
        edited: false,
        at: 12.5,
        author: ada.id,
      },
    ],
    counts: [0, 1],
    watermark: [1, 1],
  });
  expect(performance.now() - started).toBeLessThan(2_000);
  const b = await enter(videoId, { userId: bob.id, name: 'Bob' });
  await b.do({ t: 'like.set', isLiked: true });
  await b.do({ t: 'like.set', commentId: id, isLiked: true });
  await a.do({ t: 'comment.edit', commentId: id, content: 'Look there!' });
  await untilStored({
    comments: [{ content: 'Look there!', version: 3, likes: 1 }],
    likes: 1,
    counts: [1, 1],
  });
  await b.do({ t: 'like.set', isLiked: false });
  await a.do({ t: 'comment.delete', commentId: id });
  await untilStored({ comments: [{ deleted: true, version: 4 }], likes: 0, counts: [0, 0] });
});

test('R40 a screening’s start, end and who was there', async () => {
  const b = await enter(videoId, { userId: bob.id, name: 'Bob' });
  const { id } = await a.do({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  await untilStored({ screenings: [{ id, host: ada.id, ended: false }] });
  await b.do({ t: 'screening.join', screeningId: id });
  await b.do({ t: 'screening.leave' });
  await untilStored({
    attendees: [
      { user: ada.id, left: false },
      { user: bob.id, left: true },
    ],
  });
  await a.do({ t: 'screening.end', screeningId: id });
  await untilStored({
    screenings: [{ id, ended: true }],
    attendees: [
      { user: ada.id, left: true },
      { user: bob.id, left: true },
    ],
  });
});

test('R40 a comment and its end within one batch', async () => {
  const { id } = await a.do({ t: 'comment.post', content: 'gone at once' });
  await a.do({ t: 'comment.delete', commentId: id });
  await a.do({ t: 'comment.post', content: 'a thread', parentId: id });
  await untilStored({
    comments: [{ content: 'gone at once', deleted: true }, { content: 'a thread' }],
    counts: [0, 1],
  });
});

/** The room's batch as it stands, before the alarm gets to it. */
const takeBatch = (): Promise<Batch> =>
  inRoom(({ storage }) => {
    const facts = findFacts(storage.sql);
    const batch = facts && nextBatch(storage.sql, facts, 500);
    if (!batch) throw new Error('nothing to write');
    return batch;
  });

test('R42 a batch written twice, and an old one written late, change nothing', async () => {
  const { id } = await a.do({ t: 'comment.post', content: 'first' });
  await a.do({ t: 'like.set', isLiked: true });
  const old = await takeBatch();
  await a.do({ t: 'comment.edit', commentId: id, content: 'second' });
  await a.do({ t: 'like.set', isLiked: false });
  await untilStored({ comments: [{ content: 'second', version: 2 }], likes: 0 });
  const before = await stored();
  await database.write(old);
  await database.write(old);
  expect(await stored()).toEqual(before);
  await database.write({ ...old, epoch: 0 });
  await database.write({ ...old, upToSeq: 100 });
  expect((await stored())['comments']).toEqual(before['comments']);
});

test('R42 a comment of another video is never touched, whatever id a client makes', async () => {
  const { id } = await a.do({ t: 'comment.post', content: 'hers' });
  await untilStored({ comments: [{ content: 'hers' }] });
  const other = (await makeVideo(ada)).id;
  const thief = await enter(other, { userId: bob.id, name: 'Bob' });
  await thief.do({ t: 'comment.post', content: 'his' }, id);
  await env.ROOMS.getByName(other).settle();
  expect(await stored()).toMatchObject({ comments: [{ content: 'hers', author: ada.id }] });
});

test('R44 unwritten events outlast an eviction with their alarm lost', async () => {
  await a.do({ t: 'comment.post', content: 'kept' });
  await inRoom(({ storage }) => storage.deleteAlarm());
  await evictDurableObject(stub());
  await a.do({ t: 'like.set', isLiked: true });
  await untilStored({ comments: [{ content: 'kept' }], likes: 1 });
});

test('R45 what Postgres will not have is parked, and the rest passes', async () => {
  await a.do({ t: 'comment.post', content: 'good' });
  const { id } = await a.do({ t: 'comment.post', content: 'bad' });
  await a.do({ t: 'comment.post', content: 'good too' });
  // A frame no client can send: the room's own storage has gone wrong.
  await inRoom(({ storage }) =>
    storage.sql.exec(
      "UPDATE comments SET body = json_set(body, '$.endSeconds', 5) WHERE body LIKE ?",
      `%${id}%`,
    ),
  );
  await runDurableObjectAlarm(stub());
  await untilStored({ comments: [{ content: 'good' }, { content: 'good too' }], watermark: [1, 3] });
  expect(
    await inRoom(({ storage }) => storage.sql.exec('SELECT reason FROM parked').toArray()),
  ).toMatchObject([{ reason: expect.stringContaining('23514') }]);
});

test('R45 a deleted account’s words stay, without a name to them', async () => {
  const ghost = await enter(videoId, { userId: uuidv7(), name: 'Ghost' });
  await ghost.do({ t: 'comment.post', content: 'still here' });
  await ghost.do({ t: 'like.set', isLiked: true });
  await untilStored({ comments: [{ content: 'still here', author: null }], likes: 0, watermark: [1, 2] });
});

test('R42 a database put back to an earlier day takes what comes after it', async () => {
  await a.do({ t: 'comment.post', content: 'one' });
  await untilStored({ comments: [{ content: 'one' }] });
  await setWatermark('epoch = 0, flushed_seq = 900');
  await a.do({ t: 'comment.post', content: 'two' });
  await untilStored({ comments: [{ content: 'one' }, { content: 'two' }], watermark: [1, 2] });
});

describe('storage lost', () => {
  const lose = async () => {
    await stub().settle();
    await inRoom(({ storage }) => clearTables(storage.sql));
    await evictDurableObject(stub(), { webSockets: 'close' });
  };

  test('R70 all of it: the room begins again from Postgres, in a new epoch', async () => {
    const { id } = await a.do({ t: 'comment.post', content: 'one', positionSeconds: 3 });
    await a.do({ t: 'comment.post', content: 'two', parentId: id });
    await a.do({ t: 'like.set', commentId: id, isLiked: true });
    await a.do({ t: 'like.set', isLiked: true });
    const started = await a.do({ t: 'screening.start', positionSeconds: 9, isPlaying: true });
    await lose();
    const back = await connect(videoId, { userId: ada.id, name: 'Ada', screeningId: started.id });
    const welcome = await back.hello({ epoch: 1, seq: 3 });
    expect(welcome).toMatchObject({
      epoch: 2,
      history: {
        kind: 'snapshot',
        comments: [
          { content: 'two', parentId: id },
          {
            id,
            content: 'one',
            authorName: 'Ada',
            isGuest: false,
            likeCount: 1,
            version: 2,
            positionSeconds: 3,
          },
        ],
      },
      video: { likeCount: 1, commentCount: 2, isLikedByYou: true },
      likedCommentIds: [id],
      screening: { id: started.id, playback: { isPlaying: false, positionSeconds: 0 } },
    });
    await back.do({ t: 'comment.edit', commentId: id, content: 'one, better' });
    await untilStored({ comments: [{ content: 'one, better', version: 3, epoch: 2 }, { content: 'two' }] });
  });

  test('R71 part of it: Postgres knows better, and the room believes it', async () => {
    const { id } = await a.do({ t: 'comment.post', content: 'one' });
    await stub().settle();
    await inRoom(({ storage }) => {
      const facts = findFacts(storage.sql);
      clearTables(storage.sql);
      if (facts) writeFacts(storage.sql, { ...facts, seq: 0, flushedSeq: 0, commentCount: 0 });
    });
    await evictDurableObject(stub(), { webSockets: 'close' });
    // Postgres is ahead by 40 events of which this room knows nothing.
    await setWatermark('flushed_seq = 40');
    const back = await enter(videoId, { userId: ada.id, name: 'Ada' });
    await back.do({ t: 'comment.post', content: 'two' });
    expect(await back.untilClosed()).toMatchObject({ code: 4408 });
    const again = await enter(videoId, { userId: ada.id, name: 'Ada' });
    expect(await again.next('welcome')).toMatchObject({ epoch: 2, video: { commentCount: 2 } });
    expect((await again.do({ t: 'comment.edit', commentId: id, content: 'one, still' })).epoch).toBe(2);
    await untilStored({ comments: [{ content: 'one, still' }, { content: 'two', epoch: 2 }] });
  });
});

test('R70 no room for a video that is not there', async () => {
  const nowhere = uuidv7();
  const answer = await askForSocket(nowhere, await ticketFor(nowhere));
  expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'NOT_FOUND' }]);
});
