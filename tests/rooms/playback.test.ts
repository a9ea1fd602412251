import { expect, test } from 'vitest';
import type { Playback } from '#protocol/playback.ts';
import { firstPlayback, nextPlayback, positionAt, type PlaybackOp } from '#rooms/state/playback.ts';

const NOW = 1_000_000;
const by = { connectionId: 'c1', name: 'Ada' };
const context = (nowMs = NOW, durationSeconds: number | null = 60) => ({ nowMs, durationSeconds, by });
const id = '0198a000-0000-7000-8000-000000000001';
const at = (playback: Partial<Playback>): Playback => ({
  revision: 4,
  isPlaying: true,
  positionSeconds: 10,
  rate: 1,
  atServerMs: NOW,
  byConnectionId: null,
  byName: null,
  awaited: [],
  ...playback,
});
const after = (playback: Playback, op: PlaybackOp, nowMs = NOW) => nextPlayback(playback, op, context(nowMs));

test.each([
  ['starts ahead', at({ isPlaying: false }), { t: 'playback.play', id }, [true, 10, NOW + 150]],
  [
    'starts where asked',
    at({ isPlaying: false }),
    { t: 'playback.play', id, positionSeconds: 3 },
    [true, 3, NOW + 150],
  ],
  [
    'seeks ahead while playing',
    at({}),
    { t: 'playback.seek', id, positionSeconds: 30 },
    [true, 30, NOW + 150],
  ],
  [
    'seeks now while paused',
    at({ isPlaying: false }),
    { t: 'playback.seek', id, positionSeconds: 30 },
    [false, 30, NOW],
  ],
  [
    'pauses on the frame shown',
    at({}),
    { t: 'playback.pause', id, positionSeconds: 10.02 },
    [false, 10.02, NOW],
  ],
] as const)('R31 %s', (_, before, op, [isPlaying, positionSeconds, atServerMs]) => {
  expect(after(before, op)).toEqual({
    ...before,
    revision: 5,
    isPlaying,
    positionSeconds,
    atServerMs,
    byConnectionId: 'c1',
    byName: 'Ada',
  });
});

test('R31 play while playing changes nothing, not even the revision', () => {
  const playing = at({});
  expect(after(playing, { t: 'playback.play', id }, NOW + 5_000)).toBe(playing);
});

test('R32 the position follows the clock, waits for its start and stops at the end', () => {
  const playing = at({ rate: 1.5 });
  expect(positionAt(playing, NOW - 100, 60)).toBe(10);
  expect(positionAt(playing, NOW + 2_000, 60)).toBe(13);
  expect(positionAt(playing, NOW + 100_000, 60)).toBe(60);
  expect(positionAt(playing, NOW + 100_000, null)).toBe(160);
  expect(positionAt(at({ isPlaying: false }), NOW + 100_000, 60)).toBe(10);
});

test('R32 a new rate jumps no position, not even before the start', () => {
  const playing = at({});
  const faster = after(playing, { t: 'playback.rate', id, rate: 2 }, NOW + 4_000);
  expect(faster).toMatchObject({ rate: 2, positionSeconds: 14, atServerMs: NOW + 4_000 });
  expect(positionAt(faster, NOW + 5_000, 60)).toBe(16);
  const waiting = firstPlayback({ positionSeconds: 5, isPlaying: true }, context());
  expect(after(waiting, { t: 'playback.rate', id, rate: 2 }, NOW + 50)).toMatchObject({
    positionSeconds: 5,
    atServerMs: NOW + 150,
  });
});

test('R32 every position given is held to the video', () => {
  expect(firstPlayback({ positionSeconds: 99, isPlaying: false }, context()).positionSeconds).toBe(60);
  for (const t of ['playback.seek', 'playback.pause', 'playback.play'] as const)
    expect(after(at({}), { t, id, positionSeconds: 99 }).positionSeconds).toBe(60);
});

test('R32 play at the end begins again', () => {
  expect(after(at({ isPlaying: false, positionSeconds: 60 }), { t: 'playback.play', id })).toMatchObject({
    positionSeconds: 0,
    isPlaying: true,
  });
});

test.each([24_000 / 1_001, 24, 25, 30_000 / 1_001, 30, 50, 60_000 / 1_001, 60])(
  'R38 a paused seek to the centre of a frame stays in it, at %d frames a second',
  (framesPerSecond) => {
    const paused = at({ isPlaying: false });
    const frames = Array.from({ length: 2_000 }, (_, n) => n * 173);
    const shown = frames.map((frame) => {
      const op = { t: 'playback.seek', id, positionSeconds: (frame + 0.5) / framesPerSecond } as const;
      const { positionSeconds } = nextPlayback(paused, op, context(NOW, null));
      return Math.floor(positionSeconds * framesPerSecond);
    });
    expect(shown).toEqual(frames);
  },
);
