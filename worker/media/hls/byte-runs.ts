import type { ByteRange } from './media-index.ts';

/** Neighbouring samples of one track that lie back to back in the file: [start, end) in bytes. */
export type ByteRun = { start: number; end: number };

/** Reading over a gap this long is cheaper than another request. */
export const MERGE_GAP_BYTES = 64 * 1024;

export type Layout = {
  ranges: ByteRange[];
  /** Where each run begins once the ranges stand back to back. */
  placements: Map<ByteRun, number>;
  sizeBytes: number;
};

/** Merges runs of all tracks into few ranges of the file, in file order. */
export function layOut(runs: ByteRun[], gapBytes = MERGE_GAP_BYTES): Layout {
  const ranges: ByteRange[] = [];
  const placements = new Map<ByteRun, number>();
  let sizeBytes = 0;
  for (const run of [...runs].sort((a, b) => a.start - b.start || a.end - b.end)) {
    const last = ranges.at(-1);
    if (last && run.start - (last.offset + last.length) <= gapBytes) {
      const length = Math.max(last.length, run.end - last.offset);
      sizeBytes += length - last.length;
      last.length = length;
      placements.set(run, sizeBytes - length + (run.start - last.offset));
    } else {
      placements.set(run, sizeBytes);
      ranges.push({ offset: run.start, length: run.end - run.start });
      sizeBytes += run.end - run.start;
    }
  }
  return { ranges, placements, sizeBytes };
}
