/**
 * The sidecar beside an uploaded file, big-endian:
 *
 * | bytes | |
 * |---|---|
 * | 4 | magic `LSIX` |
 * | 4 | format version |
 * | 4 | head length: everything before the fragments |
 * | 4, 4, 4 | segments, ranges, init segment's length |
 * | 8, 8, 8 | duration in seconds, peak and average bits per second (f64) |
 * | 4, 4, 4, 4, 4 | width, height, frame rate num, den (0: none), 1 if the frame rate varies |
 * | 2 + n | length and text of the codecs, comma separated |
 * | 24 each | per segment: start, duration (f64), fragment length, number of ranges |
 * | 12 each | per range: offset (f64), length |
 * | … | init segment; here the head ends |
 * | … | fragments, back to back |
 *
 * The head is all that playlists, the init segment and finding a segment need; it stays decoded in memory.
 * A change of this layout, or of what the fragments carry, is a new FORMAT_VERSION, and with it a new
 * address for every segment.
 */
export const MAGIC = 0x4c534958;
export const FORMAT_VERSION = 1;
export const FIXED_BYTES = 68;
export const SEGMENT_ROW_BYTES = 24;
export const RANGE_ROW_BYTES = 12;

/** What is read first. Holds the head of about 45 minutes; a longer one costs a second read. */
export const FIRST_READ_BYTES = 16 * 1024;

/** Fragments that begin within one stretch of this length are read together. */
export const BLOCK_BYTES = 64 * 1024;
