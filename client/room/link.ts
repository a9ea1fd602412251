import type { Down } from '#protocol/down.ts';
import type { ConnectionState } from './connection-state.ts';
import type { Surroundings } from './surroundings.ts';

export interface ConnectionOptions {
  /** The address of the next attempt, ticket included; a final refusal ends the connection. */
  nextUrl: () => Promise<string>;
  /** Over how long the server wants a mass return to be spread. */
  windowMs: () => number;
  onState: (state: ConnectionState) => void;
  onFrame: (frame: Down) => void;
  surroundings: Surroundings;
  nowMs: () => number;
  random: () => number;
  WebSocket?: unknown;
}

/** What a room needs of its connection. */
export interface Link {
  open(): void;
  close(): void;
  /** Closes and comes back at once with a fresh ticket. */
  reopen(): void;
  /** False when there is no open link: nothing is queued here, the outbox keeps what matters. */
  send(text: string): boolean;
}
