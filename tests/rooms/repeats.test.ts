import { beforeEach, expect, test, vi } from 'vitest';
import { type FakeRoom, uuid, type FakePeer } from './fake-room.ts';
import { openScreening, SCREENING } from './fake-screening.ts';

let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  ({ fake, host, bob } = await openScreening({ controlMode: 'ask' }));
});

/** Bob on a new connection: the old one's answers never reached him, so his ticket still says where he was. */
const comeBack = (): FakePeer => {
  fake.leave(bob);
  fake.pass(200);
  return fake.enter({ userId: uuid(2), name: 'Bob' }, SCREENING);
};
const control = () => {
  fake.pass(200);
  return host.take('control').at(-1)?.control;
};

test('R11 a repeated leave takes the new connection out, too', () => {
  const leave = { t: 'screening.leave', id: uuid(70) } as const;
  bob.do(leave);
  const back = comeBack();
  expect(back.do(leave).result).toEqual({ kind: 'none' });
  expect(back.seat.screeningId).toBeNull();
  expect(fake.room.connections.membersOf(SCREENING)).toEqual([host]);
});

test('R11 a repeated leave does not leave another screening than it left', () => {
  const leave = { t: 'screening.leave', id: uuid(70) } as const;
  bob.do(leave);
  bob.do({ t: 'screening.start', id: uuid(61), positionSeconds: 0, isPlaying: false });
  bob.do(leave);
  expect(bob.seat.screeningId).toBe(uuid(61));
});

test('R11 who repeats that they ask, asks: the ask of the old connection ended with it', () => {
  const ask = { t: 'control.request', id: uuid(70), isAsking: true } as const;
  bob.do(ask);
  const back = comeBack();
  back.do(ask);
  const asking = [{ connectionId: back.id, name: 'Bob' }];
  expect(back.frames.at(-1)).toMatchObject({ t: 'control', control: { asking } });
  expect(control()).toEqual({ asking, granted: [] });
  host.do({ t: 'control.grant', connectionId: back.id, isGranted: true });
  back.do(ask);
  expect(control()?.asking).toEqual([]);
});

test('R11 a repeated ask that was declined meanwhile is not asked again', () => {
  const ask = { t: 'control.request', id: uuid(70), isAsking: true } as const;
  bob.do(ask);
  host.do({ t: 'control.grant', connectionId: bob.id, isGranted: false });
  bob.do(ask);
  expect(control()?.asking).toEqual([]);
});

test('R11 repeats that undo each other come to a few writes, and one that changes nothing to none', () => {
  const asks = [true, false].map(
    (isAsking, n) => ({ t: 'control.request', id: uuid(70 + n), isAsking }) as const,
  );
  const join = { t: 'screening.join', id: uuid(72), screeningId: SCREENING } as const;
  for (const op of [...asks, join]) bob.do(op);
  const back = comeBack();
  fake.pass(10_000);
  const before = fake.rowsWritten;
  for (let n = 0; n < 40; n += 1) back.say(asks[n % 2] ?? join);
  expect(fake.rowsWritten - before).toBeLessThanOrEqual(12);
  fake.pass(10_000);
  const then = fake.rowsWritten;
  for (let n = 0; n < 20; n += 1) back.do(join);
  expect(fake.rowsWritten).toBe(then);
});

test('R11 after a repeated word about who steers its sender is told how that stands now', () => {
  const grant = { t: 'control.grant', id: uuid(70), connectionId: bob.id, isGranted: true } as const;
  const set = { t: 'screening.set', id: uuid(71), screeningId: SCREENING, stallPolicy: 'wait' } as const;
  host.do(grant);
  host.do(set);
  host.do({ t: 'control.grant', connectionId: bob.id, isGranted: false });
  for (const op of [grant, set]) {
    host.do(op);
    expect(host.frames.at(-1)).toMatchObject({ t: 'control', control: { asking: [], granted: [] } });
  }
});

test('R10 what fails after the commit is logged, and the answer stands', () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const queue = vi.spyOn(fake.room.outbox, 'queue').mockImplementation(() => {
    throw new Error('a bug');
  });
  bob.frames.length = 0;
  bob.do({ t: 'comment.post', content: 'hello' });
  expect(bob.frames.filter(({ t }) => t === 'refuse')).toEqual([]);
  expect(logged).toHaveBeenCalledOnce();
  expect(fake.alarmAtMs).not.toBeNull();
  queue.mockRestore();
  logged.mockRestore();
});
