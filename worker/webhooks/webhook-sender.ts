import { DurableObject } from 'cloudflare:workers';
import { createDatabase } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { reachOf } from './reach.ts';
import { resolverOver } from './resolve-host.ts';
import { openSecret } from './secret.ts';
import { Sender } from './sender.ts';

const TIMEOUT_MS = 15_000;
/** After a run that failed as a whole: the database is away, or we are wrong. */
const AGAIN_MS = 60_000;
const ORGANIZATION = 'organizationId';

/** What goes out for one organization; addressed by its id. Sleeps until it is nudged or something is due. */
export class WebhookSender extends DurableObject<Env> {
  #sender: Sender | undefined;
  #isRunning = false;

  /** Messages were written. Answers at once; what is due is sent by the alarm. */
  async nudge(organizationId: string): Promise<void> {
    if (this.#isRunning) this.#sender?.wake();
    else {
      await this.ctx.storage.put(ORGANIZATION, organizationId);
      await this.#come(new Date());
    }
  }

  /** Never throws: an alarm that does is given up after some tries. */
  override async alarm(): Promise<void> {
    const organizationId = await this.ctx.storage.get<string>(ORGANIZATION);
    if (organizationId === undefined) return;
    this.#sender ??= this.#makeSender(organizationId);
    this.#isRunning = true;
    try {
      const next = await this.#sender.run();
      this.#isRunning = false;
      if (next) await this.#come(next);
    } catch (error) {
      this.#isRunning = false;
      console.error(
        JSON.stringify({ level: 'error', where: 'webhooks', organizationId, error: String(error) }),
      );
      await this.#come(new Date(Date.now() + AGAIN_MS));
    }
  }

  /** A nearer alarm stands. */
  async #come(at: Date): Promise<void> {
    const set = await this.ctx.storage.getAlarm();
    if (set === null || set > at.getTime()) await this.ctx.storage.setAlarm(at);
  }

  #makeSender(organizationId: string): Sender {
    const { env } = this;
    return new Sender(organizationId, {
      db: createDatabase(env.DATABASE_URL),
      fetch: (input, init) => fetch(input, init),
      resolve: resolverOver((input, init) => fetch(input, init)),
      now: () => new Date(),
      random: () => Math.random(),
      reach: reachOf(env),
      timeoutMs: TIMEOUT_MS,
      open: (endpointId, sealed) => openSecret(env.WEBHOOK_SECRET, endpointId, sealed),
    });
  }
}
