/** A run of bytes in the uploaded file. */
export type ByteRange = { offset: number; length: number };

/** One segment: its fragment header (moof and mdat header) in the sidecar, then ranges of the file. */
export type Segment = {
  startSeconds: number;
  durationSeconds: number;
  fragmentBytes: number;
  ranges: ByteRange[];
};

/** The facts about a playable file that outlive its index. */
export type MediaFacts = {
  durationSeconds: number;
  codecs: string[];
  width: number | undefined;
  height: number | undefined;
  frameRate: { num: number; den: number } | undefined;
  isVariableFrameRate: boolean;
  peakBitsPerSecond: number;
  averageBitsPerSecond: number;
};

/** Everything needed to serve a file as HLS. `fragments[n]` belongs to `segments[n]`. */
export type MediaIndex = {
  facts: MediaFacts;
  init: Uint8Array;
  segments: Segment[];
  fragments: Uint8Array[];
};

export const segmentBytes = (segment: Segment): number =>
  segment.ranges.reduce((sum, range) => sum + range.length, segment.fragmentBytes);
