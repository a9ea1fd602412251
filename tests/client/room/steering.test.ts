import { expect, test, vi } from 'vitest';
import type { Room } from '#client/room/room.ts';
import { INITIAL_ROOM_STATE, type RoomState } from '#client/room/room-state.ts';
import { steerBy } from '#client/room/steering.ts';
import { idOf, playbackOf } from './samples.ts';

const inStep = (playback: Partial<ReturnType<typeof playbackOf>>): RoomState => ({
  ...INITIAL_ROOM_STATE,
  screening: {
    id: idOf(50),
    playback: { ...playbackOf(4), ...playback },
    control: { asking: [], granted: [] },
  },
});

/** As much of a room as steering looks at. */
function roomAt(first: RoomState, serverMs: number | null) {
  let state = first;
  let listener: (state: RoomState, previous: RoomState) => void = () => undefined;
  const room = {
    getState: () => state,
    clock: { serverNowMs: () => serverMs },
    subscribe: (listen: typeof listener) => {
      listener = listen;
      return () => undefined;
    },
  };
  const become = (next: RoomState) => {
    const previous = state;
    state = next;
    listener(next, previous);
  };
  return { steering: steerBy(room as unknown as Room), become };
}

const RUNNING = { isPlaying: true, positionSeconds: 10, atServerMs: 1000, rate: 2 };

test('what the screening does is told wherever the own picture is', () => {
  const { steering } = roomAt(inStep(RUNNING), 3000);
  expect(steering.now()).toEqual({ isPlaying: true, positionSeconds: 14, isPending: false });
});

test('without a shared clock it is known whether it plays, and not where', () => {
  expect(roomAt(inStep(RUNNING), null).steering.now()).toEqual({
    isPlaying: true,
    positionSeconds: null,
    isPending: false,
  });
});

test('an own press is pending until the room has answered', () => {
  const { steering, become } = roomAt(inStep(RUNNING), 3000);
  const onChange = vi.fn<() => void>();
  steering.subscribe(onChange);
  const op = { t: 'playback.pause' as const, id: idOf(9), positionSeconds: 14 };
  become({ ...inStep(RUNNING), pending: [{ op, madeAtMs: 0 }] });
  expect(steering.now().isPending).toBe(true);
  become(inStep({ ...RUNNING, isPlaying: false, revision: 5 }));
  expect(steering.now()).toMatchObject({ isPending: false, isPlaying: false });
  expect(onChange).toHaveBeenCalledTimes(2);
});

test('what has nothing to do with playback wakes nobody', () => {
  const state = inStep(RUNNING);
  const { steering, become } = roomAt(state, 3000);
  const onChange = vi.fn<() => void>();
  steering.subscribe(onChange);
  become({ ...state, video: { ...state.video, likeCount: 3 } });
  expect(onChange).not.toHaveBeenCalled();
});
