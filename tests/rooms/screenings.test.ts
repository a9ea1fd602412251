import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const SCREENING = uuid(60);
let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  host = fake.enter({ userId: uuid(1), name: 'Ada', isGuest: false });
  bob = fake.enter({ userId: uuid(2), name: 'Bob' });
});

const start = (peer: FakePeer, controlMode: 'anyone' | 'presenter' = 'anyone', id = SCREENING) =>
  peer.do({ t: 'screening.start', id, positionSeconds: 5, isPlaying: true, controlMode });
const join = (peer: FakePeer) => peer.ask({ t: 'screening.join', screeningId: SCREENING });

test('R30 whoever may control starts one and is in it, as its host', () => {
  const { result } = start(host);
  expect(result).toEqual({
    kind: 'screening',
    screening: {
      id: SCREENING,
      shortId: expect.stringMatching(/^[\w-]{11}$/),
      hostId: uuid(1),
      hostName: 'Ada',
      hostConnectionId: null,
      isHostHere: true,
      controlMode: 'anyone',
      stallPolicy: 'go_on',
      startedAtMs: fake.nowMs,
      endedAtMs: null,
      memberCount: 1,
    },
    playback: {
      revision: 1,
      isPlaying: true,
      positionSeconds: 5,
      rate: 1,
      atServerMs: fake.nowMs + 150,
      byConnectionId: host.id,
      byName: 'Ada',
      awaited: [],
    },
    control: { asking: [], granted: [] },
  });
  expect(host.seat.screeningId).toBe(SCREENING);
  const watcher = fake.enter({ userId: uuid(3), role: 'comment' });
  expect(watcher.ask({ t: 'screening.start', positionSeconds: 0, isPlaying: true })).toMatchObject({
    code: 'FORBIDDEN',
  });
});

test('R30 at most 100 go on at once', () => {
  for (let n = 0; n < LIMITS.screeningsPerRoom; n += 1) {
    fake.pass(1_000);
    start(host, 'anyone', uuid(10_000 + n));
  }
  expect(bob.ask({ t: 'screening.start', positionSeconds: 0, isPlaying: true })).toMatchObject({
    code: 'CONFLICT',
  });
  host.do({ t: 'screening.end', screeningId: uuid(10_000) });
  expect(bob.ask({ t: 'screening.start', positionSeconds: 0, isPlaying: true }).t).toBe('ack');
});

test('R30 one that was forsaken for a day makes way', () => {
  for (let n = 0; n < LIMITS.screeningsPerRoom; n += 1) {
    fake.pass(1_000);
    start(host, 'anyone', uuid(10_000 + n));
  }
  fake.pass(25 * 3_600_000);
  const answer = bob.do({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  expect(answer.result.kind).toBe('screening');
  expect(bob.ask({ t: 'screening.join', screeningId: uuid(10_000) })).toMatchObject({
    message: 'This screening has ended.',
  });
  expect(bob.ask({ t: 'screening.join', screeningId: uuid(10_001) }).t).toBe('ack');
});

test('R33 anyone who may control steers, unless the presenter does', () => {
  start(host);
  join(bob);
  expect(bob.ask({ t: 'playback.pause', positionSeconds: 9 }).t).toBe('ack');
  const presented = fake.enter({ userId: uuid(5), name: 'Pia' });
  start(presented, 'presenter', uuid(61));
  bob.do({ t: 'screening.join', screeningId: uuid(61) });
  expect(bob.ask({ t: 'playback.pause', positionSeconds: 9 })).toMatchObject({
    code: 'FORBIDDEN',
    message: expect.stringContaining('Pia'),
  });
  const manager = fake.enter({ userId: uuid(6), role: 'manage' }, uuid(61));
  expect(manager.ask({ t: 'playback.pause', positionSeconds: 9 }).t).toBe('ack');
  expect(presented.ask({ t: 'playback.play' }).t).toBe('ack');
  const watcher = fake.enter({ userId: uuid(7), role: 'comment' }, SCREENING);
  expect(watcher.ask({ t: 'playback.play' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('R33 a host without an account steers from the connection that started it', () => {
  const anonymous = fake.enter();
  start(anonymous, 'presenter');
  expect(anonymous.ask({ t: 'playback.pause', positionSeconds: 1 }).t).toBe('ack');
  const other = fake.enter({}, SCREENING);
  expect(other.ask({ t: 'playback.play' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('R34 it is joined, left and joined again, outlives hibernation and its last member', () => {
  start(host);
  expect(join(bob)).toMatchObject({ result: { screening: { memberCount: 2 } } });
  fake.restart();
  bob.do({ t: 'playback.pause', positionSeconds: 20 });
  expect(host.take('playback').at(-1)).toMatchObject({ playback: { positionSeconds: 20, byName: 'Bob' } });
  host.do({ t: 'screening.leave' });
  bob.do({ t: 'screening.leave' });
  expect(host.ask({ t: 'playback.play' })).toMatchObject({ code: 'CONFLICT' });
  const late = fake.enter({ userId: uuid(4), name: 'Cy' }, SCREENING);
  expect(late.take('welcome')[0]).toMatchObject({
    screening: { id: SCREENING, playback: { positionSeconds: 20, isPlaying: false } },
    screenings: [{ id: SCREENING, memberCount: 1 }],
  });
  expect(join(bob)).toMatchObject({ result: { screening: { memberCount: 2 } } });
});

test('R34 a connection that breaks off has left; everyone sees the count', () => {
  start(host);
  join(bob);
  fake.pass(200);
  host.take('events');
  fake.leave(bob);
  expect(host.take('events')).toMatchObject([
    { events: [{ kind: 'screening', screening: { memberCount: 1 } }] },
  ]);
});

test('R35 its end frees everyone in it and refuses who comes later, in words', () => {
  start(host);
  join(bob);
  expect(bob.ask({ t: 'screening.end', screeningId: SCREENING })).toMatchObject({ code: 'FORBIDDEN' });
  fake.pass(200);
  bob.take('events');
  host.do({ t: 'screening.end', screeningId: SCREENING });
  expect(bob.seat.screeningId).toBeNull();
  expect(bob.take('events')).toMatchObject([
    { events: [{ kind: 'screening', screening: { endedAtMs: fake.nowMs, memberCount: 0 } }] },
  ]);
  expect(join(bob)).toMatchObject({ code: 'CONFLICT', message: 'This screening has ended.' });
  const late = fake.enter({ userId: uuid(4) }, SCREENING);
  expect(late.take('welcome')[0]).toMatchObject({ screening: null, screenings: [] });
  expect(host.do({ t: 'screening.end', screeningId: SCREENING }).result).toEqual({ kind: 'none' });
  expect(join(fake.enter({ userId: uuid(8) }))).toMatchObject({ code: 'CONFLICT' });
  expect(bob.ask({ t: 'screening.join', screeningId: uuid(99) })).toMatchObject({ code: 'NOT_FOUND' });
});

test('R36 screenings play apart: each hears its own, comments are everyone’s', () => {
  start(host);
  start(bob, 'anyone', uuid(61));
  const solo = fake.enter();
  fake.pass(200);
  for (const peer of [host, bob, solo]) peer.frames.length = 0;
  host.do({ t: 'playback.pause', positionSeconds: 11 });
  host.do({ t: 'comment.post', content: 'for all' });
  expect(host.take('playback')).toHaveLength(1);
  expect([bob.take('playback'), solo.take('playback')]).toEqual([[], []]);
  expect([bob.take('events').length, solo.take('events').length]).toEqual([1, 1]);
});

test('R34 going straight into another screening leaves the first, and everyone hears so', async () => {
  start(host);
  join(bob);
  fake.pass(1_000);
  host.take('events');
  start(bob, 'anyone', uuid(61));
  fake.pass(1_000);
  const counts = host
    .take('events')
    .flatMap(({ events }) => events)
    .flatMap((event) =>
      event.kind === 'screening' ? [[event.screening.id, event.screening.memberCount]] : [],
    );
  expect(Object.fromEntries(counts)).toEqual({ [SCREENING]: 1, [uuid(61)]: 1 });
  await fake.alarm();
  const attended = fake.postgres.batches.flatMap(({ attendees }) => attendees);
  expect(attended.find((one) => one.screeningId === SCREENING && one.userId === uuid(2))).toMatchObject({
    leftAtMs: expect.any(Number),
  });
});
