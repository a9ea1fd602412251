import { ByteReader } from '../mp4/byte-reader.ts';
import type { ByteRange, MediaFacts, Segment } from '../hls/media-index.ts';
import { BLOCK_BYTES, FORMAT_VERSION, MAGIC } from './sidecar-format.ts';

/** The decoded head of a sidecar: one hour is about 22 KB of typed arrays. */
export class SidecarHead {
  readonly sizeBytes: number;
  readonly facts: MediaFacts;
  readonly init: Uint8Array;
  readonly segmentCount: number;
  private readonly starts: Float64Array;
  private readonly durations: Float64Array;
  private readonly fragmentOffsets: Float64Array;
  private readonly firstRanges: Uint32Array;
  private readonly rangeOffsets: Float64Array;
  private readonly rangeLengths: Uint32Array;

  /** `bytes` is at least the head; throws where it is none of ours. */
  constructor(bytes: Uint8Array) {
    const reader = new ByteReader(bytes);
    this.sizeBytes = readHeadBytes(bytes);
    reader.skip(12);
    this.segmentCount = reader.u32();
    const rangeCount = reader.u32();
    const initBytes = reader.u32();
    this.facts = readFacts(reader);
    this.starts = new Float64Array(this.segmentCount);
    this.durations = new Float64Array(this.segmentCount);
    this.fragmentOffsets = new Float64Array(this.segmentCount + 1);
    this.firstRanges = new Uint32Array(this.segmentCount + 1);
    this.rangeOffsets = new Float64Array(rangeCount);
    this.rangeLengths = new Uint32Array(rangeCount);
    this.readTables(reader);
    this.init = reader.subarray(initBytes).slice();
  }

  segment(number: number): Segment | undefined {
    if (!this.has(number)) return undefined;
    const ranges: ByteRange[] = [];
    const end = this.firstRanges[number + 1] ?? 0;
    for (let row = this.firstRanges[number] ?? 0; row < end; row++) {
      ranges.push({ offset: this.rangeOffsets[row] ?? 0, length: this.rangeLengths[row] ?? 0 });
    }
    return {
      startSeconds: this.starts[number] ?? 0,
      durationSeconds: this.durations[number] ?? 0,
      fragmentBytes: this.offsetOf(number + 1) - this.offsetOf(number),
      ranges,
    };
  }

  /** Where a fragment lies in the sidecar, and the block of whole fragments around it that is read at once. */
  fragmentPlace(number: number): (ByteRange & { block: ByteRange }) | undefined {
    if (!this.has(number)) return undefined;
    const blockOf = (one: number): number => Math.floor((this.offsetOf(one) - this.sizeBytes) / BLOCK_BYTES);
    let first = number;
    let end = number + 1;
    while (first > 0 && blockOf(first - 1) === blockOf(number)) first--;
    while (end < this.segmentCount && blockOf(end) === blockOf(number)) end++;
    const offset = this.offsetOf(number);
    const block = { offset: this.offsetOf(first), length: this.offsetOf(end) - this.offsetOf(first) };
    return { offset, length: this.offsetOf(number + 1) - offset, block };
  }

  segmentDurations(): Float64Array {
    return this.durations;
  }

  private has(number: number): boolean {
    return Number.isInteger(number) && number >= 0 && number < this.segmentCount;
  }

  private offsetOf(number: number): number {
    return this.fragmentOffsets[number] ?? 0;
  }

  private readTables(reader: ByteReader): void {
    let offset = this.sizeBytes;
    let range = 0;
    for (let number = 0; number < this.segmentCount; number++) {
      this.starts[number] = reader.f64();
      this.durations[number] = reader.f64();
      this.fragmentOffsets[number] = offset;
      this.firstRanges[number] = range;
      offset += reader.u32();
      range += reader.u32();
    }
    this.fragmentOffsets[this.segmentCount] = offset;
    this.firstRanges[this.segmentCount] = range;
    for (let row = 0; row < this.rangeOffsets.length; row++) {
      this.rangeOffsets[row] = reader.f64();
      this.rangeLengths[row] = reader.u32();
    }
  }
}

/** How long the head is, from its first 12 bytes. */
export function readHeadBytes(bytes: Uint8Array): number {
  const reader = new ByteReader(bytes);
  if (reader.u32() !== MAGIC) throw new Error('not a sidecar');
  const version = reader.u32();
  if (version !== FORMAT_VERSION) throw new Error(`sidecar of format ${version}, not ${FORMAT_VERSION}`);
  return reader.u32();
}

function readFacts(reader: ByteReader): MediaFacts {
  const durationSeconds = reader.f64();
  const peakBitsPerSecond = reader.f64();
  const averageBitsPerSecond = reader.f64();
  const width = reader.u32() || undefined;
  const height = reader.u32() || undefined;
  const num = reader.u32();
  const den = reader.u32();
  const isVariableFrameRate = reader.u32() === 1;
  const codecs = reader.text(reader.u16()).split(',');
  return {
    durationSeconds,
    codecs,
    width,
    height,
    frameRate: den > 0 ? { num, den } : undefined,
    isVariableFrameRate,
    peakBitsPerSecond,
    averageBitsPerSecond,
  };
}
