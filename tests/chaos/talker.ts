import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import type { Refuse } from '#protocol/ack.ts';
import { decodeDown } from '#protocol/codec.ts';
import { mayReconnect } from '#protocol/error.ts';
import { EMOJIS } from '#protocol/emojis.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { Person } from '#tests/support/people.ts';
import { Diary, type Deed, type Pending } from './diary.ts';

export interface TalkerOptions {
  /** Takes in what others say, too: costly with many, so only where it is asked about. */
  isListening?: boolean;
  /** What becomes of a frame on its way; straight to the room when left out. */
  deliver?: (frame: string, send: (frame: string) => void) => void;
}

/** As many as the product's own client has under way at once. */
const MOST_IN_FLIGHT = 16;
const AGAIN_MS = 500;

/** Somebody who talks, and keeps what is not acknowledged: sent again with the same id after every reconnect. */
export class Talker {
  readonly diary = new Diary();
  readonly #person: Person;
  readonly #videoId: string;
  readonly #options: TalkerOptions;
  readonly #outbox = new Map<string, Pending>();
  readonly #inFlight = new Set<string>();
  #socket: WebSocket | undefined;
  #isWelcome = false;
  #isClosed = false;

  constructor(person: Person, videoId: string, options: TalkerOptions = {}) {
    this.#person = person;
    this.#videoId = videoId;
    this.#options = options;
    void this.#stayConnected();
  }

  get isConnected(): boolean {
    return this.#isWelcome;
  }

  say(content: string): void {
    this.#do({ t: 'comment.post', content });
  }

  react(second: number): void {
    const emoji = EMOJIS[second % EMOJIS.length] ?? EMOJIS[0];
    this.#do({ t: 'reaction.post', emoji, positionSeconds: second });
  }

  /** Settles the latest of its own comments that it knows to be there. */
  settle(): void {
    const commentId = [...this.diary.acked.keys()].at(-1);
    if (commentId) this.#do({ t: 'comment.resolve', commentId, isResolved: true });
  }

  /** What it has to say and has no answer to. */
  get pendingCount(): number {
    return this.#outbox.size;
  }

  #do(deed: Deed): void {
    this.#outbox.set(uuidv7(), { deed, sentAtMs: 0 });
    this.#pump();
  }

  /** The connection is gone, with whatever is on its way. */
  cut(): void {
    this.#isWelcome = false;
    this.#socket?.terminate();
  }

  close(): void {
    this.#isClosed = true;
    this.#socket?.terminate();
  }

  async #stayConnected(): Promise<void> {
    while (!this.#isClosed) {
      await this.#connectOnce().catch(() => {});
      await pause(100 + Math.random() * 400);
    }
  }

  async #connectOnce(): Promise<void> {
    const path = `/api/videos/${this.#videoId}/join`;
    const { url } = await this.#person.session.json<JoinAnswer>('POST', path, {});
    const socket = new WebSocket(url, { perMessageDeflate: false, handshakeTimeout: 5_000 });
    this.#socket = socket;
    this.#inFlight.clear();
    const hello = { t: 'hello', version: PROTOCOL_VERSION, resume: this.diary.position };
    socket.on('open', () => (this.#isClosed ? socket.terminate() : socket.send(JSON.stringify(hello))));
    socket.on('message', (data: Buffer) => this.#hear(data.toString()));
    socket.on('error', () => {});
    const [code] = (await once(socket, 'close')) as [number];
    this.#isWelcome = false;
    if (mayReconnect(code)) return;
    this.diary.troubles.push(`closed for good with ${code}`);
    this.#isClosed = true;
  }

  #hear(text: string): void {
    if (!this.#options.isListening && /^{"t":"(events|presence)"/.test(text)) return this.diary.follow(text);
    const frame = decodeDown(text);
    switch (frame?.t) {
      case 'welcome':
        this.#isWelcome = true;
        this.diary.connects += 1;
        this.diary.follow(text);
        if (frame.history.kind === 'gap') this.diary.noteEvents(frame.history.events);
        return this.#pump();
      case 'ack':
        this.diary.noteAck(frame, this.#outbox.get(frame.id));
        this.#outbox.delete(frame.id);
        this.#inFlight.delete(frame.id);
        return this.#pump();
      case 'refuse':
        return this.#tryAgain(frame);
      case 'mark':
        return this.#socket?.send(JSON.stringify({ t: 'heard', n: frame.n }));
      case 'persist':
        return this.diary.notePersist(frame.persist);
      case 'events':
        this.diary.follow(text);
        return this.diary.noteEvents(frame.events);
    }
  }

  #tryAgain({ id, code, message, retryAfterMs }: Refuse): void {
    if (!id || !this.#outbox.has(id)) return;
    if (code !== 'RATE_LIMITED' && code !== 'UNAVAILABLE')
      this.diary.troubles.push(`refused: ${code} ${message}`);
    setTimeout(() => {
      this.#inFlight.delete(id);
      this.#pump();
    }, retryAfterMs ?? AGAIN_MS);
  }

  #pump(): void {
    const socket = this.#socket;
    if (!this.#isWelcome || !socket) return;
    const send = (frame: string): void => socket.send(frame, () => {});
    const deliver = this.#options.deliver ?? ((frame, send) => send(frame));
    for (const [id, pending] of this.#outbox) {
      if (this.#inFlight.size >= MOST_IN_FLIGHT) return;
      if (this.#inFlight.has(id)) continue;
      this.#inFlight.add(id);
      if (pending.sentAtMs > 0) this.diary.resends += 1;
      pending.sentAtMs = performance.now();
      deliver(JSON.stringify({ ...pending.deed, id }), send);
    }
  }
}
