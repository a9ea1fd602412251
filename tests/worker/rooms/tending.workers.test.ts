import { createScheduledController, evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { queryAsRoom } from '#tests/support/workers/as-room.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import type { RoomClient } from '#tests/support/workers/room-client.ts';
import { roomOfTwo } from '#tests/support/workers/room-of-two.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import { reconcileRooms } from '#worker/rooms/reconcile.ts';
import { sweepRooms } from '#worker/rooms/sweep.ts';
import { tendEach } from '#worker/rooms/tend-rooms.ts';
import { NIGHTLY, scheduled } from '#worker/scheduled.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
let videoId: string;
let a: RoomClient;
let b: RoomClient;
beforeAll(async () => {
  [ada, bob] = [await signUp('Ada'), await comeInAs('Bob')];
});
beforeEach(async () => {
  // The room of the test before is none of this one's: it has been quiet for long.
  if (videoId)
    await queryAsRoom("update room_watermarks set updated_at = '2026-01-01' where video_id = $1", videoId);
  ({ videoId, a, b } = await roomOfTwo(ada, bob));
});

const stub = () => env.ROOMS.getByName(videoId);
const evict = async () => void (await evictDurableObject(stub()));

/** So late that only what was written a moment ago is of the last day: other tests' rooms are in this database too. */
const later = () => new Date(Date.now() + 25 * 60 * 60 * 1000 - 20_000);

const storedComments = () =>
  queryAsRoom(
    'select id, content, version::int as version, like_count as likes from comments where video_id = $1 order by created_at, id',
    videoId,
  );

describe('R49 the hourly sweep', () => {
  test('R49 wakes a room whose alarm was lost in its sleep, and it writes', async () => {
    const you = { userId: ada.id, name: 'Ada', isGuest: false, role: 'manage' as const };
    await runInDurableObject(stub(), async (room, { storage }) => {
      await room.apply({ t: 'comment.post', id: uuidv7(), content: 'kept' }, you);
      await storage.deleteAlarm();
    });
    await evict();
    expect(await storedComments()).toEqual([]);
    expect(await sweepRooms(env, later())).toMatchObject({ lagging: 1, waited: 1, left: 0, unreachable: 0 });
    expect(await storedComments()).toMatchObject([{ content: 'kept' }]);
    expect(await sweepRooms(env, later())).toMatchObject({ lagging: 0, waited: 0, left: 0 });
  });

  test('R49 leaves no trace in rooms that were never opened', async () => {
    const video = await makeVideo(ada);
    await queryAsRoom(
      'insert into room_watermarks (video_id, epoch, flushed_seq) values ($1, 3, 7)',
      video.id,
    );
    await sweepRooms(env, later());
    const tables = await runInDurableObject(env.ROOMS.getByName(video.id), (_, { storage }) =>
      storage.sql.exec("SELECT name FROM sqlite_master WHERE name = 'meta'").toArray(),
    );
    expect(tables).toEqual([]);
  });

  test('R49 one room that cannot be reached keeps none of the others waiting', async () => {
    const seen: string[] = [];
    const unreachable = await tendEach(['a', 'bad', 'c', 'bad', 'e'], async (id) => {
      if (id === 'bad') throw new Error('unreachable');
      seen.push(id);
    });
    expect([unreachable, seen]).toEqual([2, ['a', 'c', 'e']]);
  });
});

describe.each([
  ['awake', async () => {}],
  ['evicted in between', evict],
])('R72 the nightly comparison of a room %s', (_, step) => {
  test('R72 mends Postgres from the room, and deletes nothing', async () => {
    const ids: string[] = [];
    for (const content of ['lost', 'set back', 'liked', 'ahead'])
      ids.push((await a.do({ t: 'comment.post', content })).id);
    const [lost, setBack, liked, ahead] = ids;
    await a.do({ t: 'comment.edit', commentId: setBack ?? '', content: 'set back, mended' });
    await b.do({ t: 'like.set', commentId: liked ?? '', isLiked: true });
    await b.do({ t: 'like.set', isLiked: true });
    await a.do({ t: 'like.set', isLiked: true });
    await a.do({ t: 'like.set', isLiked: false });
    for (const [emoji, positionSeconds] of [['🎉', 7] as const, ['🎉', 7] as const, ['❤️', 12] as const])
      await b.do({ t: 'reaction.post', emoji, positionSeconds });
    await stub().settle();
    await step();
    expect(await reconcileRooms(env, later())).toMatchObject({ missing: 0, older: 0, unknown: 0, ahead: 0 });

    const unknown = uuidv7();
    await queryAsRoom('delete from comments where id = $1', lost);
    await queryAsRoom("update comments set version = 1, content = 'set back' where id = $1", setBack);
    await queryAsRoom("update comments set version = 9, content = 'newer' where id = $1", ahead);
    await queryAsRoom('delete from likes where comment_id = $1', liked);
    await queryAsRoom("delete from reactions where video_id = $1 and emoji = '❤️'", videoId);
    await queryAsRoom("update reactions set count = 1 where video_id = $1 and emoji = '🎉'", videoId);
    await queryAsRoom('insert into likes (user_id, video_id) values ($1, $2)', ada.id, videoId);
    await queryAsRoom(
      "insert into comments (id, video_id, content, version) values ($1, $2, 'from elsewhere', 1)",
      unknown,
      videoId,
    );
    await step();
    const found = await reconcileRooms(env, later());
    // The rooms of other tests are compared, too; in them nothing is amiss.
    expect(found.rows).toBeGreaterThanOrEqual(9);
    expect(found).toMatchObject({
      missing: 3,
      older: 3,
      ahead: 1,
      unknown: 1,
      requeued: 6,
      unreachable: 0,
      unfinished: 0,
    });
    const reactions = 'select second, emoji, count from reactions where video_id = $1 order by second';
    expect(await queryAsRoom(reactions, videoId)).toEqual([
      { second: 7, emoji: '🎉', count: 2 },
      { second: 12, emoji: '❤️', count: 1 },
    ]);
    const stored = await storedComments();
    expect(stored).toHaveLength(5);
    expect(stored).toEqual(
      expect.arrayContaining([
        { id: lost, content: 'lost', version: 1, likes: 0 },
        { id: setBack, content: 'set back, mended', version: 2, likes: 0 },
        { id: liked, content: 'liked', version: 2, likes: 1 },
        { id: ahead, content: 'newer', version: 9, likes: 0 },
        { id: unknown, content: 'from elsewhere', version: 1, likes: 0 },
      ]),
    );
    expect(await queryAsRoom('select user_id from likes where video_id = $1', videoId)).toEqual([
      { user_id: bob.id },
    ]);
    await step();
    expect(await reconcileRooms(env, later())).toMatchObject({ missing: 0, older: 0, ahead: 1, unknown: 1 });
  });
});

test('R72 the nightly run says in one line what it found', async () => {
  await stub().settle();
  const lines: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: string) => void lines.push(line));
  await scheduled(createScheduledController({ cron: NIGHTLY, scheduledTime: later() }), env);
  log.mockRestore();
  const ofRooms = lines.filter((line) => line.includes('"job":"reconcile"'));
  expect(ofRooms).toEqual([expect.stringMatching(/"found":\{"rooms":\d+,.*"missing":0,/)]);
});
