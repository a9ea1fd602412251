import { beforeEach, expect, test } from 'vitest';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { type FakeRoom, uuid, type FakePeer } from './fake-room.ts';
import { openScreening, SCREENING } from './fake-screening.ts';

let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  ({ fake, host, bob } = await openScreening());
  fake.pass(1_000);
});

const set = (peer: FakePeer, settings: object) =>
  peer.ask({ t: 'screening.set', screeningId: SCREENING, ...settings });
const handOver = (from: FakePeer, to: FakePeer) =>
  from.ask({ t: 'screening.handover', screeningId: SCREENING, connectionId: to.id });
/** The screening as everyone was last told of it. */
const told = (peer: FakePeer): ScreeningSummary | undefined => {
  fake.pass(1_000);
  return peer
    .take('events')
    .flatMap(({ events }) => events)
    .flatMap((event) => (event.kind === 'screening' ? event.screening : []))
    .at(-1);
};

test('R37 the host changes who steers, and everyone hears so', async () => {
  const solo = fake.enter({ userId: uuid(3) });
  expect(set(bob, { controlMode: 'ask' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(set(host, { controlMode: 'presenter', stallPolicy: 'wait' })).toMatchObject({
    result: { kind: 'screening', screening: { controlMode: 'presenter', stallPolicy: 'wait' } },
  });
  expect(told(solo)).toMatchObject({ controlMode: 'presenter', stallPolicy: 'wait' });
  expect(bob.ask({ t: 'playback.play' })).toMatchObject({ code: 'FORBIDDEN' });
  await fake.alarm();
  expect(fake.postgres.batches.at(-1)?.screenings).toMatchObject([{ controlMode: 'presenter' }]);
});

test('R37 a manager changes it from outside; nothing given, or nothing new, changes nothing', () => {
  const manager = fake.enter({ userId: uuid(4), role: 'manage' });
  expect(set(manager, { stallPolicy: 'wait' }).t).toBe('ack');
  expect(manager.seat.screeningId).toBeNull();
  expect(told(bob)).toMatchObject({ controlMode: 'anyone', stallPolicy: 'wait' });
  expect(set(host, {})).toMatchObject({ code: 'INVALID' });
  expect(set(host, { stallPolicy: 'wait' }).t).toBe('ack');
  expect(told(bob)).toBeUndefined();
  host.do({ t: 'screening.end', screeningId: SCREENING });
  expect(set(host, { stallPolicy: 'go_on' })).toMatchObject({ code: 'CONFLICT' });
});

test('R37 with its mode asks and grants end', () => {
  set(host, { controlMode: 'ask' });
  bob.do({ t: 'control.request', isAsking: true });
  host.do({ t: 'control.grant', connectionId: bob.id, isGranted: true });
  const controls = () => {
    fake.pass(200);
    return host.take('control');
  };
  controls();
  set(host, { controlMode: 'presenter' });
  expect(controls()).toMatchObject([{ control: { asking: [], granted: [] } }]);
  set(host, { controlMode: 'ask' });
  expect(controls()).toEqual([]);
  expect(bob.ask({ t: 'playback.play' })).toMatchObject({ code: 'FORBIDDEN' });
});

test('R101 the host hands the role on, and is a member like the others', async () => {
  set(host, { controlMode: 'ask' });
  bob.do({ t: 'control.request', isAsking: true });
  expect(handOver(bob, bob)).toMatchObject({ code: 'FORBIDDEN' });
  expect(handOver(host, bob)).toMatchObject({
    result: { screening: { hostId: uuid(2), hostName: 'Bob', isHostHere: true }, control: { asking: [] } },
  });
  expect(told(host)).toMatchObject({ hostId: uuid(2), hostName: 'Bob', hostConnectionId: null });
  expect(host.ask({ t: 'screening.end', screeningId: SCREENING })).toMatchObject({
    message: 'Only Bob may end this screening.',
  });
  await fake.alarm();
  expect(fake.postgres.batches.at(-1)?.screenings).toMatchObject([{ hostId: uuid(2) }]);
  expect(bob.ask({ t: 'screening.end', screeningId: SCREENING }).t).toBe('ack');
});

test('R101 it goes to a member who may control, also one without an account', () => {
  const watcher = fake.enter({ userId: uuid(3), name: 'Eve', role: 'comment' }, SCREENING);
  const outside = fake.enter({ userId: uuid(4) });
  const guest = fake.enter({ name: 'Guest' }, SCREENING);
  expect(handOver(host, watcher)).toMatchObject({ code: 'CONFLICT' });
  expect(handOver(host, outside)).toMatchObject({ code: 'NOT_FOUND' });
  expect(handOver(host, guest).t).toBe('ack');
  expect(told(bob)).toMatchObject({ hostId: null, hostName: 'Guest', hostConnectionId: guest.id });
  fake.restart();
  expect(set(guest, { controlMode: 'presenter' }).t).toBe('ack');
});

test('R101 the host stays host while away, unless a member who may control takes over', () => {
  const watcher = fake.enter({ userId: uuid(3), role: 'comment' }, SCREENING);
  fake.leave(host);
  expect(told(bob)).toMatchObject({ hostName: 'Ada', isHostHere: false });
  const back = fake.enter({ userId: uuid(1), name: 'Ada' }, SCREENING);
  expect(told(bob)).toMatchObject({ hostName: 'Ada', isHostHere: true });
  expect(handOver(bob, bob)).toMatchObject({ code: 'FORBIDDEN' });
  back.do({ t: 'screening.leave' });
  expect(handOver(watcher, watcher)).toMatchObject({ code: 'FORBIDDEN' });
  expect(handOver(bob, watcher)).toMatchObject({ code: 'FORBIDDEN' });
  expect(handOver(bob, bob).t).toBe('ack');
  expect(told(back)).toMatchObject({ hostId: uuid(2), isHostHere: true });
});

test('R101 who hosts and may only watch now steers and manages nothing, and somebody can take over', () => {
  set(host, { controlMode: 'presenter' });
  fake.leave(host);
  const demoted = fake.enter({ userId: uuid(1), name: 'Ada', role: 'view' }, SCREENING);
  expect(told(bob)).toMatchObject({ hostName: 'Ada', isHostHere: false });
  expect(demoted.ask({ t: 'playback.pause', positionSeconds: 3 })).toMatchObject({ code: 'FORBIDDEN' });
  expect(set(demoted, { controlMode: 'ask' })).toMatchObject({ code: 'FORBIDDEN' });
  expect(handOver(demoted, bob)).toMatchObject({ code: 'FORBIDDEN' });
  const end = { t: 'screening.end', screeningId: SCREENING } as const;
  expect(demoted.ask(end)).toMatchObject({ code: 'FORBIDDEN' });
  expect(handOver(bob, bob).t).toBe('ack');
  expect(told(bob)).toMatchObject({ hostName: 'Bob', isHostHere: true });
});
