import { BoxWriter } from '../mp4/box-writer.ts';
import { MediaError } from '../mp4/media-error.ts';
import { SampleCursor } from '../mp4/sample-cursor.ts';
import { layOut } from './byte-runs.ts';
import { writeFragment } from './fragment.ts';
import { writeInitSegment } from './init-segment.ts';
import { type MediaFacts, type MediaIndex, type Segment, segmentBytes } from './media-index.ts';
import { presentationSeconds } from './presentation-time.ts';
import { SegmentSamples } from './segment-samples.ts';
import type { Survey } from './survey.ts';

/** A data offset is a signed 32-bit number. */
const MAX_SEGMENT_BYTES = 2 ** 31 - 1;
/** Each range is one read from storage while a viewer waits. */
const MAX_RANGES = 64;
const MAX_FRAGMENTS_BYTES = 40 * 1024 * 1024;

/**
 * The second walk over the samples: one segment at a time, each made into its fragment and forgotten. Memory
 * is the moov, the finished fragments and one segment. `surveys[0]` decides where segments are cut.
 */
export function buildIndex(surveys: Survey[]): MediaIndex {
  const [main] = surveys;
  if (!main) throw new MediaError('The file contains no picture and no sound.');
  const walkers = surveys.map((survey) => new Walker(survey));
  const ends = segmentEnds(main);
  const writer = new BoxWriter(1 << 16);
  const segments: Segment[] = [];
  const fragments: Uint8Array[] = [];
  let fragmentsBytes = 0;
  for (const [number, { sample, othersSeconds, isLast }] of ends.entries()) {
    for (const [index, walker] of walkers.entries()) {
      if (isLast) walker.collectRest();
      else if (index === 0) walker.collectUntilSample(sample);
      else walker.collectUntilSeconds(othersSeconds);
    }
    const columns = walkers.map((walker) => walker.samples);
    const startSeconds = firstDecodeSeconds(columns);
    const layout = layOut(columns.flatMap((samples) => samples.runs));
    if (layout.sizeBytes > MAX_SEGMENT_BYTES) throw tooLarge(startSeconds);
    if (layout.ranges.length > MAX_RANGES) throw tooScattered();
    writer.reset();
    writeFragment(writer, number + 1, columns, layout);
    const fragment = writer.take();
    fragmentsBytes += fragment.length;
    if (fragmentsBytes > MAX_FRAGMENTS_BYTES) throw tooScattered();
    fragments.push(fragment);
    closeLast(segments, startSeconds);
    segments.push({
      startSeconds,
      durationSeconds: 0,
      fragmentBytes: fragment.length,
      ranges: layout.ranges,
    });
  }
  closeLast(segments, Math.max(...surveys.map((survey) => survey.endSeconds)));
  const tracks = surveys.map((survey) => survey.track);
  return { facts: factsOf(surveys, segments), init: writeInitSegment(tracks), segments, fragments };
}

/**
 * A segment's place on the playlist is where its earliest sample is decoded: players (hls.js) lay exactly that
 * onto the playlist's time. So file time and player time differ by one constant, wherever a viewer begins (I9).
 */
function firstDecodeSeconds(tracks: SegmentSamples[]): number {
  const starts = tracks
    .filter((samples) => samples.count > 0)
    .map(({ track, firstDecodeTicks: decodeTicks }) =>
      presentationSeconds(track, { decodeTicks, compositionTicks: 0 }),
    );
  return Math.min(...starts);
}

function closeLast(segments: Segment[], endSeconds: number): void {
  const last = segments.at(-1);
  if (last) last.durationSeconds = Math.max(0.001, endSeconds - last.startSeconds);
}

/** One track's cursor, standing on the next sample that no segment has taken yet. */
class Walker {
  readonly samples: SegmentSamples;
  private readonly cursor: SampleCursor;

  constructor(survey: Survey) {
    this.samples = new SegmentSamples(survey.track);
    this.cursor = new SampleCursor(survey.table);
    this.cursor.advance();
  }

  collectUntilSample(sample: number): void {
    this.collectWhile(() => this.cursor.index < sample);
  }

  collectUntilSeconds(seconds: number): void {
    this.collectWhile(() => presentationSeconds(this.samples.track, this.cursor) < seconds);
  }

  collectRest(): void {
    this.collectWhile(() => true);
  }

  private collectWhile(belongs: () => boolean): void {
    this.samples.clear();
    while (!this.cursor.isPastEnd && belongs()) {
      this.samples.add(this.cursor);
      this.cursor.advance();
    }
  }
}

/** Where a segment ends: on the track that was cut by number, on the others by time. */
type End = { sample: number; othersSeconds: number; isLast: boolean };

/** How much earlier than the picture the sound may end in a segment; players look this far for the next one. */
const MAX_LEAD_SECONDS = 0.2;

/**
 * The sound is cut where the next keyframe is decoded, not where it is shown: that is where the file itself
 * changes over, since it is written in the order of decoding. Cut at the shown time, most segments of a film
 * with B-frames would need a second read, for a few packets behind the next keyframe (I2). The last segment
 * takes whatever is left of every track.
 */
function segmentEnds(main: Survey): End[] {
  const ends = main.cuts.slice(1).map(({ sample, seconds, decodeSeconds }) => {
    const othersSeconds = Math.min(Math.max(decodeSeconds, seconds - MAX_LEAD_SECONDS), seconds);
    return { sample, othersSeconds, isLast: false };
  });
  return [...ends, { sample: main.table.count, othersSeconds: 0, isLast: true }];
}

function factsOf(surveys: Survey[], segments: Segment[]): MediaFacts {
  const durationSeconds = Math.max(...surveys.map((survey) => survey.endSeconds));
  const video = surveys.find((survey) => survey.track.kind === 'video');
  const totalBytes = segments.reduce((sum, segment) => sum + segmentBytes(segment), 0);
  const rates = segments.map(
    (segment) => (8 * segmentBytes(segment)) / Math.max(0.001, segment.durationSeconds),
  );
  return {
    durationSeconds,
    codecs: surveys.map((survey) => survey.track.entry.codec),
    ...shownSize(video),
    frameRate: video?.frameRate && { num: video.frameRate.num, den: video.frameRate.den },
    isVariableFrameRate: video?.frameRate?.isVariable ?? false,
    peakBitsPerSecond: Math.ceil(rates.reduce((peak, rate) => Math.max(peak, rate), 0)),
    averageBitsPerSecond: Math.ceil((8 * totalBytes) / Math.max(0.001, durationSeconds)),
  };
}

/** As it looks on screen: turned, and with the aspect the track header asks for. */
function shownSize(video: Survey | undefined): Pick<MediaFacts, 'width' | 'height'> {
  if (!video) return { width: undefined, height: undefined };
  const { displayWidth, displayHeight, entry, isTurned } = video.track;
  const width = Math.round(displayWidth / 0x10000) || entry.width;
  const height = Math.round(displayHeight / 0x10000) || entry.height;
  return isTurned ? { width: height, height: width } : { width, height };
}

const tooLarge = (startSeconds: number): MediaError =>
  new MediaError(
    `More than 2 GiB lie between two keyframes (at ${startSeconds.toFixed(0)} s), too much for one segment.`,
  );

const tooScattered = (): MediaError =>
  new MediaError(
    'Its picture and sound lie too scattered in the file to stream; it has to be repacked first.',
  );
