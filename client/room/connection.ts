import ReconnectingWebSocket from 'partysocket/ws';
import { CLOSE_CODE, mayReconnect } from '#protocol/error.ts';
import { PONG, encodeUp } from '#protocol/wire.ts';
import { nextDelayMs } from './back-off.ts';
import { IDLE, OPEN, wordsOfClose, type ConnectionState } from './connection-state.ts';
import { isFinal } from './join.ts';
import { KeepAlive } from './keep-alive.ts';
import type { ConnectionOptions, Link } from './link.ts';
import { decodeDown } from './wire/read.ts';

/** What this side closes a link with that answers no more. */
const GIVEN_UP = 4000;

/** Owns the socket and `ConnectionState`. Frames go in and out; what they mean is not its business. */
export class Connection implements Link {
  readonly #options: ConnectionOptions;
  readonly #keepAlive: KeepAlive;
  #socket: ReconnectingWebSocket | undefined;
  #state: ConnectionState = IDLE;
  #attempt = 0;
  #words: string | null = null;
  /** Why the room asked for another ticket, until it has taken us in again. */
  #reason = '';
  #skipWait: (() => void) | undefined;
  #stopWatching: (() => void) | undefined;

  constructor(options: ConnectionOptions) {
    this.#options = options;
    this.#keepAlive = new KeepAlive(
      options.surroundings,
      (text) => this.send(text),
      () => this.#socket?.reconnect(GIVEN_UP, 'no answer'),
    );
  }

  open(): void {
    if (this.#socket !== undefined) return;
    this.#attempt = 0;
    const { WebSocket } = this.#options;
    // Waiting is ours (`#prepare`): partysocket's delays have no jitter and cannot be cut short.
    const isCurrent = () => this.#socket === socket;
    const socket = new ReconnectingWebSocket(() => this.#prepare(isCurrent), null, {
      minReconnectionDelay: 0,
      maxReconnectionDelay: 0,
      connectionTimeout: 10_000,
      maxEnqueuedMessages: 0,
      shouldReconnectOnClose: (event) => mayReconnect(event.code),
      ...(WebSocket === undefined ? {} : { WebSocket }),
    });
    this.#socket = socket;
    socket.addEventListener('open', () => this.#opened());
    socket.addEventListener('close', (event) => isCurrent() && this.#lost(...closeOf(event)));
    socket.addEventListener('message', (event) => isCurrent() && this.#heard(event.data));
    this.#stopWatching = this.#options.surroundings.onChange(() => this.#surroundingsChanged());
  }

  close(): void {
    this.#end({ status: 'closed', code: null, message: 'You left the room.' });
  }

  reopen(): void {
    this.#drop();
    this.open();
  }

  send(text: string): boolean {
    if (this.#state.status !== 'open' || this.#socket === undefined) return false;
    return this.#socket.send(text);
  }

  async #prepare(isCurrent: () => boolean): Promise<string> {
    if (this.#attempt > 0) await this.#wait(this.#attempt);
    if (!isCurrent()) throw new Error('This connection was given up.');
    this.#attempt += 1;
    this.#set({ status: 'connecting', attempt: this.#attempt });
    try {
      return await this.#options.nextUrl();
    } catch (error) {
      const isOver = isFinal(error) && isCurrent();
      if (isOver)
        this.#end({ status: 'closed', code: null, message: `${this.#reason} ${error.message}`.trim() });
      throw error;
    }
  }

  async #wait(attempt: number): Promise<void> {
    const { windowMs, random, nowMs } = this.#options;
    const delayMs = nextDelayMs(attempt, windowMs(), random);
    const retryAtMs = nowMs() + delayMs;
    this.#set({ status: 'waiting', attempt, retryAtMs, isOffline: this.#isOffline(), message: this.#words });
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, delayMs);
      this.#skipWait = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    this.#skipWait = undefined;
  }

  #opened(): void {
    this.#set(OPEN);
    this.#keepAlive.start();
  }

  #heard(data: unknown): void {
    this.#keepAlive.heard();
    if (data === PONG) return;
    const frame = decodeDown(data);
    if (frame === undefined) return;
    // At once, in hidden tabs too: who does not answer counts as one that reads no more.
    if (frame.t === 'mark') return void this.send(encodeUp({ t: 'heard', n: frame.n }));
    // A welcome, not the handshake, proves that the room takes us: only then is the back-off forgotten.
    if (frame.t === 'welcome') {
      this.#attempt = 0;
      this.#reason = '';
    }
    this.#options.onFrame(frame);
  }

  #lost(code: number, reason: string): void {
    this.#keepAlive.stop();
    this.#words = wordsOfClose(code, reason);
    if (code === CLOSE_CODE.NEW_TICKET) this.#reason ||= reason;
    // Even a link that was good comes back through the window: the room may have dropped everyone at once.
    this.#attempt = Math.max(this.#attempt, 1);
    if (!mayReconnect(code)) this.#end({ status: 'closed', code, message: reason || 'The room closed.' });
    else if (this.#state.status === 'open')
      this.#set({
        status: 'waiting',
        attempt: 1,
        retryAtMs: this.#options.nowMs(),
        isOffline: this.#isOffline(),
        message: this.#words,
      });
  }

  #surroundingsChanged(): void {
    if (this.#options.surroundings.isOnline() && this.#options.surroundings.isVisible()) this.#skipWait?.();
  }

  #isOffline = (): boolean => !this.#options.surroundings.isOnline();

  #end(state: ConnectionState): void {
    this.#set(state);
    this.#drop();
  }

  #drop(): void {
    const socket = this.#socket;
    this.#socket = undefined;
    this.#skipWait?.();
    this.#keepAlive.stop();
    this.#stopWatching?.();
    socket?.close(1000);
  }

  #set(state: ConnectionState): void {
    this.#state = state;
    this.#options.onState(state);
  }
}

/**
 * Code and reason of a close.
 * @NOTE partysocket's own close event, made when it gives a link up, arrives with its fields shifted:
 * the code is the word "close".
 */
const closeOf = ({ code, reason }: { code: unknown; reason: unknown }): [code: number, reason: string] =>
  typeof code === 'number' && typeof reason === 'string' ? [code, reason] : [GIVEN_UP, ''];
