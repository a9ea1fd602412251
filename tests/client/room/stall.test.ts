import { describe, expect, test } from 'vitest';
import type { Playback } from '#protocol/playback.ts';
import { isHeld } from '#client/room/hold.ts';
import { NEW_STALL, nextStall, type Picture, type StallMemory } from '#client/room/stall.ts';
import { playbackOf } from './samples.ts';

const ME = { connectionId: 'me', name: 'Ann' };
const playing = (revision: number, changes: Partial<Playback> = {}) =>
  playbackOf(revision, { isPlaying: true, atServerMs: 0, ...changes });
const held = (revision: number) => playing(revision, { atServerMs: 10_000, awaited: [ME] });

/** What is told over some looks at the element, and what is remembered then. */
function look(
  looks: readonly (readonly [
    serverMs: number,
    playback: Playback,
    picture: Picture,
    connectionId?: string,
    isSeeking?: boolean,
  ])[],
  start: StallMemory = NEW_STALL,
) {
  let memory = start;
  const told: unknown[] = [];
  for (const [serverMs, playback, picture, connectionId = 'me', isSeeking = false] of looks) {
    const next = nextStall(memory, { serverMs, playback, picture, connectionId, isSeeking });
    memory = next.memory;
    if (next.tell) told.push(next.tell);
  }
  return { told, memory };
}

const { memory: settled, told: onJoining } = look([
  [0, playing(4), 'none'],
  [5000, playing(4), 'none'],
  [5100, playing(4), 'enough'],
  [9000, playing(4), 'enough'],
]);

describe('a screening that waits', () => {
  test('does not wait for who has just joined, and hears once that they are there', () => {
    expect(onJoining).toEqual([{ isStalled: false, revision: 4 }]);
  });

  test('hears of a stall that lasts, once, and of its end, once', () => {
    const { told } = look(
      [
        [10_000, playing(4), 'none'],
        [10_200, playing(4), 'none'],
        [10_250, playing(4), 'none'],
        [11_000, playing(4), 'none'],
        [12_000, playing(4), 'some'],
        [12_100, playing(4), 'enough'],
      ],
      settled,
    );
    expect(told).toEqual([
      { isStalled: true, revision: 4 },
      { isStalled: false, revision: 4 },
    ]);
  });

  test('hears nothing of what is over soon, nor of a bar that is dragged, nor while paused', () => {
    const short = look(
      [
        [10_000, playing(4), 'none'],
        [10_240, playing(4), 'none'],
        [10_260, playing(4), 'some'],
      ],
      settled,
    );
    const dragged = look(
      [10, 11, 12, 13].map((n) => [n * 200, playing(n), 'none'] as const),
      settled,
    );
    const paused = look(
      [
        [0, playing(5, { isPlaying: false }), 'none'],
        [999, playing(5, { isPlaying: false }), 'none'],
      ],
      settled,
    );
    expect([short.told, dragged.told, paused.told]).toEqual([[], [], []]);
  });

  test('does not wait for a device to seek, unless that lasts', () => {
    const seeking = (serverMs: number) => [serverMs, playing(5), 'none', 'me', true] as const;
    const landing = [10_950, playing(5), 'none'] as const;
    const sought = look([seeking(10_000), seeking(10_900), landing, [10_990, playing(5), 'some']], settled);
    expect(sought.told).toEqual([]);
    expect(
      look([seeking(10_000), seeking(10_900), landing, [11_000, playing(5), 'none']], settled).told,
    ).toEqual([{ isStalled: true, revision: 5 }]);
  });

  test('who is waited for says when there is enough to go on, under the hold’s revision', () => {
    const { told, memory } = look(
      [
        [0, playing(4), 'none'],
        [300, playing(4), 'none'],
        [400, held(5), 'none'],
        [2000, held(5), 'none'],
        [2100, held(5), 'some'],
        [2200, held(5), 'enough'],
      ],
      settled,
    );
    expect(told).toEqual([
      { isStalled: true, revision: 4 },
      { isStalled: false, revision: 5 },
    ]);
    expect(
      look(
        [
          [2300, playing(6), 'none'],
          [2550, playing(6), 'none'],
        ],
        memory,
      ).told,
    ).toEqual([{ isStalled: true, revision: 6 }]);
  });

  test('that has gone on without somebody is not asked to wait again for the same', () => {
    const { told } = look(
      [
        [0, playing(4), 'none'],
        [300, playing(4), 'none'],
        [400, held(5), 'none'],
        [10_500, held(5), 'none'],
        [12_000, held(5), 'enough'],
      ],
      settled,
    );
    expect(told).toEqual([
      { isStalled: true, revision: 4 },
      { isStalled: false, revision: 5 },
    ]);
  });

  test('is told again by a new connection that still has nothing to show', () => {
    const stalled = look(
      [
        [0, playing(4), 'none'],
        [300, playing(4), 'none'],
      ],
      settled,
    ).memory;
    const ready = [500, playing(4), 'enough', 'again'] as const;
    expect(look([[400, playing(4), 'none', 'again'], ready], stalled).told).toEqual([
      { isStalled: true, revision: 4 },
      { isStalled: false, revision: 4 },
    ]);
    expect(look([ready, ready], settled).told).toEqual([{ isStalled: false, revision: 4 }]);
  });
});

test('a hold ends by itself', () => {
  expect([isHeld(held(1), 9_999), isHeld(held(1), 10_000), isHeld(playing(1), -1)]).toEqual([
    true,
    false,
    false,
  ]);
});
