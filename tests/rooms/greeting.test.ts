import { beforeEach, expect, test, vi } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
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

test('R22 however long the names of who asks, may steer and is awaited, a welcome keeps its size', () => {
  const set = { t: 'screening.set', screeningId: uuid(60), controlMode: 'ask', stallPolicy: 'wait' } as const;
  ada.do(set);
  fake.room.facts.durationSeconds = null;
  const people = Array.from({ length: 2 * LIMITS.controlMembers }, (_, n) => {
    const peer = fake.enter({ userId: uuid(100 + n), name: '観'.repeat(100) }, uuid(60));
    fake.pass(1_000);
    if (n < LIMITS.controlMembers) ada.do({ t: 'control.grant', connectionId: peer.id, isGranted: true });
    else peer.do({ t: 'control.request', isAsking: true });
    peer.say({ t: 'stall', isStalled: false, revision: 0 });
    return peer;
  });
  for (const [n, peer] of people.slice(0, LIMITS.awaitedMembers).entries())
    peer.say({ t: 'stall', isStalled: true, revision: 1 + n });
  for (let n = 0; n < 60; n += 1) {
    ada.do({ t: 'comment.post', content: '漢'.repeat(400) });
    fake.pass(100);
  }
  const late = fake.connect({ userId: uuid(2), name: 'Bob' }, uuid(60));
  late.say(HELLO);
  expect(late.sizes[0]).toBeLessThanOrEqual(LIMITS.welcomeBytes);
  const { screening } = late.take('welcome')[0] ?? {};
  expect(screening?.playback.awaited.length).toBeGreaterThan(0);
  expect(screening?.control.granted.length).toBeGreaterThan(0);
  const control = late.take('control')[0]?.control;
  expect(control?.granted).toHaveLength(LIMITS.controlMembers);
  expect(control?.asking).toHaveLength(LIMITS.controlMembers);
});
