import type { Playback } from '#protocol/playback.ts';
import { HOLD_MS } from './hold.ts';
import { fullBucket, takeTokens, type Bucket, type BucketSize } from './token-bucket.ts';

/** Seconds that everyone may be held up, at once and by five minutes: for one connection, and in a screening in all. */
export const FOR_ONE: BucketSize = { burst: 20, perSecond: 20 / 300 };
export const IN_ALL: BucketSize = { burst: 60, perSecond: 60 / 300 };
/** However short a wait is, it stops everyone, is told to everyone and written down. */
const LEAST_SECONDS = 1;

/** Whether there is enough left for a wait to begin; it may then last its ten seconds, on credit. */
export const isWaitLeft = (bucket: Bucket | undefined, size: BucketSize, nowMs: number): boolean =>
  takeTokens(bucket ?? fullBucket(size, nowMs), size, { cost: LEAST_SECONDS, nowMs }).retryAfterMs === 0;

/** What is left after everyone has waited since `sinceMs`, in the hold that `held` is. */
export function afterWait(
  bucket: Bucket | undefined,
  size: BucketSize,
  { held, sinceMs, nowMs }: { held: Playback; sinceMs: number | undefined; nowMs: number },
): Bucket {
  const before = takeTokens(bucket ?? fullBucket(size, nowMs), size, { cost: 0, nowMs }).bucket;
  const beganMs = Math.max(sinceMs ?? 0, held.atServerMs - HOLD_MS);
  const seconds = (Math.min(nowMs, held.atServerMs) - beganMs) / 1000;
  return { ...before, tokens: before.tokens - Math.max(LEAST_SECONDS, seconds) };
}
