import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { findScreening } from '#rooms/storage/screenings.ts';
import { FakeRoom, uuid, VIDEO_ID, type FakePeer } from './fake-room.ts';

const SCREENING = uuid(60);
let fake: FakeRoom;
beforeEach(async () => void (fake = await FakeRoom.open()));

const start = (peer: FakePeer, id = fake.newId()) =>
  peer.ask({ t: 'screening.start', id, positionSeconds: 0, isPlaying: true });

test.each([null, 1])(
  'R30 after storage loss, too, a screening is started once, whoever says its id (ended: %s)',
  async (endedAfterMs) => {
    fake = new FakeRoom();
    const startedAtMs = fake.nowMs - 60_000;
    const endedAtMs = endedAfterMs && startedAtMs + endedAfterMs;
    const hosted = { shortId: 'abcdefghijk', hostId: uuid(1), hostName: 'Ada' };
    const steered = { controlMode: 'presenter', stallPolicy: 'go_on' } as const;
    fake.postgres.known = {
      screenings: [{ id: SCREENING, ...hosted, ...steered, startedAtMs, endedAtMs }],
    };
    await fake.keeper.open(VIDEO_ID);
    const eve = fake.enter({ userId: uuid(2), name: 'Eve' });
    expect(start(eve, SCREENING)).toMatchObject({ code: 'CONFLICT' });
    expect(eve.seat.screeningId).toBeNull();
    expect(findScreening(fake.room.sql, SCREENING)).toMatchObject({ hostId: uuid(1), endedAtMs });
  },
);

test('R13 a start that is refused makes nothing make way', () => {
  const host = fake.enter({ userId: uuid(1) });
  for (let n = 0; n < LIMITS.screeningsPerRoom; n += 1) {
    fake.pass(1_000);
    start(host, uuid(10_000 + n));
    host.do({ t: 'screening.leave' });
  }
  fake.pass(25 * 3_600_000);
  const watcher = fake.enter({ userId: uuid(2), role: 'view' });
  const before = fake.room.facts.seq;
  expect(start(watcher)).toMatchObject({ code: 'FORBIDDEN' });
  expect(start(host, uuid(10_001)).t).toBe('ack');
  expect(start(watcher, uuid(10_001))).toMatchObject({ code: 'CONFLICT' });
  expect(fake.room.facts.seq - before).toBe(1);
  expect(findScreening(fake.room.sql, uuid(10_000))?.endedAtMs).toBeNull();
});

test('R30 of a host without an account it makes way after ten minutes, unless somebody is in it', () => {
  const fill = (count: number, userId: string | null) => {
    for (let n = 0; n < count; n += 1) {
      fake.pass(1_000);
      const visitor = fake.enter({ userId });
      expect(start(visitor).t).toBe('ack');
      if (n > 0) fake.leave(visitor);
    }
  };
  fill(1, uuid(1));
  fill(LIMITS.screeningsPerRoom - 1, null);
  const bob = fake.enter({ userId: uuid(2), name: 'Bob' });
  fake.pass(8 * 60_000);
  expect(start(bob)).toMatchObject({ code: 'CONFLICT' });
  fake.pass(2 * 60_000);
  for (let n = 0; n < LIMITS.screeningsPerRoom - 2; n += 1) {
    fake.pass(1_000);
    expect(start(fake.enter({ userId: uuid(3 + n) })).t).toBe('ack');
  }
  expect(start(bob)).toMatchObject({ code: 'CONFLICT' });
});
