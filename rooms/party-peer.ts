import type { Connection } from 'partyserver';
import type { Peer, Seat } from './connections.ts';

/** A partyserver connection as the room's peer; its seat lives in the attachment and outlasts hibernation. */
export class PartyPeer implements Peer {
  readonly #connection: Connection<Seat>;
  readonly id: string;
  #seat: Seat;

  constructor(connection: Connection<Seat>, seat: Seat) {
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

  bufferedBytes(): number | undefined {
    const { bufferedAmount } = this.#connection;
    return typeof bufferedAmount === 'number' ? bufferedAmount : undefined;
  }
}
