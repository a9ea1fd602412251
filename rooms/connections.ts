import { CLOSE_CODE, type CloseCode } from '#protocol/error.ts';
import { encodeDown } from '#protocol/wire.ts';
import type { DownSent } from '#protocol/down.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Activity, PersonSent } from '#protocol/presence.ts';
import type { Credential, Identity } from '#protocol/ticket.ts';
import type { Reading } from './reading.ts';
import type { Readiness } from './state/hold.ts';
import type { Bucket } from './state/token-bucket.ts';

/** What a connection carries through hibernation: kept in its attachment, so membership costs no row. */
export interface Seat {
  identity: Identity;
  screeningId: string | null;
  /** The watch link its role comes from. */
  linkId: string | null;
  /** Has a watch link, if only beside a right of their own. */
  holdsLink?: boolean;
  /** What the ticket was asked for by; absent for whoever came by nothing. */
  credential?: Credential;
  /** Said hello: before that it is told nothing and asked nothing. */
  isGreeted: boolean;
  activity: Activity;
  joinedAtMs: number;
  /** Whether its screening waits for it; absent in one that has just come. */
  readiness?: Readiness;
  /** When one that is late could show a picture again. */
  readySinceMs?: number;
  awaitedSinceMs?: number;
  /** What is left of everyone's patience with it; absent while all of it is. */
  patience?: Bucket;
  /** Has shown a pointer or a pen, which have to be taken away when it goes. */
  hasPointed?: boolean;
}

/** One socket, as much of it as the room needs. */
export interface Peer {
  readonly id: string;
  readonly seat: Seat;
  takeSeat(seat: Seat): void;
  send(text: string): void;
  close(code: number, reason: string): void;
  readonly reading: Reading;
}

/** A peer as the others hear of it: no longer than need be. */
export function personOf({ id, seat }: Peer, offsetMs: number | null = null): PersonSent {
  const { userId, name, isGuest } = seat.identity;
  return {
    connectionId: id,
    name,
    ...(userId !== null && { userId }),
    ...(isGuest && { isGuest }),
    ...(seat.screeningId !== null && { screeningId: seat.screeningId }),
    ...(seat.activity !== 'watching' && { activity: seat.activity }),
    ...(offsetMs !== null && { offsetMs }),
  };
}

/** The sockets of a room. */
export class Connections {
  readonly #peers = new Map<string, Peer>();
  readonly #nowMs: () => number;
  readonly #onGivenUp: (peer: Peer) => void;

  /** `onGivenUp` hears of whom sending has found too slow or past their time; it may be told of one more than once. */
  constructor(peers: Iterable<Peer>, nowMs: () => number, onGivenUp: (peer: Peer) => void) {
    this.#nowMs = nowMs;
    this.#onGivenUp = onGivenUp;
    for (const peer of peers) this.#peers.set(peer.id, peer);
  }

  add(peer: Peer): void {
    this.#peers.set(peer.id, peer);
  }

  /** Whether it was there. */
  remove(id: string): boolean {
    return this.#peers.delete(id);
  }

  find(id: string): Peer | undefined {
    return this.#peers.get(id);
  }

  all(): Peer[] {
    return [...this.#peers.values()];
  }

  greeted(): Peer[] {
    return this.all().filter((peer) => peer.seat.isGreeted);
  }

  membersOf(screeningId: string): Peer[] {
    return this.greeted().filter((peer) => peer.seat.screeningId === screeningId);
  }

  /** Of every screening somebody is in, who: one pass for all. */
  membersByScreening(): Map<string, Peer[]> {
    const members = new Map<string, Peer[]>();
    for (const peer of this.#peers.values()) {
      const { isGreeted, screeningId } = peer.seat;
      if (!isGreeted || !screeningId) continue;
      const known = members.get(screeningId);
      if (known) known.push(peer);
      else members.set(screeningId, [peer]);
    }
    return members;
  }

  /** How many are one person's; 0 of the nameless, who are not told apart. */
  countOf(userId: string | null): number {
    let count = 0;
    if (userId !== null)
      for (const { seat } of this.#peers.values()) if (seat.identity.userId === userId) count += 1;
    return count;
  }

  get size(): number {
    return this.#peers.size;
  }

  /** Encoded once for all. */
  sendAll(peers: Iterable<Peer>, frame: DownSent, { isVolatile = false } = {}): void {
    const text = encodeDown(frame);
    const sizeBytes = sizeOfText(text);
    const nowMs = this.#nowMs();
    for (const peer of peers) {
      if (isOverdue(peer.seat, nowMs)) endOverdue(peer);
      else sendText(peer, text, sizeBytes, isVolatile);
      if (peer.reading.isGivenUp) this.#onGivenUp(peer);
    }
  }
}

export function sendFrame(peer: Peer, frame: DownSent): void {
  const text = encodeDown(frame);
  sendText(peer, text, sizeOfText(text), false);
}

const encoder = new TextEncoder();
const sizeOfText = (text: string): number => encoder.encode(text).length;

/** A reader slower than the room loses first what can be lost, then its connection (R61). */
function sendText(peer: Peer, text: string, sizeBytes: number, isVolatile: boolean): void {
  const { reading } = peer;
  if (reading.isGivenUp) return;
  const unreadBytes = reading.unreadBytes;
  if (unreadBytes > LIMITS.unreadCloseBytes) {
    reading.isGivenUp = true;
    return peer.close(CLOSE_CODE.SLOW, 'Reading too slowly.');
  }
  if (isVolatile && unreadBytes > LIMITS.unreadSkipBytes) {
    reading.hasMissed = true;
    return;
  }
  peer.send(text);
  const mark = reading.noteSent(sizeBytes);
  if (mark > 0) peer.send(encodeDown({ t: 'mark', n: mark }));
}

/** Whether the session or key it was taken by is over, or the day that a seat lasts (R67). */
export const isOverdue = ({ credential }: Seat, nowMs: number): boolean =>
  credential !== undefined && credential.endsAtMs <= nowMs;

/** The next ticket tells what its holder may do now. */
export function endOverdue(peer: Peer): void {
  if (peer.reading.isGivenUp) return;
  sayBye(peer, CLOSE_CODE.NEW_TICKET, 'Your session has run out.');
  peer.reading.isGivenUp = true;
}

/** The last words, then the end. */
export function sayBye(peer: Peer, closeCode: CloseCode, message: string): void {
  sendFrame(peer, { t: 'bye', closeCode, message });
  peer.close(closeCode, message);
}
