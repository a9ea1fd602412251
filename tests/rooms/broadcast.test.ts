import { beforeEach, expect, test } from 'vitest';
import { INITIAL_ROOM_STATE, type RoomState } from '#client/room/room-state.ts';
import { reduce } from '#client/room/reduce.ts';
import { LIMITS } from '#protocol/limits.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { leaveRoomFromSleep } from '#rooms/leave.ts';
import { skewOf } from '#rooms/state/skew.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  fake.pass(1_000);
  ada.frames.length = 0;
});

test('R50 after quiet at once, then together each tick, in order', () => {
  const like = (isLiked: boolean) => ada.do({ t: 'like.set', isLiked });
  const seqs = () => ada.take('events').map((frame) => frame.events.map((event) => event.seq));
  ada.do({ t: 'comment.post', content: 'one' });
  expect(seqs()).toEqual([[1]]);
  ada.do({ t: 'comment.post', content: 'two' });
  like(true);
  ada.do({ t: 'comment.post', content: 'three' });
  like(false);
  expect(seqs()).toEqual([]);
  fake.pass(100);
  expect(seqs()).toEqual([[2, 4, 5]]);
  fake.pass(100);
  like(true);
  expect(seqs()).toEqual([[6]]);
});

test('R50 a frame holds at most 64 KiB', () => {
  ada.sizes.length = 0;
  for (let n = 0; n < 50; n += 1) ada.do({ t: 'comment.post', content: 'é'.repeat(2_000) });
  fake.pass(100);
  expect(Math.max(...ada.sizes)).toBeLessThanOrEqual(LIMITS.frameOutBytes);
  expect(ada.take('events').flatMap((frame) => frame.events)).toHaveLength(50);
});

test('R50 of what takes several frames a client loses nothing, wherever its connection ends', () => {
  const comeIn = (resume?: RoomState['position']) => {
    const peer = fake.connect({ userId: uuid(2), name: 'Bob' });
    peer.say({ t: 'hello', version: PROTOCOL_VERSION, resume });
    return peer;
  };
  const known = (from: RoomState, { frames }: FakePeer) =>
    frames.reduce((state, frame) => reduce(state, { kind: 'frame', frame }), from);
  const bob = comeIn();
  ada.do({ t: 'like.set', isLiked: true });
  for (let n = 0; n < 30; n += 1) ada.do({ t: 'comment.post', content: '漢'.repeat(1_500) });
  ada.do({ t: 'like.set', isLiked: false });
  ada.do({ t: 'progress.set', positionSeconds: 1, isCompleted: false });
  fake.pass(1_000);
  const whole = known(INITIAL_ROOM_STATE, bob);
  const all = { commentCount: 30, likeCount: 0 };
  expect([whole.comments.size, whole.video, whole.position?.seq]).toMatchObject([30, all, 33]);
  expect(bob.frames.filter(({ t }) => t === 'events').length).toBeGreaterThan(2);
  for (; bob.frames.length > 0; bob.frames.pop()) {
    const part = known(INITIAL_ROOM_STATE, bob);
    const back = known(part, comeIn(part.position));
    expect([back.video, back.position]).toMatchObject([all, whole.position]);
    // What does not fit a welcome is read over REST.
    expect(back.comments.size === 30 || back.hasMoreComments).toBe(true);
  }
});

test('R51 who comes, changes and goes is told as changes', () => {
  const bob = fake.enter({ name: 'Bob' });
  expect(ada.take('presence')).toMatchObject([
    { total: 2, upserts: [{ name: 'Bob', activity: 'watching' }], gone: [] },
  ]);
  fake.pass(200);
  ada.frames.length = 0;
  bob.say({ t: 'presence.set', activity: 'typing' });
  bob.say({ t: 'presence.set', activity: 'typing' });
  fake.pass(100);
  expect(ada.take('presence')).toMatchObject([{ upserts: [{ connectionId: bob.id, activity: 'typing' }] }]);
  fake.restart();
  fake.leave(bob);
  expect(ada.take('presence')).toMatchObject([{ total: 1, upserts: [], gone: [bob.id] }]);
});

test('R52 skew is the distance from the middle viewer', () => {
  const reports = (...offsets: number[]) => offsets.map((offsetMs) => ({ offsetMs, atMs: 0 }));
  expect(skewOf(reports(100), 0)).toBeUndefined();
  expect(skewOf(reports(500, 500, 500), 0)).toEqual({ reporting: 3, p50Ms: 0, p95Ms: 0 });
  expect(skewOf(reports(-10, 0, 10), 0)).toEqual({ reporting: 3, p50Ms: 10, p95Ms: 10 });
  expect(skewOf(reports(-10, 0, 10), 60_000)).toBeUndefined();
});

test('R52 it is told on a report, to members, at most every 2 s', () => {
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  const bob = fake.enter({ name: 'Bob' }, uuid(60));
  const solo = fake.enter();
  const report = (peer: FakePeer, offsetMs: number) => peer.say({ t: 'sync.report', offsetMs, errorMs: 2 });
  report(ada, 4);
  report(bob, -4);
  report(ada, 5);
  const told = { t: 'skew', screeningId: uuid(60), reporting: 2, p50Ms: 4, p95Ms: 4 };
  expect([ada.take('skew'), bob.take('skew'), solo.take('skew')]).toEqual([[told], [told], []]);
  fake.pass(10_000);
  expect(ada.take('skew')).toEqual([]);
  report(bob, -2);
  expect(ada.take('skew')).toHaveLength(1);
});

test('R53 a socket whose closing wakes the room is told as gone, once', () => {
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' }, uuid(60));
  fake.pass(1_000);
  ada.frames.length = 0;
  fake.peers = [ada];
  fake.restart();
  leaveRoomFromSleep(fake.room, bob);
  leaveRoomFromSleep(fake.room, bob);
  expect(ada.take('presence')).toEqual([{ t: 'presence', total: 1, upserts: [], gone: [bob.id] }]);
  expect(ada.take('events')).toMatchObject([{ events: [{ screening: { memberCount: 1 } }] }]);
});

test('R53 beside the tick there are no timers', async () => {
  expect(fake.timersSet).toBe(0);
  ada.do({ t: 'comment.post', content: 'one' });
  expect(fake.timersSet).toBe(1);
  await fake.alarm();
  fake.pass(100);
  expect([fake.timersSet, fake.alarmAtMs]).toEqual([0, null]);
});
