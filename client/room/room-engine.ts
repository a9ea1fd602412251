import { v7 as uuidv7 } from 'uuid';
import type { AckResult } from '#protocol/ack.ts';
import { encodeUp } from '#protocol/codec.ts';
import type { CommentView } from '#protocol/comment.ts';
import type { Down } from '#protocol/down.ts';
import type { ReactionCount } from '#protocol/reaction.ts';
import type { UpOp, UpVolatile } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { Answers } from './answers.ts';
import type { Clock } from './clock.ts';
import { ClockSwitch } from './clock-switch.ts';
import { Connection } from './connection.ts';
import type { ConnectionState } from './connection-state.ts';
import { Listeners, type VolatileDown } from './listeners.ts';
import { isExpired, isLasting, listOutdated, nextExpiryMs, nextToSend } from './outbox.ts';
import { restore } from './restore.ts';
import type { RoomParts } from './room-parts.ts';
import { RoomRefusal } from './room-refusal.ts';
import type { PendingOp, RoomState } from './room-state.ts';
import { RoomStore } from './room-store.ts';

/** A live room: its state, and a promise for every op. `connect-room.ts` gives it its parts in a browser. */
export class RoomEngine {
  readonly clock: Clock;
  readonly #store = new RoomStore();
  readonly getState = this.#store.getState;
  readonly subscribe = this.#store.subscribe;
  readonly #parts: RoomParts;
  readonly #connection: Connection;
  readonly #volatile = new Listeners<[frame: VolatileDown]>();
  readonly #answers = new Answers();
  readonly #clockSwitch: ClockSwitch;
  readonly #inFlight = new Set<string>();
  #isWelcome = false;
  #isRestored = false;
  #expiry: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.#clockSwitch = new ClockSwitch(parts.clock);
    this.#store.subscribe(() => this.#runClock());
    this.#connection = new Connection({
      nextUrl: async () => (await parts.join(this.#screeningToJoin())).url,
      windowMs: () => this.#state.reconnectWindowMs,
      onState: (connection) => this.#connectionChanged(connection),
      onFrame: (frame) => this.#frameCame(frame),
      surroundings: parts.surroundings,
      nowMs: parts.nowMs,
      random: parts.random ?? Math.random,
      WebSocket: parts.WebSocket,
    });
  }

  /** Others' pointers and ink, as they come. */
  subscribeVolatile = (listener: (frame: VolatileDown) => void): (() => void) => this.#volatile.add(listener);

  connect(): void {
    this.#connection.open();
  }

  /** Leaves for good; what is unacknowledged and lasting stays in the outbox store. */
  close(): void {
    this.#connection.close();
    clearTimeout(this.#expiry);
  }

  /** Comes back with a fresh ticket: after signing in, or after giving a name. */
  rejoin(): void {
    this.#connection.reopen();
  }

  mergeComments = (comments: readonly CommentView[]): void => this.#store.apply({ kind: 'read', comments });

  mergeReactions = (reactions: readonly ReactionCount[]): void =>
    this.#store.apply({ kind: 'read-reactions', reactions });

  newId(): string {
    return (this.#parts.newId ?? uuidv7)();
  }

  /** Sends an op once the room listens, again after each reconnect, until it is acknowledged or refused. */
  perform(op: UpOp): Promise<AckResult> {
    const pending: PendingOp = { op, madeAtMs: this.#parts.nowMs() };
    const answer = this.#answers.wait(op.id);
    if (isLasting(op)) void this.#parts.outboxStore.put(pending, this.#userId()).catch(() => undefined);
    this.#store.apply({ kind: 'made', pending });
    this.#dropOutdated();
    this.#drain();
    return answer;
  }

  /** Says something that is worth nothing later. */
  tell(frame: UpVolatile): void {
    if (this.#isWelcome) this.#connection.send(encodeUp(frame));
  }

  #screeningToJoin(): string | null {
    return this.#state.you === null ? this.#parts.screeningId : (this.#state.screening?.id ?? null);
  }

  #connectionChanged(connection: ConnectionState): void {
    this.#isWelcome = this.#isRestored = false;
    this.#inFlight.clear();
    this.#store.apply({ kind: 'connection', connection });
    // What lasts stays in the store: the next page may have more luck.
    if (connection.status === 'closed')
      this.#answers.rejectAll(new RoomRefusal('UNAVAILABLE', connection.message));
    if (connection.status !== 'open') return;
    const hello = { t: 'hello' as const, version: PROTOCOL_VERSION, resume: this.#state.position };
    this.#connection.send(encodeUp(hello));
  }

  #frameCame(frame: Down): void {
    if (frame.t === 'welcome') this.#isWelcome = true;
    // A broadcast can overtake the welcome, which will hold it; taken alone it would hide what was missed before.
    if (frame.t === 'events' && !this.#isWelcome) return;
    if (frame.t === 'pointers' || frame.t === 'ink') return this.#volatile.tell(frame);
    this.#store.apply({ kind: 'frame', frame });
    if (frame.t === 'welcome')
      void restore(this.#parts.outboxStore, this.#userId(), (kept) => this.#takeUp(kept));
    if (frame.t === 'ack') this.#settle(frame.id, frame.result);
    if (frame.t === 'refuse' && frame.id)
      this.#settle(frame.id, new RoomRefusal(frame.code, frame.message, frame.retryAfterMs ?? null));
    if (frame.t === 'ack' || frame.t === 'refuse') this.#drain();
  }

  #drain(): void {
    this.#dropExpired();
    if (!this.#isWelcome || !this.#isRestored) return;
    for (const { op } of nextToSend(this.#state.pending, this.#inFlight)) {
      if (!this.#connection.send(encodeUp(op))) return;
      this.#inFlight.add(op.id);
    }
  }

  #dropExpired(): void {
    clearTimeout(this.#expiry);
    const nowMs = this.#parts.nowMs();
    for (const pending of this.#state.pending)
      if (isExpired(pending, nowMs))
        this.#settle(pending.op.id, new RoomRefusal('UNAVAILABLE', 'The room could not be reached in time.'));
    const nextMs = nextExpiryMs(this.#state.pending);
    if (nextMs !== undefined)
      this.#expiry = setTimeout(() => this.#drain(), Math.min(Math.max(nextMs - nowMs + 1, 1), 3_600_000));
  }

  #dropOutdated(): void {
    for (const opId of listOutdated(this.#state.pending, this.#inFlight))
      this.#settle(opId, { kind: 'none' });
  }

  #settle(opId: string, outcome: AckResult | RoomRefusal): void {
    this.#inFlight.delete(opId);
    this.#store.apply({ kind: 'dropped', opId });
    void this.#parts.outboxStore.remove(opId).catch(() => undefined);
    if (outcome instanceof RoomRefusal) this.#answers.reject(opId, outcome);
    else this.#answers.resolve(opId, outcome);
  }

  #userId = (): string | null => this.#state.you?.userId ?? null;

  #takeUp(kept: readonly PendingOp[]): void {
    const known = new Set(this.#state.pending.map((one) => one.op.id));
    for (const pending of kept) if (!known.has(pending.op.id)) this.#store.apply({ kind: 'made', pending });
    this.#isRestored = true;
    this.#dropOutdated();
    this.#drain();
  }

  get #state(): RoomState {
    return this.#store.getState();
  }

  #runClock(): void {
    const { connection, screening } = this.#state;
    const isOver = connection.status === 'idle' || connection.status === 'closed';
    this.#clockSwitch.set(!isOver && (screening !== null || this.#screeningToJoin() !== null));
  }
}
