import type { Connection } from 'partyserver';
import { LIMITS } from '#protocol/limits.ts';
import type { Peer, Seat } from './connections.ts';
import { Reading } from './reading.ts';

/** Share of the way to a mark before which none comes: joining alone brings none. */
const EARLIEST_MARK = 0.25;

/** A partyserver connection as the room's peer; its seat lives in the attachment and outlasts hibernation. */
export class PartyPeer implements Peer {
  readonly #connection: Connection<Seat>;
  readonly id: string;
  readonly reading: Reading;
  #seat: Seat;

  /** `hasSlept`: the connection is older than the room's memory. */
  constructor(connection: Connection<Seat>, seat: Seat, { hasSlept = false } = {}) {
    const firstMarkAtBytes = LIMITS.markEveryBytes * (EARLIEST_MARK + (1 - EARLIEST_MARK) * Math.random());
    this.reading = new Reading({ hasSlept, firstMarkAtBytes });
    this.#connection = connection;
    this.id = connection.id;
    this.#seat = seat;
  }

  get seat(): Seat {
    return this.#seat;
  }

  takeSeat(seat: Seat): void {
    this.#seat = seat;
    this.#connection.setState(seat);
  }

  send(text: string): void {
    try {
      this.#connection.send(text);
    } catch {
      // It is closing: whoever holds it comes back and resumes.
    }
  }

  close(code: number, reason: string): void {
    try {
      this.#connection.close(code, reason);
    } catch {
      // Already closed.
    }
  }
}
