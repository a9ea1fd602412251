import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import type { Ack, Refuse } from '#protocol/ack.ts';
import { decodeDown } from '#protocol/codec.ts';
import type { Down } from '#protocol/down.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import type { UpOp } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { ApiSession } from '../../worker/local/seed/api.ts';

type Frame<T extends Down['t']> = Extract<Down, { t: T }>;
type Listener = (frame: Down, text: string) => void;

/** A connection to a room of the running product, over the network, joined like anybody. */
export class SocketClient {
  readonly socket: WebSocket;
  readonly welcome: Promise<Frame<'welcome'>>;
  readonly #listeners = new Set<Listener>();
  readonly #answers = new Map<string, (answer: Ack | Refuse) => void>();

  private constructor(url: string) {
    // Uncompressed, as the bench's reference is: unpacking goes through another thread, and would be measured too.
    this.socket = new WebSocket(url, { perMessageDeflate: false });
    this.welcome = this.once('welcome');
    this.socket.on('open', () => this.socket.send(JSON.stringify({ t: 'hello', version: PROTOCOL_VERSION })));
    this.socket.on('message', (data: Buffer) => this.#hear(data.toString()));
    this.socket.on('error', () => {});
  }

  static async join(session: ApiSession, videoId: string): Promise<SocketClient> {
    const { url } = await session.json<JoinAnswer>('POST', `/api/videos/${videoId}/join`, {});
    const client = new SocketClient(url);
    await client.welcome;
    return client;
  }

  #hear(text: string): void {
    const frame = decodeDown(text);
    if (!frame) throw new Error(`The room sent what the protocol does not know: ${text}`);
    if (frame.t === 'mark') return this.socket.send(JSON.stringify({ t: 'heard', n: frame.n }));
    if ((frame.t === 'ack' || frame.t === 'refuse') && frame.id) this.#answers.get(frame.id)?.(frame);
    for (const listener of this.#listeners) listener(frame, text);
  }

  onFrame(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** The next frame of this type that fits. */
  once<T extends Down['t']>(type: T, fits: (frame: Frame<T>) => boolean = () => true): Promise<Frame<T>> {
    return new Promise((resolve) => {
      const stop = this.onFrame((frame) => {
        if (frame.t !== type || !fits(frame as Frame<T>)) return;
        stop();
        resolve(frame as Frame<T>);
      });
    });
  }

  ask(draft: Partial<UpOp> & { t: UpOp['t'] }, id: string = uuidv7()): Promise<Ack | Refuse> {
    return new Promise((resolve) => {
      this.#answers.set(id, (answer) => {
        this.#answers.delete(id);
        resolve(answer);
      });
      this.socket.send(JSON.stringify({ ...draft, id }));
    });
  }

  close(): void {
    this.socket.close();
  }
}
