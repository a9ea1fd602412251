import { expect, test } from 'vitest';
import { PlayerMedia } from '#client/player/player-media.ts';

function playerMedia(element: {
  currentTime: number;
  duration?: number;
  seeking?: boolean;
  readyState?: number;
}) {
  const frames: ((now: number, metadata: { mediaTime: number }) => void)[] = [];
  let onSeeking = () => {};
  const video = {
    duration: 30,
    seeking: false,
    readyState: 4,
    addEventListener: (_name: 'seeking', listener: () => void) => (onSeeking = listener),
    requestVideoFrameCallback: (callback: (now: number, metadata: { mediaTime: number }) => void) =>
      frames.push(callback),
    ...element,
  };
  const media = new PlayerMedia(video as unknown as HTMLVideoElement, () => {});
  media.frameRate = { num: 24, den: 1 };
  const present = (mediaTime: number) => frames.shift()?.(0, { mediaTime });
  return { media, video, present, beginSeeking: () => onSeeking() };
}

test('positions are file time, whichever segment the stream was started with', () => {
  const { media, video } = playerMedia({ currentTime: 2.0833333 });
  media.timelineShiftSeconds = -2 / 24;
  expect(media.positionSeconds).toBeCloseTo(2);
  media.seek(5.0208);
  expect(video.currentTime).toBeCloseTo(5.1041, 3);
});

test('the frame is the one that was presented, not the one the clock is at', () => {
  const { media, present } = playerMedia({ currentTime: 2 });
  media.timelineShiftSeconds = -2 / 24;
  present(47 / 24 + 2 / 24);
  expect(media.frame).toBe(47);
  expect(media.frameCentreSeconds).toBeCloseTo(47.5 / 24);
});

test('while it seeks, the frame is where it is going', () => {
  const { media, video, present } = playerMedia({ currentTime: 2 });
  present(2);
  video.seeking = true;
  video.currentTime = 10.5 / 24;
  expect(media.frame).toBe(10);
});

test('nothing is sought outside the file: its last frame is the furthest', () => {
  const { media } = playerMedia({ currentTime: 0 });
  expect(media.clampSeconds(-5)).toBeCloseTo(0.5 / 24);
  expect(media.clampSeconds(99)).toBeCloseTo(719.5 / 24);
});

test('between a seek’s end and its frame, the frame is where it has led, not the one shown before', () => {
  const { media, video, present, beginSeeking } = playerMedia({ currentTime: 2 });
  present(2);
  media.seek(10.5 / 24);
  video.seeking = true;
  beginSeeking();
  // The picture of before, handed over late.
  present(2);
  video.seeking = false;
  expect(media.frame).toBe(10);
  present(10 / 24);
  expect(media.frame).toBe(10);
});

test('what was sought before anything was loaded is sought again once the stream’s shift is known', () => {
  const { media, video } = playerMedia({ currentTime: 0, readyState: 0 });
  media.seek(20.5 / 24);
  expect(video.currentTime).toBeCloseTo(20.5 / 24);
  media.timelineShiftSeconds = -2 / 24;
  expect(video.currentTime).toBeCloseTo(22.5 / 24);
  video.currentTime = 3;
  media.timelineShiftSeconds = -1 / 24;
  expect(video.currentTime).toBe(3);
});

test('so is what was sought once the length was known, but not yet where the timeline begins', () => {
  const { media, video } = playerMedia({ currentTime: 0, readyState: 1 });
  media.seek(7.0208);
  media.timelineShiftSeconds = -2 / 24;
  expect(video.currentTime).toBeCloseTo(7.0208 + 2 / 24, 4);
  media.seek(5);
  media.timelineShiftSeconds = -1 / 24;
  expect(video.currentTime).toBeCloseTo(5 + 2 / 24, 4);
  media.forgetTimeline();
  media.seek(6);
  media.timelineShiftSeconds = -2 / 24;
  expect(video.currentTime).toBeCloseTo(6 + 2 / 24, 4);
});

test('a time beyond all times, as WebKit has it before there are pictures, is the beginning', () => {
  const { media } = playerMedia({ currentTime: 18_446_744_073.71 });
  expect([media.positionSeconds, media.frame, media.isAtEnd]).toEqual([0, 0, false]);
});
