import { v7 as uuidv7 } from 'uuid';
import type { AckResult } from '#protocol/ack.ts';
import { encodeUp } from '#protocol/wire.ts';
import type { CommentRead } from '#protocol/comment.ts';
import type { Down } from '#protocol/down.ts';
import type { UpOp, UpVolatile } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { Answers } from './answers.ts';
import type { Clock } from './clock.ts';
import { ClockSwitch, isClockWanted } from './clock-switch.ts';
import type { Link } from './link.ts';
import { OPEN, type ConnectionState } from './connection-state.ts';
import { Listeners, type VolatileDown } from './listeners.ts';
import { isLasting } from './outbox.ts';
import { restore } from './restore.ts';
import type { RoomParts } from './room-parts.ts';
import { RoomRefusal, toRefusal } from './room-refusal.ts';
import type { PendingOp, RoomState } from './room-state.ts';
import { RoomStore } from './room-store.ts';
import { Sending } from './sending.ts';
import { unsentOf } from './unsent.ts';

/** A live room: its state, and a promise for every op. `connect-room.ts` gives it its parts in a browser. */
export class RoomEngine {
  readonly clock: Clock;
  readonly #store = new RoomStore();
  readonly getState = this.#store.getState;
  readonly subscribe = this.#store.subscribe;
  readonly #parts: RoomParts;
  readonly #connection: Link;
  readonly #volatile = new Listeners<[frame: VolatileDown]>();
  readonly #answers = new Answers();
  readonly #clockSwitch: ClockSwitch;
  #isWelcome = false;
  #isRestored = false;
  readonly #sending: Sending;

  constructor(parts: RoomParts) {
    this.#parts = parts;
    this.clock = parts.clock;
    this.#sending = new Sending(
      () => this.#state.pending,
      parts.nowMs,
      () => this.#drain(),
    );
    this.#clockSwitch = new ClockSwitch(parts.clock);
    this.#store.subscribe((state) => this.#clockSwitch.set(isClockWanted(state, this.#screeningToJoin())));
    this.#connection = parts.link({
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

  connect = (): void => this.#connection.open();

  /** Leaves for good; what is unacknowledged and lasting stays in the outbox store. */
  close(): void {
    this.#connection.close();
    this.#sending.stop();
  }

  /** Comes back with a fresh ticket: after signing in, or after giving a name. */
  rejoin = (): void => this.#connection.reopen();

  mergeComments = (read: readonly CommentRead[]): void => {
    const comments = read.map(({ mentionedIds = [], ...rest }) => ({ ...rest, mentionedIds }));
    this.#store.apply({ kind: 'read', comments });
  };

  newId = (): string => (this.#parts.newId ?? uuidv7)();

  /** Sends an op once the room listens, again after each reconnect, until it is acknowledged or refused. */
  perform(op: UpOp): Promise<AckResult> {
    const answer = this.#answers.wait(op.id);
    this.push(op);
    return answer;
  }

  /** As `perform`, with nobody waiting: words that do not get through become `unsent`. */
  push(op: UpOp): void {
    const pending: PendingOp = { op, madeAtMs: this.#parts.nowMs() };
    const userId = this.#state.you?.userId ?? null;
    if (isLasting(op)) void this.#parts.outboxStore.put(pending, userId).catch(() => undefined);
    this.#store.apply({ kind: 'made', pending });
    this.#drain();
  }

  /** Lets go of words that did not get through. */
  forgetUnsent = (opId: string): void => this.#settle(opId, { kind: 'none' });

  /** Says something that is worth nothing later. */
  tell = (frame: UpVolatile): void => void (this.#isWelcome && this.#connection.send(encodeUp(frame)));

  #screeningToJoin = (): string | null =>
    this.#state.you === null ? this.#parts.screeningId : (this.#state.screening?.id ?? null);

  #connectionChanged(connection: ConnectionState): void {
    this.#isWelcome = this.#isRestored = false;
    this.#sending.reset();
    // Open is who has been welcomed: a full room takes the link, says so and closes it.
    if (connection.status !== 'open') this.#store.apply({ kind: 'connection', connection });
    if (connection.status === 'closed') this.#giveUp(connection.message);
    if (connection.status !== 'open') return;
    this.#connection.send(encodeUp({ t: 'hello', version: PROTOCOL_VERSION, resume: this.#state.position }));
  }

  /** What lasts stays pending: it goes out when the room is opened again, here or by the next page. */
  #giveUp(message: string): void {
    for (const { op } of this.#state.pending)
      if (!isLasting(op)) this.#settle(op.id, new RoomRefusal('UNAVAILABLE', message));
  }

  #frameCame(frame: Down): void {
    if (frame.t === 'welcome') this.#isWelcome = true;
    // A broadcast can overtake the welcome, which will hold it; taken alone it would hide what was missed before.
    if (frame.t === 'events' && !this.#isWelcome) return;
    if (frame.t === 'pointers' || frame.t === 'ink') return this.#volatile.tell(frame);
    // Before the frame is applied: what is refused is still known then.
    if (frame.t === 'refuse' && this.#sending.putOff(frame)) return;
    if (frame.t === 'refuse' && frame.id) this.#settle(frame.id, toRefusal(frame));
    this.#store.apply({ kind: 'frame', frame });
    if (frame.t === 'welcome') {
      this.#store.apply({ kind: 'connection', connection: OPEN });
      void restore(this.#parts.outboxStore, frame.you.userId, (kept) => this.#takeUp(kept));
    }
    if (frame.t === 'ack') this.#settle(frame.id, frame.result);
    if (frame.t === 'ack' || frame.t === 'refuse') this.#drain();
  }

  #drain(): void {
    for (const [opId, outcome] of this.#sending.listStale()) this.#settle(opId, outcome);
    if (!this.#isWelcome || !this.#isRestored) return;
    for (let one = this.#sending.next(); one !== undefined; one = this.#sending.next()) {
      this.#sending.inFlight.add(one.op.id);
      if (!this.#connection.send(encodeUp(one.op))) return;
    }
  }

  #settle(opId: string, outcome: AckResult | RoomRefusal): void {
    this.#sending.inFlight.delete(opId);
    const isOrphan = outcome instanceof RoomRefusal && !this.#answers.isAwaited(opId);
    const unsent = isOrphan ? unsentOf(this.#state, opId, outcome) : null;
    // Words stay in the store, too, until their author has seen that they did not get through.
    if (unsent) return this.#store.apply({ kind: 'unsent', unsent });
    this.#store.apply({ kind: 'dropped', opId });
    void this.#parts.outboxStore.remove(opId).catch(() => undefined);
    return outcome instanceof RoomRefusal
      ? this.#answers.reject(opId, outcome)
      : this.#answers.resolve(opId, outcome);
  }

  #takeUp(kept: readonly PendingOp[]): void {
    const known = new Set([...this.#state.pending, ...this.#state.unsent].map((one) => one.op.id));
    for (const pending of kept) if (!known.has(pending.op.id)) this.#store.apply({ kind: 'made', pending });
    this.#isRestored = true;
    this.#drain();
  }

  get #state(): RoomState {
    return this.#store.getState();
  }
}
