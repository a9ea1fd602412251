import { beforeEach, expect, test } from 'vitest';
import type { Playback } from '#protocol/playback.ts';
import { positionAt } from '#rooms/state/playback.ts';
import { findScreening } from '#rooms/storage/screenings.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const SCREENING = uuid(60);
let fake: FakeRoom;
let host: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  fake.room.facts.durationSeconds = null;
  host = fake.enter({ userId: uuid(1), name: 'Ada' });
  const start = { t: 'screening.start', id: SCREENING, positionSeconds: 0, isPlaying: true } as const;
  host.do({ ...start, stallPolicy: 'wait' });
  fake.pass(1_150);
});

const playback = (): Playback => {
  const found = findScreening(fake.room.sql, SCREENING);
  if (!found) throw new Error('The screening is gone.');
  return found.playback;
};
const position = () => positionAt(playback(), fake.nowMs, null);
const stall = (peer: FakePeer, isStalled = true) =>
  peer.say({ t: 'stall', isStalled, revision: playback().revision });
/** Nameless, and may only watch. */
const watcher = () => {
  const peer = fake.enter({ role: 'view' }, SCREENING);
  stall(peer, false);
  return peer;
};
const isHeldFor = (peer: FakePeer) => playback().awaited.some(({ connectionId }) => connectionId === peer.id);

test('R107 one connection has everyone wait for 20 seconds in five minutes', () => {
  const eve = watcher();
  for (let n = 0; n < 30; n += 1) {
    stall(eve);
    fake.pass(5_000);
    stall(eve, false);
    fake.pass(5_000);
  }
  // 20 at once, and in 300 s another 20.
  expect(position()).toBeGreaterThan(300 - 45);
  const bob = watcher();
  stall(bob);
  expect(isHeldFor(bob)).toBe(true);
  fake.pass(300_000);
  stall(bob, false);
  stall(eve, false);
  fake.pass(10_000);
  stall(eve);
  expect(isHeldFor(eve)).toBe(true);
});

test('R107 a wait counts as a second at least, for each write and frame it costs', () => {
  const eve = watcher();
  fake.pass(1_000);
  host.frames.length = 0;
  const before = fake.room.facts.seq;
  for (let n = 0; n < 300; n += 1) {
    stall(eve, n % 2 === 0);
    fake.pass(100);
  }
  expect(fake.room.facts.seq - before).toBeLessThanOrEqual(44);
  expect(host.take('playback').length).toBeLessThanOrEqual(44);
});

test('R107 what one has cost is remembered through sleep, leaving and coming back in', () => {
  const eve = watcher();
  for (let n = 0; n < 2; n += 1) {
    stall(eve);
    fake.pass(10_000);
    stall(eve, false);
    fake.pass(10_000);
  }
  fake.restart();
  eve.do({ t: 'screening.leave' });
  eve.do({ t: 'screening.join', screeningId: SCREENING });
  eve.say({ t: 'sync.report', offsetMs: 0, errorMs: 1 });
  stall(eve);
  stall(eve);
  expect(isHeldFor(eve)).toBe(true);
  fake.pass(10_000);
  stall(eve, false);
  fake.pass(10_000);
  stall(eve);
  expect(isHeldFor(eve)).toBe(false);
});

/** Numbers below one, the same for a seed. */
const chanceOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test.each([1, 2, 3, 4])(
  'R107 whatever members do who do not steer, of five minutes at least half are played (seed %i)',
  (seed) => {
    const chance = chanceOf(seed);
    const members = [host];
    const anyone = () => members[Math.floor(chance() * members.length)] ?? host;
    const doings: (() => void)[] = [
      ...[true, true, true, false, false].map((isStalled) => () => stall(anyone(), isStalled)),
      () => anyone().say({ t: 'sync.report', offsetMs: 0, errorMs: 1 }),
      () => void members.push(watcher()),
      () => members.length > 1 && fake.leave(members.pop() ?? host),
      () => fake.restart(),
      ...[300, 3_000, 11_000].map((ms) => () => fake.pass(chance() * ms)),
    ];
    for (let round = 0; round < 3; round += 1) {
      const [fromMs, fromSeconds] = [fake.nowMs, position()];
      while (fake.nowMs - fromMs < 300_000) doings[Math.floor(chance() * doings.length)]?.();
      const wallSeconds = (fake.nowMs - fromMs) / 1000;
      expect(position() - fromSeconds).toBeGreaterThan(wallSeconds / 2);
    }
  },
);

test('R107 nor do ever new connections hold it up', () => {
  const from = position();
  const fromMs = fake.nowMs;
  while (fake.nowMs - fromMs < 600_000) {
    const eve = watcher();
    stall(eve);
    fake.pass(9_999);
    fake.leave(eve);
  }
  expect(position() - from).toBeGreaterThan(300);
});
