import { beforeEach, describe, expect, test } from 'vitest';
import { answerBy } from '#client/embed/answer.ts';
import { CuePoints } from '#client/embed/cue-points.ts';
import type { Method } from '#client/embed/player-js.ts';
import { ToldState } from '#client/embed/told-state.ts';

const makePlayer = () => ({
  isPaused: true,
  isMuted: false,
  volume: 1,
  durationSeconds: 60,
  positionSeconds: 0,
  isLooping: false,
  rate: 1,
  async play() {
    this.isPaused = false;
  },
  pause() {
    this.isPaused = true;
  },
});

let player: ReturnType<typeof makePlayer>;
let cuePoints: CuePoints;
let failures: string[];
let ask: (method: Method, value?: unknown) => unknown;
beforeEach(() => {
  player = makePlayer();
  cuePoints = new CuePoints();
  failures = [];
  const chapters = [{ title: 'One', startSeconds: 0, endSeconds: 60 }];
  const answer = answerBy({ player, chapters, cuePoints, onFailure: (message) => failures.push(message) });
  ask = (method, value) => answer({ method, value, listener: null });
});

describe('what a page asks of the player', () => {
  test('is done', () => {
    for (const [method, value] of [
      ['play'],
      ['mute'],
      ['setVolume', 40],
      ['setCurrentTime', 12.5],
      ['setLoop', true],
      ['setPlaybackRate', 1.5],
    ] as [Method, unknown][])
      ask(method, value);
    expect(player).toMatchObject({
      isPaused: false,
      isMuted: true,
      volume: 0.4,
      positionSeconds: 12.5,
      isLooping: true,
      rate: 1.5,
    });
    ask('pause');
    ask('unmute');
    expect(player).toMatchObject({ isPaused: true, isMuted: false });
  });

  test('is answered', () => {
    player.volume = 0.255;
    const getters: Method[] = [
      'getPaused',
      'getMuted',
      'getVolume',
      'getDuration',
      'getCurrentTime',
      'getLoop',
    ];
    expect(getters.map((getter) => ask(getter))).toEqual([true, false, 26, 60, 0, false]);
    expect(ask('getChapters')).toEqual([{ title: 'One', startSeconds: 0, endSeconds: 60 }]);
  });

  test('keeps to its bounds, and nonsense does nothing', () => {
    ask('setVolume', 400);
    ask('setCurrentTime', 1e9);
    ask('setPlaybackRate', 100);
    expect(player).toMatchObject({ volume: 1, positionSeconds: 60, rate: 4 });
    ask('setVolume', -5);
    ask('setCurrentTime', -1);
    expect(player).toMatchObject({ volume: 0, positionSeconds: 0 });
    for (const junk of ['5', null, Number.NaN, {}, [], undefined])
      for (const method of ['setVolume', 'setCurrentTime', 'setPlaybackRate', 'addCuePoint'] as const)
        ask(method, junk);
    expect(player).toMatchObject({ volume: 0, positionSeconds: 0, rate: 4 });
  });

  test('adds and removes cue points', () => {
    ask('addCuePoint', { id: 'a', seconds: 1 });
    ask('addCuePoint', { id: 'b', seconds: 1 });
    ask('removeCuePoint', 'a');
    cuePoints.passed(0);
    expect(cuePoints.passed(1)).toEqual([{ id: 'b', seconds: 1 }]);
  });

  test('is said to have failed where the player cannot be brought in', async () => {
    player.play = () => Promise.reject(new Error('no network'));
    ask('play');
    await expect.poll(() => failures).toHaveLength(1);
  });
});

test('what a frame tells is kept as an HTMLMediaElement has it', () => {
  const state = new ToldState();
  expect(state).toMatchObject({ isPaused: true, duration: Number.NaN, volume: 1 });
  state.note('getDuration', 60);
  state.note('play', undefined);
  state.note('timeupdate', { seconds: 5, duration: 60 });
  state.note('volumechange', { volume: 40, muted: true });
  state.note('ratechange', { rate: 2 });
  state.note('ended', undefined);
  expect({ ...state }).toEqual({
    time: 5,
    duration: 60,
    volume: 0.4,
    rate: 2,
    isPaused: false,
    isEnded: true,
    isMuted: true,
    isLooping: false,
  });
  for (const junk of [null, 5, 'x', {}, { seconds: 'x' }]) state.note('timeupdate', junk);
  state.note('unheard of', 5);
  expect(state.time).toBe(5);
});
