import type { StreamFailure } from './stream-recovery.ts';

export interface StreamListener {
  /** Where it is to begin, asked when it does; null for its start. */
  startSeconds(this: void): number | null;
  /** File time minus the element's time. It depends on the segment hls.js happened to start with. */
  onTimelineShift(this: void, shiftSeconds: number): void;
  /** It does not go on by itself. */
  onFailure(this: void, failure: StreamFailure): void;
}

export interface StreamLevel {
  index: number;
  /** Height of the picture. */
  lines: number;
  bitrate: number;
}

export interface Stream {
  /** From now on fetches ahead as for watching; before, just what it takes to begin. */
  runAhead(): void;
  /** Empty where the browser chooses by itself. */
  levels(): StreamLevel[];
  level(): { index: number; isAutomatic: boolean };
  /** Null leaves it to the connection. */
  chooseLevel(index: number | null): void;
  retry(): void;
  close(): void;
}
