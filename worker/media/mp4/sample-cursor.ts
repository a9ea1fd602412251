import type { Table } from './full-box.ts';
import { damaged } from './media-error.ts';
import type { SampleTable } from './sample-table.ts';

/**
 * Walks a track's samples in decode order over the tables as they lie in the file, in constant memory.
 * `advance()` moves to the next sample and fills the fields; all times are ticks of the track's timescale.
 */
export class SampleCursor {
  index = -1;
  decodeTicks = 0;
  durationTicks = 0;
  compositionTicks = 0;
  sizeBytes = 0;
  position = 0;
  isSync = true;

  private readonly table: SampleTable;
  private durationEntry = 0;
  private durationLeft = 0;
  private compositionEntry = 0;
  private compositionLeft = 0;
  private syncEntry = 0;
  private nextSync = 0;
  private chunk = -1;
  private chunkLeft = 0;
  private chunkRun = -1;
  private samplesPerChunk = 0;
  private nextRunChunk = 0;

  constructor(table: SampleTable) {
    this.table = table;
    if (table.syncSamples) this.readNextSync();
    if (table.count > 0) this.readNextChunkRun();
  }

  get isPastEnd(): boolean {
    return this.index >= this.table.count;
  }

  advance(): boolean {
    if (this.isPastEnd) return false;
    this.index++;
    if (this.isPastEnd) return false;
    this.advanceTime();
    if (this.table.compositionOffsets) this.advanceComposition(this.table.compositionOffsets);
    this.advancePosition();
    if (this.table.syncSamples) this.advanceSync();
    return true;
  }

  private advanceTime(): void {
    const { view, durations } = this.table;
    this.decodeTicks += this.durationTicks;
    while (this.durationLeft === 0) {
      if (this.durationEntry === durations.entries) throw damaged('some samples have no duration');
      const at = durations.at + 8 * this.durationEntry++;
      this.durationLeft = view.getUint32(at);
      this.durationTicks = view.getUint32(at + 4);
    }
    this.durationLeft--;
  }

  /** A table that ends early leaves the rest unshifted, as every player reads it. */
  private advanceComposition(table: Table): void {
    const { view } = this.table;
    while (this.compositionLeft === 0 && this.compositionEntry < table.entries) {
      const at = table.at + 8 * this.compositionEntry++;
      this.compositionLeft = view.getUint32(at);
      // Version 0 says unsigned, but QuickTime wrote negative offsets in it too: signed is right for both.
      this.compositionTicks = view.getInt32(at + 4);
    }
    if (this.compositionLeft === 0) this.compositionTicks = 0;
    else this.compositionLeft--;
  }

  private advancePosition(): void {
    const { view, fixedSizeBytes, sizes } = this.table;
    this.position += this.sizeBytes;
    while (this.chunkLeft === 0) this.enterNextChunk();
    this.chunkLeft--;
    this.sizeBytes = fixedSizeBytes || view.getUint32(sizes.at + 4 * this.index);
  }

  private enterNextChunk(): void {
    const { view, chunkOffsets, hasLargeOffsets } = this.table;
    this.chunk++;
    if (this.chunk >= chunkOffsets.entries) throw damaged('some samples have no place in the file');
    if (this.chunk + 1 >= this.nextRunChunk) this.readNextChunkRun();
    this.chunkLeft = this.samplesPerChunk;
    this.position = hasLargeOffsets
      ? Number(view.getBigUint64(chunkOffsets.at + 8 * this.chunk))
      : view.getUint32(chunkOffsets.at + 4 * this.chunk);
  }

  /** Makes the next run of chunks the current one and remembers where the one after it begins. */
  private readNextChunkRun(): void {
    const { view, chunkRuns } = this.table;
    this.chunkRun++;
    if (this.chunkRun >= chunkRuns.entries) throw damaged('its chunk table is empty');
    const at = chunkRuns.at + 12 * this.chunkRun;
    this.samplesPerChunk = view.getUint32(at + 4);
    const isLast = this.chunkRun + 1 === chunkRuns.entries;
    const nextRunChunk = isLast ? Number.POSITIVE_INFINITY : view.getUint32(at + 12);
    if (nextRunChunk <= this.nextRunChunk) throw damaged('its chunk table runs backwards');
    this.nextRunChunk = nextRunChunk;
  }

  private advanceSync(): void {
    const number = this.index + 1;
    while (this.nextSync < number) this.readNextSync();
    this.isSync = this.nextSync === number;
  }

  private readNextSync(): void {
    const { view, syncSamples: table } = this.table;
    if (!table || this.syncEntry >= table.entries) this.nextSync = Number.POSITIVE_INFINITY;
    else this.nextSync = view.getUint32(table.at + 4 * this.syncEntry++);
  }
}
