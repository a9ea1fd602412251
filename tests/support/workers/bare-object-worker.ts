/**
 * The least that a Durable Object can do for a comment: keep three small rows in one transaction, answer the sender,
 * and tell everyone, at ticks as a room does, in frames of a room's sizes. It reads, checks and decides nothing. Only
 * the capacity bench runs it.
 */
import { DurableObject } from 'cloudflare:workers';

/** Sizes of frames, in bytes: the heads and tails of JSON included. */
interface BareEnv {
  BARE: DurableObjectNamespace<BareObject>;
  ACK_BYTES: number;
  EVENT_BYTES: number;
  TICK_MS: number;
}

export class BareObject extends DurableObject<BareEnv> {
  #seq = 0;
  #events: string[] = [];
  #isTicking = false;

  constructor(ctx: DurableObjectState, env: BareEnv) {
    super(ctx, env);
    for (const table of ['log', 'ops', 'comments'])
      ctx.storage.sql.exec(
        `CREATE TABLE IF NOT EXISTS ${table} (seq INTEGER PRIMARY KEY, body TEXT NOT NULL)`,
      );
  }

  override fetch(): Response {
    const { 0: client, 1: server } = new WebSocketPair();
    this.ctx.acceptWebSocket(server);
    return new Response(null, { status: 101, webSocket: client });
  }

  override webSocketMessage(socket: WebSocket, message: string): void {
    const { sql } = this.ctx.storage;
    this.#seq += 1;
    this.ctx.storage.transactionSync(() => {
      sql.exec('INSERT INTO log VALUES (?, ?)', this.#seq, message);
      sql.exec('INSERT INTO ops VALUES (?, ?)', this.#seq, message);
      sql.exec('INSERT INTO comments VALUES (?, ?)', this.#seq, message);
    });
    const words = message.slice('{"t":"comment.post",'.length, -1);
    socket.send(padded(`{"t":"ack",${words}`, this.env.ACK_BYTES));
    this.#events.push(padded(`{"kind":"comment",${words}`, this.env.EVENT_BYTES));
    if (!this.#isTicking) this.#tick();
  }

  #tick(): void {
    this.#isTicking = this.#events.length > 0;
    if (!this.#isTicking) return;
    const frame = `{"t":"events","events":[${this.#events.join()}]}`;
    this.#events = [];
    for (const socket of this.ctx.getWebSockets()) socket.send(frame);
    setTimeout(() => this.#tick(), this.env.TICK_MS);
  }
}

const padded = (beginning: string, sizeBytes: number): string =>
  `${beginning},"rest":"`.padEnd(sizeBytes - 2, 'x') + '"}';

export default {
  fetch: (request: Request, env: BareEnv): Promise<Response> => env.BARE.getByName('one').fetch(request),
};
