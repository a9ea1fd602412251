import type { ErrorCode } from '#protocol/error.ts';
import { CLOSE_CODE, type CloseCode } from '#protocol/error.ts';
import { LIMITS } from '#protocol/limits.ts';
import { takeTokens, type Bucket, type BucketSize } from './state/token-bucket.ts';

const FRAMES: BucketSize = { burst: LIMITS.framesBurst, perSecond: LIMITS.framesPerSecond };
const COMMENTS: BucketSize = { burst: LIMITS.commentsPerMinute, perSecond: LIMITS.commentsPerMinute / 60 };
const REACTIONS: BucketSize = { burst: LIMITS.reactionsPerMinute, perSecond: LIMITS.reactionsPerMinute / 60 };
const OPS: BucketSize = { burst: LIMITS.opsBurst, perSecond: LIMITS.opsPerSecond };
const NAMELESS_OPS: BucketSize = { burst: LIMITS.namelessOpsBurst, perSecond: LIMITS.namelessOpsPerSecond };
/** Beyond this many remembered users all start anew. */
const USERS_REMEMBERED = 10_000;

/**
 * How fast each socket and each user may go (R60, R63), in memory. A room that wakes has forgotten who has used up what,
 * and gives everyone what has come back since anybody last did something: sleeping makes it no more generous.
 */
export class Guard {
  readonly #frames = new Map<string, Bucket>();
  readonly #comments = new Map<string, Bucket>();
  readonly #reactions = new Map<string, Bucket>();
  readonly #ops = new Map<string, Bucket>();
  readonly #namelessOps = new Map<string, Bucket>();
  readonly #refusals = new Map<string, number>();
  readonly #quietSinceMs: number;

  /** `quietSinceMs`: since when nobody had done anything when the room woke. */
  constructor(quietSinceMs: number) {
    this.#quietSinceMs = quietSinceMs;
  }

  /** 0, or how long this socket has to wait. */
  takeFrame(connectionId: string, cost: number, nowMs: number): number {
    return this.#take(this.#frames, connectionId, FRAMES, cost, nowMs);
  }

  /** 0, or how long this user has to wait, on whatever socket or over REST. */
  takeComment(userId: string, nowMs: number): number {
    return this.#takeOfUser(this.#comments, userId, COMMENTS, nowMs);
  }

  takeReaction(userId: string, nowMs: number): number {
    return this.#takeOfUser(this.#reactions, userId, REACTIONS, nowMs);
  }

  /** The same for ops of any kind: more sockets do not let anybody do more. */
  takeOp(userId: string, nowMs: number): number {
    return this.#takeOfUser(this.#ops, userId, OPS, nowMs);
  }

  /** Of whoever has no name: they are not told apart but by their sockets. */
  takeNamelessOp(connectionId: string, nowMs: number): number {
    return this.#take(this.#namelessOps, connectionId, NAMELESS_OPS, 1, nowMs);
  }

  /** Notes a refusal; a close code once there were too many in a row. */
  noteRefusal(connectionId: string, code: ErrorCode): CloseCode | undefined {
    const count = (this.#refusals.get(connectionId) ?? 0) + 1;
    this.#refusals.set(connectionId, count);
    if (count < LIMITS.refusalsBeforeClose) return undefined;
    return code === 'INVALID' || code === 'TOO_LARGE' ? CLOSE_CODE.PROTOCOL : CLOSE_CODE.TOO_FAST;
  }

  noteAccepted(connectionId: string): void {
    this.#refusals.delete(connectionId);
  }

  forget(connectionId: string): void {
    this.#frames.delete(connectionId);
    this.#namelessOps.delete(connectionId);
    this.#refusals.delete(connectionId);
  }

  #takeOfUser(buckets: Map<string, Bucket>, userId: string, size: BucketSize, nowMs: number): number {
    if (buckets.size > USERS_REMEMBERED) buckets.clear();
    return this.#take(buckets, userId, size, 1, nowMs);
  }

  #take(buckets: Map<string, Bucket>, key: string, size: BucketSize, cost: number, nowMs: number): number {
    const known = buckets.get(key) ?? this.#bucketOfUnknown(size, nowMs);
    const { bucket, retryAfterMs } = takeTokens(known, size, { cost, nowMs });
    buckets.set(key, bucket);
    return retryAfterMs;
  }

  #bucketOfUnknown({ burst, perSecond }: BucketSize, nowMs: number): Bucket {
    const cameBack = ((nowMs - this.#quietSinceMs) / 1000) * perSecond;
    return { tokens: Math.min(burst, cameBack), atMs: nowMs };
  }
}
