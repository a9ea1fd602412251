import { expect, test } from 'vitest';
import { PlayerMedia } from '#client/player/player-media.ts';

function playerMedia(element: { currentTime: number; duration?: number; seeking?: boolean }) {
  const frames: ((now: number, metadata: { mediaTime: number }) => void)[] = [];
  const video = {
    duration: 30,
    seeking: false,
    requestVideoFrameCallback: (callback: (now: number, metadata: { mediaTime: number }) => void) =>
      frames.push(callback),
    ...element,
  };
  const media = new PlayerMedia(video as unknown as HTMLVideoElement, () => {});
  media.frameRate = { num: 24, den: 1 };
  return { media, video, present: (mediaTime: number) => frames.shift()?.(0, { mediaTime }) };
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
