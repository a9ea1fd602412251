import { beforeEach, expect, test, vi } from 'vitest';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
});

const HELLO = { t: 'hello', version: PROTOCOL_VERSION };

/** Everything a room tells: events, presence, playback, skew, persist. */
async function makeNoise(): Promise<void> {
  ada.do({ t: 'comment.post', content: 'words' });
  ada.say({ t: 'presence.set', activity: 'typing' });
  ada.do({ t: 'playback.pause', positionSeconds: 1 });
  ada.say({ t: 'sync.report', offsetMs: 3, errorMs: 1 });
  fake.postgres.failures.push(new Error('away'));
  await fake.alarm();
  await fake.alarm();
  fake.pass(3_000);
}

test('R2 a connection that has not been greeted is told nothing, awake or through an eviction', async () => {
  const quiet = fake.connect({ userId: uuid(2), name: 'Bob' }, uuid(60));
  await makeNoise();
  fake.restart();
  await makeNoise();
  expect(quiet.frames).toEqual([]);
  quiet.say(HELLO);
  expect(quiet.frames[0]?.t).toBe('welcome');
});

test('R2 a greeting that fails leaves the connection ungreeted', () => {
  const failing = fake.connect({ userId: uuid(2), name: 'Bob' });
  const { sql } = fake.room;
  const { exec } = sql;
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  sql.exec = (query, ...bindings) => {
    if (query.includes('FROM likes')) throw new Error('the disk is ill');
    return exec(query, ...bindings);
  };
  failing.say(HELLO);
  sql.exec = exec;
  logged.mockRestore();
  expect(failing.frames).toMatchObject([{ t: 'refuse', code: 'INTERNAL' }]);
  ada.do({ t: 'comment.post', content: 'words' });
  fake.pass(1_000);
  expect(failing.frames).toHaveLength(1);
  expect(fake.room.crowd.total).toBe(1);
  failing.say(HELLO);
  expect(failing.frames[1]?.t).toBe('welcome');
});
