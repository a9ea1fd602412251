import type { AckResult, Refuse } from '#protocol/ack.ts';
import { Deadline } from './deadline.ts';
import { isExpired, isLasting, listOutdated, nextExpiryMs, nextToSend } from './outbox.ts';
import type { RoomRefusal } from './room-refusal.ts';
import type { PendingOp } from './room-state.ts';
import { tooLate } from './unsent.ts';

/** No room asks for a longer rest; an absurd one is not believed. */
const LONGEST_REST_MS = 60_000;

/** What is on its way on this connection, and until when the room wants to hear no more. */
export class Sending {
  readonly inFlight = new Set<string>();
  readonly #pending: () => readonly PendingOp[];
  readonly #nowMs: () => number;
  readonly #rest: Deadline;
  readonly #expiry: Deadline;
  #restUntilMs = 0;

  /** `resume` is called when there may be something to send again, or to let go. */
  constructor(pending: () => readonly PendingOp[], nowMs: () => number, resume: () => void) {
    this.#pending = pending;
    this.#nowMs = nowMs;
    this.#rest = new Deadline(resume);
    this.#expiry = new Deadline(resume);
  }

  /** What is to be let go and why: too late, or made needless by something newer. */
  listStale(): [opId: string, outcome: AckResult | RoomRefusal][] {
    const nowMs = this.#nowMs();
    const [pending, done] = [this.#pending(), { kind: 'none' as const }];
    this.#expiry.plan(nextExpiryMs(pending.filter((one) => !isExpired(one, nowMs))), nowMs);
    const expired = pending.filter((one) => isExpired(one, nowMs));
    const outdated = listOutdated(pending, this.inFlight).map((opId): [string, AckResult] => [opId, done]);
    return [...expired.map(({ op }): [string, RoomRefusal] => [op.id, tooLate(op)]), ...outdated];
  }

  /** The op to send now. One at a time: what it is answered may change what comes next. */
  next(): PendingOp | undefined {
    return this.#nowMs() < this.#restUntilMs ? undefined : nextToSend(this.#pending(), this.inFlight)[0];
  }

  /**
   * Whether a refusal only says "later": the op was too soon, not wrong, and what lasts goes out again after the rest.
   * A pause is worth nothing by then, and is refused as always.
   */
  putOff({ id, code, retryAfterMs }: Refuse): boolean {
    const one = this.#pending().find(({ op }) => op.id === id);
    if (code !== 'RATE_LIMITED' || retryAfterMs == null || !one || !isLasting(one.op)) return false;
    const nowMs = this.#nowMs();
    this.inFlight.delete(one.op.id);
    this.#restUntilMs = Math.max(this.#restUntilMs, nowMs + Math.min(retryAfterMs, LONGEST_REST_MS));
    this.#rest.plan(this.#restUntilMs, nowMs);
    return true;
  }

  /** Nothing is on its way on a link that is gone. */
  reset(): void {
    this.inFlight.clear();
  }

  stop(): void {
    this.#rest.stop();
    this.#expiry.stop();
  }
}
