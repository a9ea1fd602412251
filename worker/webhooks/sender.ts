import type { Database } from '#worker/db/client.ts';
import { writePayload } from './events.ts';
import { GONE, verdictOf, type Attempt } from './outcome.ts';
import { nextDelayMs } from './schedule.ts';
import { failedAttempt, refusalOf, send, type SendDeps } from './send.ts';
import { claimDeliveries, listWaiting, recordRound, type Claimed, type Settled } from './sender.queries.ts';

export interface SenderDeps extends SendDeps {
  db: Database;
  random: () => number;
  /** Opens an endpoint’s sealed secret. */
  open: (endpointId: string, sealed: string) => Promise<string | undefined>;
}

/** Taken at once, and sent so many at a time: five rounds of a receiver that never answers are within the lease. */
const ROUND = 20;
const AT_ONCE = 4;
export const LEASE_MS = 3 * 60_000;
/** A run ends after this and another follows, well before the platform would end it. */
const LONGEST_RUN_MS = 5 * 60_000;

/** Sends what waits for an organization’s endpoints. Each is served on its own: a slow one keeps no other waiting. */
export class Sender {
  readonly #deps: SenderDeps;
  readonly #organizationId: string;
  readonly #serving = new Map<string, Promise<void>>();
  #isWanted = false;
  #failure: unknown;
  #wake: () => void = () => {};

  constructor(organizationId: string, deps: SenderDeps) {
    this.#organizationId = organizationId;
    this.#deps = deps;
  }

  /** There is more: looked for now, also by a run that waits for a slow receiver. */
  wake(): void {
    this.#isWanted = true;
    this.#wake();
  }

  /** Serves every endpoint with something due; when to come again, or undefined when nothing waits. */
  async run(): Promise<Date | undefined> {
    const { db, now } = this.#deps;
    const untilMs = now().getTime() + LONGEST_RUN_MS;
    for (;;) {
      this.#isWanted = false;
      const waiting = await listWaiting(db, this.#organizationId);
      const hasTime = now().getTime() < untilMs;
      const due = waiting.filter(({ id, dueAt }) => dueAt <= now() && !this.#serving.has(id));
      if (hasTime && this.#failure === undefined) for (const { id } of due) this.#serve(id, untilMs);
      if (this.#serving.size === 0) {
        this.#throwFailure();
        if (this.#isWanted && hasTime) continue;
        // What was written since the list was read is for the run that follows.
        if (this.#isWanted) return now();
        return waiting.map(({ dueAt }) => dueAt).toSorted((a, b) => a.getTime() - b.getTime())[0];
      }
      await this.#somethingHappens();
    }
  }

  /** Never rejects: what fails is kept for the run to end with, once nobody is being served. */
  #serve(endpointId: string, untilMs: number): void {
    const served = this.#serveEndpoint(endpointId, untilMs)
      .catch((error: unknown) => void (this.#failure = error))
      .finally(() => this.#serving.delete(endpointId));
    this.#serving.set(endpointId, served);
  }

  #throwFailure(): void {
    const failure = this.#failure;
    this.#failure = undefined;
    if (failure !== undefined) throw failure;
  }

  /** An endpoint is served, or somebody has nudged. */
  async #somethingHappens(): Promise<void> {
    const woken = new Promise<void>((resolve) => (this.#wake = resolve));
    if (!this.#isWanted) await Promise.race([woken, ...this.#serving.values()]);
  }

  async #serveEndpoint(endpointId: string, untilMs: number): Promise<void> {
    const { db, now } = this.#deps;
    while (now().getTime() < untilMs) {
      const claim = { endpointId, now: now(), leaseMs: LEASE_MS, limit: ROUND };
      const claimed = await claimDeliveries(db, claim);
      if (!claimed) return;
      const settled = await this.#sendRound(claimed);
      const isGone = settled.some((one) => verdictOf(one) === 'gone');
      await recordRound(db, { endpointId, now: now(), settled, disabledReason: isGone ? GONE : null });
      if (isGone) return;
    }
  }

  async #sendRound({ endpoint, deliveries }: Claimed): Promise<Settled[]> {
    const refusal = await refusalOf(endpoint.url, this.#deps);
    const secrets = await this.#secretsOf(endpoint);
    const settled: Settled[] = [];
    const waiting = deliveries.values();
    const work = async (): Promise<void> => {
      for (const delivery of waiting) {
        const attempt = refusal
          ? failedAttempt(refusal)
          : await this.#send(endpoint.url, secrets, delivery.message);
        settled.push(this.#settle(delivery, attempt));
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    return settled;
  }

  async #send(
    url: string,
    secrets: string[],
    message: Claimed['deliveries'][number]['message'],
  ): Promise<Attempt> {
    if (secrets.length === 0) return failedAttempt('Its secret cannot be read. Rotate it.');
    const body = writePayload(message);
    return body === undefined
      ? failedAttempt('This message is not what the catalogue promises.')
      : send({ url, messageId: message.id, body, secrets }, this.#deps);
  }

  #settle({ id, attempts }: Claimed['deliveries'][number], attempt: Attempt): Settled {
    const verdict = verdictOf(attempt);
    const about = { ...attempt, deliveryId: id, attempts };
    if (verdict === 'delivered') return { ...about, status: 'delivered', nextAttemptAt: null };
    const delayMs =
      verdict === 'gone' ? undefined : nextDelayMs(attempts, this.#deps.random, attempt.retryAfterMs);
    if (delayMs === undefined) return { ...about, status: 'failed', nextAttemptAt: null };
    return { ...about, status: 'pending', nextAttemptAt: new Date(this.#deps.now().getTime() + delayMs) };
  }

  /** The present secret, and the one before while its time lasts; none where they cannot be read. */
  async #secretsOf(endpoint: Claimed['endpoint']): Promise<string[]> {
    const { id, sealedSecret, sealedPreviousSecret, previousSecretExpiresAt } = endpoint;
    const isKept = previousSecretExpiresAt !== null && previousSecretExpiresAt > this.#deps.now();
    const sealed = [sealedSecret, ...(isKept && sealedPreviousSecret ? [sealedPreviousSecret] : [])];
    const opened = await Promise.all(sealed.map((one) => this.#deps.open(id, one)));
    return opened.filter((secret) => secret !== undefined);
  }
}
