import type { TestMovie, TestSample, TestTrack } from './write-mp4.ts';

/** Ready-made tracks for tests: small, deterministic, shaped like what cameras and encoders write. */

export function pictureTrack({
  seconds = 20,
  framesPerSecond = 25,
  keyframeEverySeconds = 2,
  ...more
}: {
  seconds?: number;
  framesPerSecond?: number;
  keyframeEverySeconds?: number;
} & Partial<TestTrack> = {}): TestTrack {
  const timescale = 12_800;
  const ticks = timescale / framesPerSecond;
  const samples = Array.from({ length: seconds * framesPerSecond }, (_, index): TestSample => {
    const isSync = index % (keyframeEverySeconds * framesPerSecond) === 0;
    return { ticks, sizeBytes: (isSync ? 900 : 90) + (index % 7), isSync };
  });
  return { kind: 'video', timescale, samples, ...more };
}

/** I B P order: every third frame is decoded before the two shown before it, with the usual edit list. */
export function reorderedTrack(options: Parameters<typeof pictureTrack>[0] = {}): TestTrack {
  const track = pictureTrack(options);
  const ticks = track.samples[0]?.ticks ?? 0;
  const samples = track.samples.map((sample, index) => {
    const compositionTicks = sample.isSync ? ticks : index % 3 === 1 ? 3 * ticks : 0;
    return { ...sample, compositionTicks };
  });
  const durationSeconds = (samples.length * ticks) / track.timescale;
  return { ...track, samples, edits: [{ durationSeconds, startTicks: ticks }] };
}

export function soundTrack({
  seconds = 20,
  ...more
}: { seconds?: number } & Partial<TestTrack> = {}): TestTrack {
  const timescale = 48_000;
  const count = Math.floor((seconds * timescale) / 1024);
  const samples = Array.from({ length: count }, (_, index) => ({ ticks: 1024, sizeBytes: 20 + (index % 5) }));
  return { kind: 'audio', timescale, samples, ...more };
}

export const film = (more: Partial<TestMovie> = {}): TestMovie => ({
  tracks: [pictureTrack(), soundTrack()],
  ...more,
});
