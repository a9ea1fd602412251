import { expect, test } from 'vitest';
import type { Playback } from '#protocol/playback.ts';
import { HOLD_MS, isHeld } from '#rooms/state/hold.ts';
import { findScreening } from '#rooms/storage/screenings.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const SCREENING = uuid(60);
const STEPS = 400;

/** Numbers below one, the same for a seed. */
const chanceOf = (seed: number) => () => {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return seed / 2 ** 32;
};

test.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'R104 whatever members do, nobody waits longer than ten seconds, nor for who is not there (seed %i)',
  async (seed) => {
    const chance = chanceOf(seed);
    const fake = await FakeRoom.open();
    const host = fake.enter({ userId: uuid(1), name: 'Ada' });
    const start = { t: 'screening.start', id: SCREENING, positionSeconds: 5, isPlaying: true } as const;
    host.do({ ...start, stallPolicy: 'wait' });
    const members = [host];
    const playback = (): Playback => {
      const found = findScreening(fake.room.sql, SCREENING);
      if (!found) throw new Error('The screening is gone.');
      return found.playback;
    };
    const anyone = (): FakePeer => members[Math.floor(chance() * members.length)] ?? host;
    const stall = (isStalled: boolean) =>
      anyone().say({ t: 'stall', isStalled, revision: playback().revision });
    const doings: (() => void)[] = [
      () => stall(true),
      () => stall(true),
      () => stall(false),
      () => anyone().say({ t: 'sync.report', offsetMs: 0, errorMs: 1 }),
      () => fake.pass(chance() * 200),
      () => fake.pass(chance() * 6_000),
      () => fake.restart(),
      () => void host.ask({ t: 'playback.play' }),
      () => void host.ask({ t: 'playback.pause', positionSeconds: 10 }),
      () => void host.ask({ t: 'playback.seek', positionSeconds: chance() * 50 }),
      () => void members.push(fake.enter({ name: 'Somebody' }, SCREENING)),
      () => members.length > 1 && fake.leave(members.pop() ?? host),
    ];
    /** Until when everyone waits, as it was when the hold began. */
    let untilMs: number | null = null;
    let revision = 0;
    for (let n = 0; n < STEPS; n += 1) {
      doings[Math.floor(chance() * doings.length)]?.();
      const now = playback();
      const waits = isHeld(now, fake.nowMs);
      expect(now.revision).toBeGreaterThanOrEqual(revision);
      revision = now.revision;
      if (!waits) untilMs = null;
      else {
        expect(now.atServerMs - fake.nowMs).toBeLessThanOrEqual(HOLD_MS);
        if (untilMs !== null) expect(now.atServerMs).toBe(untilMs);
        untilMs = now.atServerMs;
        const here = new Set(members.map(({ id }) => id));
        expect(now.awaited.filter(({ connectionId }) => !here.has(connectionId))).toEqual([]);
      }
    }
    fake.pass(300);
    for (const member of members) {
      const told = member.take('playback').map((frame) => frame.playback.revision);
      expect(told).toEqual([...new Set(told)].sort((a, b) => a - b));
      if (told.length > 0) expect(told.at(-1)).toBe(playback().revision);
    }
  },
);
