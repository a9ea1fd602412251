import { expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import type { Playback } from '#protocol/playback.ts';
import { afterReport, goneOn, heldFor, isHeld, releasedFrom, waitedInVain } from '#rooms/state/hold.ts';
import { nextPlayback, positionAt, type PlaybackOp } from '#rooms/state/playback.ts';

const NOW = 1_000_000;
const [ann, bob] = [
  { connectionId: 'a', name: 'Ann' },
  { connectionId: 'b', name: 'Bob' },
];
const id = '0198a000-0000-7000-8000-000000000001';
const playing: Playback = {
  revision: 4,
  isPlaying: true,
  positionSeconds: 10,
  rate: 1,
  atServerMs: NOW - 2_000,
  byConnectionId: 'c1',
  byName: 'Ada',
  awaited: [],
};
const hold = (playback: Playback, who = ann, nowMs = NOW) =>
  heldFor(playback, who, { nowMs, durationSeconds: 60 });
const held = hold(playing);
const after = (playback: Playback, op: PlaybackOp, nowMs: number) =>
  nextPlayback(playback, op, { nowMs, durationSeconds: 60, by: { connectionId: 'c2', name: 'Bo' } });

test('R103 a hold stands where it is, says who is awaited, and is nobody’s doing', () => {
  expect(held).toEqual({
    ...playing,
    revision: 5,
    positionSeconds: 12,
    atServerMs: NOW + 10_000,
    byConnectionId: null,
    byName: null,
    awaited: [ann],
  });
  expect(positionAt(held, NOW + 9_999, 60)).toBe(12);
});

test('R103 the last who is ready lets it go on, 150 ms ahead', () => {
  const both = hold(held, bob, NOW + 1_000);
  expect(both).toMatchObject({ revision: 6, atServerMs: NOW + 10_000, awaited: [ann, bob] });
  const one = releasedFrom(both, 'a', NOW + 2_000);
  expect(one).toMatchObject({ revision: 7, atServerMs: NOW + 10_000, awaited: [bob] });
  const none = releasedFrom(one, 'b', NOW + 3_000);
  expect(none).toEqual({ ...held, revision: 8, atServerMs: NOW + 3_150, awaited: [] });
  expect(positionAt(none, NOW + 4_150, 60)).toBe(13);
});

test('R103 nobody waits while paused, at the end, twice for one, or for more than twenty', () => {
  const paused = { ...playing, isPlaying: false };
  expect(hold(paused)).toBe(paused);
  const over = { ...playing, positionSeconds: 59.99 };
  expect(hold(over)).toBe(over);
  expect(hold(held, ann, NOW + 1)).toBe(held);
  const many = Array.from({ length: LIMITS.awaitedMembers }, (_, n) => ({
    connectionId: `m${n}`,
    name: 'M',
  }));
  const full = many.reduce((playback, member) => hold(playback, member), playing);
  expect(hold(full)).toBe(full);
});

test('R103 who was not awaited releases nothing', () => {
  expect(releasedFrom(held, 'b', NOW)).toBe(held);
  expect(releasedFrom(playing, 'a', NOW)).toBe(playing);
});

test('R104 it ends by the clock, ten seconds after it began', () => {
  const late = hold(held, bob, NOW + 9_000);
  expect([isHeld(late, NOW + 9_999), isHeld(late, NOW + 10_000)]).toEqual([true, false]);
  expect(positionAt(late, NOW + 11_000, 60)).toBe(13);
  expect([waitedInVain(late, NOW + 9_999), waitedInVain(late, NOW + 10_000)]).toEqual([[], [ann, bob]]);
  expect(releasedFrom(late, 'a', NOW + 10_001)).toBe(late);
  expect(goneOn(late, NOW + 10_001)).toBe(late);
  expect(hold(late, bob, NOW + 12_000)).toMatchObject({ positionSeconds: 14, awaited: [bob] });
});

test('R105 play starts anyway', () => {
  expect(after(held, { t: 'playback.play', id }, NOW + 500)).toMatchObject({
    revision: 6,
    isPlaying: true,
    positionSeconds: 12,
    atServerMs: NOW + 650,
    awaited: [],
    byName: 'Bo',
  });
});

test.each([
  ['pause', { t: 'playback.pause', id, positionSeconds: 12 }, [false, 12, NOW + 500]],
  ['seek', { t: 'playback.seek', id, positionSeconds: 40 }, [true, 40, NOW + 650]],
] as const)('R105 %s ends the hold', (_, op, [isPlaying, positionSeconds, atServerMs]) => {
  expect(after(held, op, NOW + 500)).toMatchObject({ isPlaying, positionSeconds, atServerMs, awaited: [] });
});

test('R105 a new rate does not, and does not lengthen it', () => {
  const op = { t: 'playback.rate', id, rate: 2 } as const;
  expect(after(held, op, NOW + 500)).toMatchObject({ rate: 2, atServerMs: NOW + 10_000, awaited: [ann] });
  expect(after(held, op, NOW + 11_000)).toMatchObject({ positionSeconds: 13, awaited: [] });
});

test('R37 a hold that waits for nobody any longer goes on at once', () => {
  expect(goneOn(held, NOW + 500)).toMatchObject({ revision: 6, atServerMs: NOW + 650, awaited: [] });
});

test('R106 a report is a picture shown, but not by who is late', () => {
  expect([afterReport(undefined), afterReport('loading'), afterReport('late')]).toEqual([
    'ready',
    'ready',
    'late',
  ]);
});
