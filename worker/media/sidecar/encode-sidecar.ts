import { BoxWriter } from '../mp4/box-writer.ts';
import type { MediaIndex } from '../hls/media-index.ts';
import { FIXED_BYTES, FORMAT_VERSION, MAGIC, RANGE_ROW_BYTES, SEGMENT_ROW_BYTES } from './sidecar-format.ts';

/** The sidecar as chunks: the head, then the fragments as they are, so nothing is copied into one buffer. */
export function encodeSidecar(index: MediaIndex): { chunks: Uint8Array[]; sizeBytes: number } {
  const chunks = [encodeHead(index), ...index.fragments];
  return { chunks, sizeBytes: chunks.reduce((sum, chunk) => sum + chunk.length, 0) };
}

function encodeHead({ facts, init, segments }: MediaIndex): Uint8Array {
  const codecs = facts.codecs.join(',');
  const rangeCount = segments.reduce((sum, segment) => sum + segment.ranges.length, 0);
  const tableBytes = segments.length * SEGMENT_ROW_BYTES + rangeCount * RANGE_ROW_BYTES;
  const headBytes = FIXED_BYTES + 2 + codecs.length + tableBytes + init.length;
  const writer = new BoxWriter(headBytes);
  writer.u32(MAGIC).u32(FORMAT_VERSION).u32(headBytes);
  writer.u32(segments.length).u32(rangeCount).u32(init.length);
  writer.f64(facts.durationSeconds).f64(facts.peakBitsPerSecond).f64(facts.averageBitsPerSecond);
  writer.u32(facts.width ?? 0).u32(facts.height ?? 0);
  writer
    .u32(facts.frameRate?.num ?? 0)
    .u32(facts.frameRate?.den ?? 0)
    .u32(facts.isVariableFrameRate ? 1 : 0);
  writer.u16(codecs.length).text(codecs);
  for (const segment of segments) {
    writer.f64(segment.startSeconds).f64(segment.durationSeconds);
    writer.u32(segment.fragmentBytes).u32(segment.ranges.length);
  }
  for (const range of segments.flatMap((segment) => segment.ranges)) {
    writer.f64(range.offset).u32(range.length);
  }
  return writer.bytes(init).take();
}
