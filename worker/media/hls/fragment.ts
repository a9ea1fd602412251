import type { BoxWriter } from '../mp4/box-writer.ts';
import type { Layout } from './byte-runs.ts';
import { fragmentDecodeTicks } from './presentation-time.ts';
import type { SampleRun, SegmentSamples } from './segment-samples.ts';

const MDAT_HEAD_BYTES = 8;
const SYNC = 0x02000000;
const NOT_SYNC = 0x01010000;

const TFHD = { defaultDuration: 0x8, defaultFlags: 0x20, baseIsMoof: 0x020000 };
const TRUN = {
  dataOffset: 0x1,
  firstFlags: 0x4,
  durations: 0x100,
  sizes: 0x200,
  flags: 0x400,
  compositions: 0x800,
};

/**
 * Writes a segment's moof and the head of its mdat, so that the fragment followed by the layout's ranges is
 * the whole segment. One trun per run of bytes; its data offset leads into the ranges.
 */
export function writeFragment(
  writer: BoxWriter,
  sequence: number,
  tracks: SegmentSamples[],
  layout: Layout,
): void {
  const offsets: { at: number; value: number }[] = [];
  writer.box('moof', () => {
    writer.fullBox('mfhd', 0, 0, () => writer.u32(sequence));
    tracks.forEach((samples, index) => {
      if (samples.count === 0) return;
      writer.box('traf', () => {
        writeTrackHead(writer, samples, index + 1);
        for (const run of samples.runs) {
          const value = layout.placements.get(run) ?? 0;
          writeRun(writer, samples, run, (at) => offsets.push({ at, value }));
        }
      });
    });
  });
  const dataStart = writer.length + MDAT_HEAD_BYTES;
  for (const { at, value } of offsets) writer.patchI32(at, dataStart + value);
  writer.u32(MDAT_HEAD_BYTES + layout.sizeBytes).text('mdat');
}

function writeTrackHead(writer: BoxWriter, samples: SegmentSamples, trackId: number): void {
  const { track, hasOneDuration } = samples;
  const flags = TFHD.baseIsMoof | TFHD.defaultFlags | (hasOneDuration ? TFHD.defaultDuration : 0);
  writer.fullBox('tfhd', 0, flags, () => {
    writer.u32(trackId);
    if (hasOneDuration) writer.u32(samples.durations[0] ?? 0);
    writer.u32(track.kind === 'video' ? NOT_SYNC : SYNC);
  });
  writer.fullBox('tfdt', 1, 0, () => writer.u64(fragmentDecodeTicks(track, samples.firstDecodeTicks)));
}

function writeRun(
  writer: BoxWriter,
  samples: SegmentSamples,
  run: SampleRun,
  onOffset: (at: number) => void,
): void {
  const isVideo = samples.track.kind === 'video';
  const ownFlags = isVideo && samples.hasLaterSync(run);
  const firstFlags = isVideo && !ownFlags && samples.syncs[run.first] === 1;
  const ownDurations = !samples.hasOneDuration;
  const compositions = samples.hasCompositions;
  const flags =
    TRUN.dataOffset |
    TRUN.sizes |
    (firstFlags ? TRUN.firstFlags : 0) |
    (ownDurations ? TRUN.durations : 0) |
    (ownFlags ? TRUN.flags : 0) |
    (compositions ? TRUN.compositions : 0);
  writer.fullBox('trun', 1, flags, () => {
    writer.u32(run.last - run.first + 1);
    onOffset(writer.length);
    writer.i32(0);
    if (firstFlags) writer.u32(SYNC);
    for (let i = run.first; i <= run.last; i++) {
      if (ownDurations) writer.u32(samples.durations[i] ?? 0);
      writer.u32(samples.sizes[i] ?? 0);
      if (ownFlags) writer.u32(samples.syncs[i] === 1 ? SYNC : NOT_SYNC);
      if (compositions) writer.i32(samples.compositions[i] ?? 0);
    }
  });
}
