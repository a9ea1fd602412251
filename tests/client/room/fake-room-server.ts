import { PING, PONG } from '#protocol/wire.ts';
import type { Down } from '#protocol/down.ts';
import { Up } from '#protocol/up.ts';
import type { UpOp } from '#protocol/up.ts';
import { welcomeOf } from './samples.ts';

/** The far end of one socket. */
class FakeSocket extends EventTarget {
  readyState = 0;
  binaryType = 'blob';
  bufferedAmount = 0;
  readonly #server: FakeRoomServer;

  constructor(server: FakeRoomServer) {
    super();
    this.#server = server;
    queueMicrotask(() => {
      if (this.readyState !== 0) return;
      this.readyState = 1;
      this.dispatchEvent(new Event('open'));
    });
  }

  send(text: string): void {
    this.#server.receive(this, text);
  }

  close(code = 1000, reason = ''): void {
    if (this.readyState === 3) return;
    this.readyState = 3;
    this.dispatchEvent(Object.assign(new Event('close'), { code, reason, wasClean: true }));
  }

  deliver(text: string): void {
    if (this.readyState === 1) this.dispatchEvent(new MessageEvent('message', { data: text }));
  }
}

/** A room as a client sees it: welcomes, and answers what the test tells it to. */
export class FakeRoomServer {
  /** Every op received, repeats included, in order. */
  readonly ops: UpOp[] = [];
  readonly hellos: unknown[] = [];
  /** Marks answered. */
  readonly heard: number[] = [];
  pings = 0;
  answersPings = true;
  /** Answers an op; undefined stays silent. */
  answer: (op: UpOp) => Down | undefined = () => undefined;
  welcome = welcomeOf();
  #sockets: FakeSocket[] = [];

  get connections(): number {
    return this.#sockets.length;
  }

  /** What the client takes for the browser's WebSocket. */
  webSocket(): unknown {
    const open = () => {
      const socket = new FakeSocket(this);
      this.#sockets.push(socket);
      return socket;
    };
    return function FakeWebSocket() {
      return open();
    };
  }

  send(frame: Down): void {
    this.#sockets.at(-1)?.deliver(JSON.stringify(frame));
  }

  drop(code = 1006, reason = ''): void {
    this.#sockets.at(-1)?.close(code, reason);
  }

  receive(socket: FakeSocket, text: string): void {
    if (text === PING) {
      this.pings += 1;
      if (this.answersPings) socket.deliver(PONG);
      return;
    }
    const up = Up.parse(JSON.parse(text));
    if (up.t === 'hello') {
      this.hellos.push(up.resume ?? null);
      socket.deliver(JSON.stringify(this.welcome));
    } else if (up.t === 'heard') {
      this.heard.push(up.n);
    } else if ('id' in up) {
      this.ops.push(up);
      const answer = this.answer(up);
      if (answer) socket.deliver(JSON.stringify(answer));
    }
  }
}
