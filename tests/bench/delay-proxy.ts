import { once } from 'node:events';
import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { DelayLane } from './delay-lane.ts';

export interface DelayProxy {
  /** `http://127.0.0.1:<port>`: the product as seen from this far away. */
  origin: string;
  /** From now on nothing arrives on connections whose newest request asks for a path that begins like this. */
  withhold(path: string): void;
  /** Lets through what was withheld, and all that comes. */
  release(): void;
  stop(): void;
}

export interface DelayOptions {
  /** The product's own `http://host:port`. */
  target: string;
  roundTripMs: number;
  /** Each chunk takes half the round trip, give or take this share of it, drawn anew. */
  jitterShare?: number;
  random?: () => number;
}

/**
 * The product at a distance: a plain TCP forwarder that hands on every chunk, in both directions, half a round trip
 * after it came, in order and however many are under way. Opening a connection costs nothing, which the first
 * request on it would not see either way: its stamps begin once the connection stands.
 */
export async function startDelayProxy(options: DelayOptions): Promise<DelayProxy> {
  const { hostname, port } = new URL(options.target);
  const pipes = new Set<Pipe>();
  let withheld: string | null = null;
  const decide = (path: string | null): void => {
    withheld = path;
    for (const pipe of pipes) pipe.decide();
  };
  const server = createServer({ allowHalfOpen: true }, (near) => {
    const far = connect({ host: hostname, port: Number(port), allowHalfOpen: true });
    const pipe = new Pipe(
      near,
      far,
      delayOf(options),
      (path) => withheld !== null && path.startsWith(withheld),
    );
    pipes.add(pipe);
    near.once('close', () => {
      pipes.delete(pipe);
      pipe.end();
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    withhold: decide,
    release: () => decide(null),
    stop() {
      server.close();
      pipes.forEach((pipe) => pipe.end());
    },
  };
}

const delayOf =
  ({ roundTripMs, jitterShare = 0.1, random = Math.random }: DelayOptions) =>
  (): number =>
    (roundTripMs / 2) * (1 + jitterShare * (random() * 2 - 1));

/** One connection, both ways. */
class Pipe {
  readonly #near: Socket;
  readonly #far: Socket;
  readonly #down: DelayLane;
  readonly #isWithheld: (path: string) => boolean;
  #path = '';

  constructor(near: Socket, far: Socket, nextDelayMs: () => number, isWithheld: (path: string) => boolean) {
    this.#near = near;
    this.#far = far;
    this.#isWithheld = isWithheld;
    const up = new DelayLane(far, nextDelayMs);
    this.#down = new DelayLane(near, nextDelayMs);
    for (const socket of [near, far]) socket.setNoDelay(true).on('error', () => this.end());
    near.on('data', (chunk: Buffer) => {
      this.#noteRequest(chunk);
      up.carry(chunk);
    });
    far.on('data', (chunk: Buffer) => this.#down.carry(chunk));
    near.once('end', () => up.carry(null));
    far.once('end', () => this.#down.carry(null));
  }

  decide(): void {
    this.#down.isHeld = this.#isWithheld(this.#path);
  }

  end(): void {
    this.#near.destroy();
    this.#far.destroy();
  }

  /** A browser sends one request after the other on a connection, each from the start of a chunk. */
  #noteRequest(chunk: Buffer): void {
    const path = /^[A-Z]+ (\/\S*)/.exec(chunk.subarray(0, 200).toString('latin1'))?.[1];
    if (path === undefined) return;
    this.#path = path;
    this.decide();
  }
}
