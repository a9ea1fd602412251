import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { VolatileDown } from '#client/room/listeners.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { createLive } from '#client/app/watch/drawing/live.ts';
import { PointerSender } from '#client/app/watch/drawing/pointing.ts';
import { byConnection, somePerson, somePlayback, someState } from './room-fixture.ts';

const NOBODY = { asking: [], granted: [] };
const inScreening = (id: string, ...people: string[]) =>
  someState({
    screening: { id, playback: somePlayback(), control: NOBODY },
    presence: byConnection(people.map((name) => somePerson(name))),
  });
const line = (connectionId: string, points: number[], strokeId = '1') => ({
  connectionId,
  name: connectionId,
  strokeId,
  color: 'red' as const,
  points,
});
const ink = (...added: ReturnType<typeof line>[]): VolatileDown => ({
  t: 'ink',
  screeningId: 's',
  cleared: [],
  added,
});
const points = (at: { x: number; y: number } | null, connectionId = 'ann'): VolatileDown => ({
  t: 'pointers',
  screeningId: 's',
  pointers: [{ connectionId, name: connectionId, at }],
});

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function openLive() {
  let state: RoomState = inScreening('s', 'me', 'ann', 'bob');
  let hear: (frame: VolatileDown) => void = () => {};
  let move: (next: RoomState, before: RoomState) => void = () => {};
  const live = createLive({
    getState: () => state,
    subscribe: (listener) => ((move = listener), () => {}),
    subscribeVolatile: (listener) => ((hear = listener), () => {}),
  });
  const become = (next: RoomState) => {
    move(next, state);
    state = next;
  };
  return { live, hear: (frame: VolatileDown) => hear(frame), become };
}

describe('what others draw', () => {
  test('grows stroke by stroke; one’s own is on the desk already', () => {
    const { live, hear } = openLive();
    hear(ink(line('ann', [0.1, 0.1]), line('me', [0.9, 0.9])));
    hear(ink(line('ann', [0.2, 0.2]), line('ann', [0.5, 0.5], '2')));
    expect([...live.ink.value.keys()]).toEqual(['ann']);
    expect([...(live.ink.value.get('ann')?.strokes.values() ?? [])].map((stroke) => stroke.points)).toEqual([
      [0.1, 0.1, 0.2, 0.2],
      [0.5, 0.5],
    ]);
  });

  test('goes when they clear it, before what they draw next', () => {
    const { live, hear } = openLive();
    hear(ink(line('ann', [0.1, 0.1])));
    hear({ t: 'ink', screeningId: 's', cleared: ['ann'], added: [line('ann', [0.7, 0.7], '3')] });
    expect([...(live.ink.value.get('ann')?.strokes.keys() ?? [])]).toEqual(['3']);
  });

  test('goes with whoever goes, and all of it with the screening', () => {
    const { live, hear, become } = openLive();
    hear(ink(line('ann', [0.1, 0.1]), line('bob', [0.2, 0.2])));
    become(inScreening('s', 'me', 'bob'));
    expect([...live.ink.value.keys()]).toEqual(['bob']);
    become(someState());
    expect(live.ink.value.size).toBe(0);
  });

  test('is bounded, whatever is sent', () => {
    const { live, hear } = openLive();
    const long = Array.from({ length: 128 }, () => 0.5);
    for (let step = 0; step < 100; step += 1)
      for (let who = 0; who < 30; who += 1) hear(ink(line(`p${who}`, long, String(step))));
    const numbers = [...live.ink.value.values()].map(({ strokes }) =>
      [...strokes.values()].reduce((sum, stroke) => sum + stroke.points.length, 0),
    );
    expect(numbers).toHaveLength(20);
    expect(Math.max(...numbers)).toBeLessThanOrEqual(2400);
  });
});

describe('a pointer of somebody else', () => {
  test('is where it was last, and gone after 3 s without news', () => {
    const { live, hear } = openLive();
    hear(points({ x: 0.1, y: 0.1 }));
    vi.advanceTimersByTime(2000);
    hear(points({ x: 0.2, y: 0.2 }));
    vi.advanceTimersByTime(2000);
    expect(live.pointers.value.get('ann')).toMatchObject({ name: 'ann', at: { x: 0.2, y: 0.2 }, beat: 2 });
    vi.advanceTimersByTime(2000);
    expect(live.pointers.value.size).toBe(0);
  });

  test('is put away at once when they say so; one’s own is not shown', () => {
    const { live, hear } = openLive();
    hear(points({ x: 0.1, y: 0.1 }));
    hear(points({ x: 0.1, y: 0.1 }, 'me'));
    hear(points(null));
    expect(live.pointers.value.size).toBe(0);
  });
});

test('one’s own pointer is told at most ten times a second, and where it came to rest', () => {
  const told: unknown[] = [];
  const sender = new PointerSender((at) => told.push(at));
  for (let step = 0; step < 50; step += 1) {
    sender.move({ x: step / 50, y: 0 });
    vi.advanceTimersByTime(10);
  }
  vi.advanceTimersByTime(200);
  expect(told).toHaveLength(6);
  expect(told.at(-1)).toEqual({ x: 0.98, y: 0 });
  sender.rest();
  sender.rest();
  expect(told.slice(6)).toEqual([null]);
});
