import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { PlaybackController } from '#client/player/player-contract.ts';
import type { PlayerMedia } from '#client/player/player-media.ts';
import { INTENT_EVENT, PlayerRequests } from '#client/player/requests.ts';

/** As much of a player's media as requests touch, writing down what is done to it. */
function fakeMedia(state: { paused?: boolean; frame?: number; isAtEnd?: boolean } = {}) {
  const done: string[] = [];
  const video = {
    paused: state.paused ?? false,
    pause: () => done.push('element pause'),
    dispatchEvent: ({ type }: Event) => done.push(type),
    set playbackRate(rate: number) {
      done.push(`element rate ${rate}`);
    },
  };
  const frame = state.frame ?? 48;
  const media = {
    video,
    frame,
    isAtEnd: state.isAtEnd ?? false,
    frameRate: { num: 24, den: 1 },
    frameCentreSeconds: (frame + 0.5) / 24,
    clampSeconds: (seconds: number) => Math.max(0, seconds),
    seek: (seconds: number) => done.push(`element seek ${seconds.toFixed(3)}`),
  };
  return { media: media as unknown as PlayerMedia, done };
}

type State = {
  paused?: boolean;
  frame?: number;
  isAtEnd?: boolean;
  inStep: boolean;
  /** What the screening does; as the element, unless said. */
  room?: { isPlaying: boolean; positionSeconds: number };
  isBlocked?: boolean;
};

function roomController(done: string[], { room, paused }: State): PlaybackController {
  const now = { isPlaying: !paused, positionSeconds: null, isPending: false, ...room };
  return {
    now: () => now,
    subscribe: () => () => undefined,
    play: () => done.push('room play'),
    pause: (seconds) => done.push(`room pause ${seconds.toFixed(3)}`),
    seek: (seconds) => done.push(`room seek ${seconds.toFixed(3)}`),
    setRate: (rate) => done.push(`room rate ${rate}`),
  };
}

function arrange(state: State) {
  const { media, done } = fakeMedia(state);
  const requests = new PlayerRequests(media, () => ({
    start: () => done.push('element play'),
    isBlocked: state.isBlocked ?? false,
    join: () => done.push('join playback'),
  }));
  if (state.inStep) requests.controller = roomController(done, state);
  return { requests, done: { all: () => done.filter((one) => one !== INTENT_EVENT), raw: done } };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

describe('solo', () => {
  test('requests move the element', () => {
    const { requests, done } = arrange({ paused: true, inStep: false });
    requests.togglePlay();
    requests.seek(3);
    requests.setRate(1.5);
    requests.stepFrames(-1);
    expect(done.all()).toEqual([
      'element play',
      'element seek 3.000',
      'element rate 1.5',
      'element pause',
      'element seek 1.979',
    ]);
  });
});

describe('in step', () => {
  test('requests go to the room and leave the element alone', () => {
    const { requests, done } = arrange({ inStep: true });
    requests.togglePlay();
    requests.play();
    requests.setRate(2);
    expect(done.all()).toEqual(['room pause 2.021', 'room play', 'room rate 2']);
  });

  test('a frame step while playing pauses everyone on that frame', () => {
    const { requests, done } = arrange({ inStep: true });
    requests.stepFrames(1);
    expect(done.all()).toEqual(['room pause 2.063']);
  });

  test('a frame step while paused is a seek to its centre', () => {
    const { requests, done } = arrange({ paused: true, inStep: true });
    requests.stepFrames(1);
    expect(done.all()).toEqual(['room seek 2.063']);
  });

  test('playing from the end starts over for everyone', () => {
    const { requests, done } = arrange({ paused: true, isAtEnd: true, inStep: true });
    requests.togglePlay();
    expect(done.all()).toEqual(['room seek 0.000', 'room play']);
  });

  test('whoever is held back pauses the others where they are, and not where their own picture hangs', () => {
    const room = { isPlaying: true, positionSeconds: 9.5 };
    const { requests, done } = arrange({ paused: true, inStep: true, room });
    expect(requests.isPlaying).toBe(true);
    requests.togglePlay();
    expect(done.all()).toEqual(['room pause 9.500']);
  });

  test('whoever is nearly with the others pauses them on the frame they see', () => {
    const room = { isPlaying: true, positionSeconds: 2.9 };
    const { requests, done } = arrange({ paused: true, inStep: true, room });
    requests.togglePlay();
    expect(done.all()).toEqual(['room pause 2.021']);
  });

  test('a picture that runs on for a moment after a pause means play, as the room stands', () => {
    const room = { isPlaying: false, positionSeconds: 2 };
    const { requests, done } = arrange({ paused: false, inStep: true, room });
    requests.togglePlay();
    expect(done.all()).toEqual(['room play']);
  });

  test('where the browser has refused to play, a press joins instead of pausing everyone', () => {
    const room = { isPlaying: true, positionSeconds: 9.5 };
    const { requests, done } = arrange({ paused: true, inStep: true, room, isBlocked: true });
    expect(requests.isPlaying).toBe(false);
    requests.togglePlay();
    expect(done.all()).toEqual(['join playback']);
  });

  test('coming in step and leaving it are told, so that the button shows what is meant', () => {
    const { requests, done } = arrange({ inStep: true });
    requests.controller = null;
    expect(done.raw).toEqual([INTENT_EVENT, INTENT_EVENT]);
  });

  test('dragging tells the room now and then, and always where it ends', () => {
    const { requests, done } = arrange({ inStep: true });
    for (const seconds of [1, 2, 3, 4]) requests.seek(seconds);
    vi.advanceTimersByTime(200);
    requests.seek(5);
    vi.advanceTimersByTime(1000);
    expect(done.all()).toEqual(['room seek 1.000', 'room seek 4.000', 'room seek 5.000']);
  });
});
