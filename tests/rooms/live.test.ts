import { expect, test } from 'vitest';
import { liveOf } from '#rooms/live.ts';
import { FakeRoom, uuid } from './fake-room.ts';

test('R53 a room tells since when it has been awake', async () => {
  const fake = await FakeRoom.open();
  const openedAtMs = fake.nowMs;
  fake.pass(60_000);
  expect(liveOf(fake.room).awakeSinceMs).toBe(openedAtMs);
  fake.restart();
  expect(liveOf(fake.room).awakeSinceMs).toBe(openedAtMs + 60_000);
});

test('R83 live facts: who is here, what goes on and how far apart, what is not yet written', async () => {
  const fake = await FakeRoom.open();
  const ada = fake.enter({ userId: uuid(1), name: 'Ada' });
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  const bob = fake.enter({ name: 'Bob' }, uuid(60));
  fake.enter({ name: 'Solo' });
  expect(liveOf(fake.room)).toMatchObject({
    viewers: 3,
    persist: 'ok',
    unflushedEvents: 2,
    parkedRows: 0,
    screenings: [{ id: uuid(60), memberCount: 2, skew: null }],
  });
  ada.say({ t: 'sync.report', offsetMs: 6, errorMs: 1 });
  bob.say({ t: 'sync.report', offsetMs: -2, errorMs: 1 });
  const skew = { reporting: 2, p50Ms: 4, p95Ms: 4 };
  expect(liveOf(fake.room).screenings).toMatchObject([{ skew }]);
  fake.pass(60_000);
  expect(liveOf(fake.room).screenings).toMatchObject([{ skew: null }]);
});
