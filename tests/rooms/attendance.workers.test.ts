import { evictDurableObject, runInDurableObject } from 'cloudflare:test';
import { env } from 'cloudflare:workers';
import { beforeAll, beforeEach, expect, test } from 'vitest';
import { findRecap } from '#rooms/storage/recaps.ts';
import { clearTables } from '#rooms/storage/schema.ts';
import { queryAsRoom } from '#tests/support/workers/as-room.ts';
import { enter, type RoomClient } from '#tests/support/workers/room-client.ts';
import { roomOfTwo } from '#tests/support/workers/room-of-two.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

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

/** Of each who was there, by when they came: whether they are there still, and whether they left as it ended. */
async function attended(): Promise<unknown> {
  await env.ROOMS.getByName(videoId).settle();
  return queryAsRoom(
    `select a.user_id as who, a.left_at is null as "isIn", coalesce(a.left_at = s.ended_at, false) as "leftAtEnd"
      from screening_attendees a join screenings s on s.id = a.screening_id
      where s.video_id = $1 order by a.joined_at`,
    videoId,
  );
}

async function start(): Promise<string> {
  const { id } = await a.do({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  await attended();
  await b.do({ t: 'screening.join', screeningId: id });
  return id;
}

test('R40 who is still in a screening has not left it, however often they are written', async () => {
  const screeningId = await start();
  await attended();
  await a.do({ t: 'screening.set', screeningId, stallPolicy: 'wait' });
  await b.do({ t: 'screening.leave' });
  await attended();
  await b.do({ t: 'screening.join', screeningId });
  expect(await attended()).toEqual([
    { who: ada.id, isIn: true, leftAtEnd: false },
    { who: bob.id, isIn: true, leftAtEnd: false },
  ]);
});

test('R40 when a screening ends everyone in it has left, whoever ended it', async () => {
  const screeningId = await start();
  await attended();
  const manager = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
  await manager.do({ t: 'screening.end', screeningId });
  expect(await attended()).toEqual([
    { who: ada.id, isIn: false, leftAtEnd: true },
    { who: bob.id, isIn: false, leftAtEnd: true },
  ]);
});

test('R40 who had left before it ended left when they did', async () => {
  const screeningId = await start();
  await b.do({ t: 'screening.leave' });
  await attended();
  await a.do({ t: 'screening.end', screeningId });
  expect(await attended()).toEqual([
    { who: ada.id, isIn: false, leftAtEnd: true },
    { who: bob.id, isIn: false, leftAtEnd: false },
  ]);
});

test('R110 a recap after the loss of all storage agrees with Postgres about who was there', async () => {
  const screeningId = await start();
  const before = await attended();
  const stub = env.ROOMS.getByName(videoId);
  await runInDurableObject(stub, (_, { storage }) => clearTables(storage.sql));
  await evictDurableObject(stub, { webSockets: 'close' });
  const back = await enter(videoId, { userId: ada.id, name: 'Ada', role: 'manage' });
  await back.do({ t: 'screening.end', screeningId });
  const recap = await runInDurableObject(stub, (_, { storage }) => findRecap(storage.sql, screeningId));
  expect(recap).toMatchObject({
    attendeeCount: 2,
    attendees: [
      { userId: ada.id, name: 'Ada', joinedAtMs: recap?.startedAtMs },
      { userId: bob.id, name: 'Bob', leftAtMs: recap?.endedAtMs },
    ],
  });
  expect([before, await attended()]).toEqual([
    [
      { who: ada.id, isIn: true, leftAtEnd: false },
      { who: bob.id, isIn: true, leftAtEnd: false },
    ],
    [
      { who: ada.id, isIn: false, leftAtEnd: true },
      { who: bob.id, isIn: false, leftAtEnd: true },
    ],
  ]);
});
