/** `burst` at once, refilled at `perMinute`. */
export interface RatePolicy {
  name: string;
  burst: number;
  perMinute: number;
}

export interface Bucket {
  tokens: number;
  atMs: number;
}

export interface Taken {
  bucket: Bucket;
  isAllowed: boolean;
  remaining: number;
  /** Until the next token is there. */
  retryAfterSeconds: number;
}

/** Takes one token, if there is one, from a bucket that may not have been seen before. */
export function takeToken(bucket: Bucket | undefined, policy: RatePolicy, nowMs: number): Taken {
  const perMs = policy.perMinute / 60_000;
  const elapsedMs = bucket ? Math.max(0, nowMs - bucket.atMs) : 0;
  const tokens = bucket ? Math.min(policy.burst, bucket.tokens + elapsedMs * perMs) : policy.burst;
  const isAllowed = tokens >= 1;
  const left = isAllowed ? tokens - 1 : tokens;
  return {
    bucket: { tokens: left, atMs: nowMs },
    isAllowed,
    remaining: Math.floor(left),
    retryAfterSeconds: left >= 1 ? 0 : Math.ceil((1 - left) / perMs / 1000),
  };
}
