/** A bucket that holds `burst` tokens and gains `perSecond`; data only, so that it costs nothing while unused. */
export interface Bucket {
  tokens: number;
  atMs: number;
}

export interface BucketSize {
  burst: number;
  perSecond: number;
}

export const fullBucket = (size: BucketSize, nowMs: number): Bucket => ({ tokens: size.burst, atMs: nowMs });

/** Takes `cost` tokens out of the bucket, or tells how long until there are enough. */
export function takeTokens(
  bucket: Bucket,
  size: BucketSize,
  { cost, nowMs }: { cost: number; nowMs: number },
): { bucket: Bucket; retryAfterMs: number } {
  const gained = (Math.max(0, nowMs - bucket.atMs) / 1000) * size.perSecond;
  const tokens = Math.min(size.burst, bucket.tokens + gained);
  if (tokens >= cost) return { bucket: { tokens: tokens - cost, atMs: nowMs }, retryAfterMs: 0 };
  const retryAfterMs = Math.ceil(((cost - tokens) / size.perSecond) * 1000);
  return { bucket: { tokens, atMs: nowMs }, retryAfterMs };
}
