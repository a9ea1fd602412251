import type { SampleCursor } from '../mp4/sample-cursor.ts';
import type { Track } from '../mp4/track.ts';
import type { ByteRun } from './byte-runs.ts';

export type SampleRun = ByteRun & { first: number; last: number };

/** One track's samples of the segment being made, as columns that are reused from segment to segment. */
export class SegmentSamples {
  readonly track: Track;
  count = 0;
  firstDecodeTicks = 0;
  durations = new Uint32Array(512);
  sizes = new Uint32Array(512);
  compositions = new Int32Array(512);
  syncs = new Uint8Array(512);
  runs: SampleRun[] = [];

  constructor(track: Track) {
    this.track = track;
  }

  clear(): void {
    this.count = 0;
    this.runs = [];
  }

  add(sample: SampleCursor): void {
    if (this.count === this.sizes.length) this.grow();
    const index = this.count++;
    if (index === 0) this.firstDecodeTicks = sample.decodeTicks;
    this.durations[index] = sample.durationTicks;
    this.sizes[index] = sample.sizeBytes;
    this.compositions[index] = sample.compositionTicks;
    this.syncs[index] = sample.isSync ? 1 : 0;
    this.extendRuns(index, sample.position, sample.sizeBytes);
  }

  get hasOneDuration(): boolean {
    return this.isConstant(this.durations, 0, this.count);
  }

  get hasCompositions(): boolean {
    return this.compositions.subarray(0, this.count).some((ticks) => ticks !== 0);
  }

  /** True where a sync sample stands among the later samples of a run, so each needs its own flags. */
  hasLaterSync(run: SampleRun): boolean {
    return this.syncs.subarray(run.first + 1, run.last + 1).includes(1);
  }

  private isConstant(column: Uint32Array, from: number, to: number): boolean {
    for (let i = from + 1; i < to; i++) if (column[i] !== column[from]) return false;
    return true;
  }

  private extendRuns(index: number, position: number, sizeBytes: number): void {
    const run = this.runs.at(-1);
    if (run?.end === position) {
      run.end += sizeBytes;
      run.last = index;
    } else this.runs.push({ start: position, end: position + sizeBytes, first: index, last: index });
  }

  private grow(): void {
    const length = this.sizes.length * 2;
    const widen = <T extends Uint32Array | Int32Array | Uint8Array>(into: T, from: T): T => {
      into.set(from);
      return into;
    };
    this.durations = widen(new Uint32Array(length), this.durations);
    this.sizes = widen(new Uint32Array(length), this.sizes);
    this.compositions = widen(new Int32Array(length), this.compositions);
    this.syncs = widen(new Uint8Array(length), this.syncs);
  }
}
