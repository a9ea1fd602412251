import type { FrameRate } from '#protocol/frame-rate.ts';
import type { Thread } from './threads.ts';

/** What is exported: the threads that were asked for, in the order of media time, and the video they are about. */
export interface Export {
  title: string;
  shortId: string;
  durationSeconds: number | null;
  width: number | null;
  height: number | null;
  /** Null while nobody knows; timecodes are left out then. */
  rate: FrameRate | null;
  threads: readonly Thread[];
}

/** The same for editing programs, which count frames. */
export type Cut = Export & { rate: FrameRate };
