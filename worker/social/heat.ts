/** How many seconds each bar of a heat strip stands for, so that there are at most `buckets` of them. */
export const bucketSecondsOf = (durationSeconds: number, buckets: number): number =>
  Math.max(1, Math.ceil(durationSeconds / buckets));

/** The last second of a video; what lies beyond it, from when its length was not known, is counted there. */
export const lastSecondOf = (durationSeconds: number): number => Math.max(0, Math.ceil(durationSeconds) - 1);
