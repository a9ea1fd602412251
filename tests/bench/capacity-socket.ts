import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

/**
 * As little of a WebSocket client as a thousand of them can be on part of a core, so that the server is what a bench
 * measures: it counts every byte that arrives, hands over whole text frames as bytes, and knows no compression.
 */
export class CapacitySocket {
  /** Everything that has come down, the upgrade's answer and the frames' heads included. */
  bytes = 0;
  /** Why it is over, in words; undefined while it is not. */
  ended: string | undefined;
  readonly #socket: Socket;
  readonly #onText: (text: Buffer) => void;
  #rest: Buffer = Buffer.alloc(0);
  #isUpgraded = false;

  constructor(address: string, onText: (text: Buffer) => void, onOpen: () => void) {
    const url = new URL(address);
    this.#onText = onText;
    this.#socket = connect({ host: url.hostname, port: Number(url.port), noDelay: true });
    this.#socket.on('connect', () => this.#socket.write(upgradeOf(url)));
    this.#socket.on('error', (error) => (this.ended ??= error.message));
    this.#socket.on('close', () => (this.ended ??= 'closed'));
    this.#socket.on('data', (chunk) => {
      this.bytes += chunk.length;
      this.#rest = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
      if (!this.#isUpgraded && this.#readUpgrade()) onOpen();
      if (this.#isUpgraded) this.#readFrames();
    });
  }

  /** Whether it has just come open. */
  #readUpgrade(): boolean {
    const end = this.#rest.indexOf('\r\n\r\n');
    if (end === -1) return false;
    const [status = ''] = this.#rest.toString('latin1', 0, end).split('\r\n');
    if (!status.includes(' 101 ')) return this.#fail(status);
    this.#rest = this.#rest.subarray(end + 4);
    this.#isUpgraded = true;
    return true;
  }

  #fail(reason: string): false {
    this.ended ??= reason;
    this.#socket.destroy();
    return false;
  }

  #readFrames(): void {
    for (;;) {
      const frame = readFrame(this.#rest);
      if (!frame) return;
      this.#rest = this.#rest.subarray(frame.end);
      if (frame.kind === TEXT) this.#onText(frame.body);
      else if (frame.kind === PING) this.#write(PONG, frame.body);
      else if (frame.kind === CLOSE) this.#fail(`closed with ${frame.body.readUInt16BE(0)}`);
    }
  }

  send(text: string): void {
    this.#write(TEXT, Buffer.from(text));
  }

  /** A mask is required of clients; one of zeroes changes nothing. */
  #write(kind: number, body: Buffer): void {
    const long = body.length > 125;
    const head = Buffer.alloc(long ? 8 : 6);
    head[0] = 0x80 | kind;
    head[1] = 0x80 | (long ? 126 : body.length);
    if (long) head.writeUInt16BE(body.length, 2);
    this.#socket.write(Buffer.concat([head, body]));
  }

  leave(): void {
    this.#fail('left');
  }
}

function upgradeOf(url: URL): string {
  const head = [
    `GET ${url.pathname}${url.search} HTTP/1.1`,
    `Host: ${url.host}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
  ];
  return `${head.join('\r\n')}\r\n\r\n`;
}

/** The first frame in `bytes` when it is whole. Servers here neither mask nor cut frames in parts. */
function readFrame(bytes: Buffer): { kind: number; body: Buffer; end: number } | undefined {
  const [first, second] = bytes;
  if (first === undefined || second === undefined) return undefined;
  const start = second === 126 ? 4 : second === 127 ? 10 : 2;
  if (bytes.length < start) return undefined;
  const size =
    second === 126 ? bytes.readUInt16BE(2) : second === 127 ? Number(bytes.readBigUInt64BE(2)) : second;
  const end = start + size;
  return bytes.length < end ? undefined : { kind: first & 0x0f, body: bytes.subarray(start, end), end };
}
