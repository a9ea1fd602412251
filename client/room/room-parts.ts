import type { Clock } from './clock.ts';
import type { ConnectionOptions, Link } from './link.ts';
import type { JoinRoom } from './join.ts';
import type { OutboxStore } from './outbox-store.ts';
import type { Surroundings } from './surroundings.ts';

/** What a room is made of; `createRoom` takes them from the browser, tests bring their own. */
export interface RoomParts {
  join: JoinRoom;
  link: (options: ConnectionOptions) => Link;
  clock: Clock;
  outboxStore: OutboxStore;
  surroundings: Surroundings;
  /** Unix time on this machine's clock. */
  nowMs: () => number;
  newId?: () => string;
  random?: () => number;
  WebSocket?: unknown;
  /** The screening to land in; null is solo. */
  screeningId: string | null;
}
