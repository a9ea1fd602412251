import { LIMITS } from '#protocol/limits.ts';
import { personOf, type Connections, type Peer } from './connections.ts';
import {
  hasNews,
  presenceOf,
  samplePeople,
  takeDelta,
  withKnownPerson,
  withoutPerson,
  withPerson,
} from './state/presence.ts';
import type { PresenceBook, PresenceDelta } from './state/presence.ts';
import { SKEW_EVERY_MS, skewOf, type OffsetReport, type SkewSummary } from './state/skew.ts';
import type { PersonSent } from '#protocol/presence.ts';

/** Who is here and how far apart they are. In memory only: it is rebuilt from the sockets when the room wakes. */
export class Crowd {
  #book: PresenceBook;
  readonly #reports = new Map<string, OffsetReport>();
  readonly #skewToldAtMs = new Map<string, number>();

  constructor(connections: Connections) {
    this.#book = presenceOf(connections.greeted().map((peer) => personOf(peer)));
  }

  get total(): number {
    return this.#book.people.size;
  }

  /** Above so many people are a sample, told of at leisure (R51). */
  get isCrowd(): boolean {
    return this.total > LIMITS.presencePeople;
  }

  /** Whether there may be something to tell. */
  get hasNews(): boolean {
    return hasNews(this.#book);
  }

  /** Those a newcomer is told of at once. */
  sample(): PersonSent[] {
    return samplePeople(this.#book);
  }

  /** Notes that someone came or changed. */
  note(peer: Peer): void {
    this.#book = withPerson(this.#book, personOf(peer, this.#reports.get(peer.id)?.offsetMs ?? null));
  }

  /** Takes in again someone who was told of before the room slept. */
  readmit(peer: Peer): void {
    this.#book = withKnownPerson(this.#book, personOf(peer));
  }

  remove(connectionId: string): void {
    this.#reports.delete(connectionId);
    this.#book = withoutPerson(this.#book, connectionId);
  }

  takeDelta(): PresenceDelta | undefined {
    const { book, delta } = takeDelta(this.#book);
    this.#book = book;
    return delta;
  }

  /** Whether the report moves the sender's offset enough to show. */
  noteReport(connectionId: string, report: OffsetReport): boolean {
    const before = this.#reports.get(connectionId);
    this.#reports.set(connectionId, report);
    return before === undefined || Math.abs(before.offsetMs - report.offsetMs) >= 5;
  }

  /** Leaving a screening ends what the reports for it said. */
  dropReport(connectionId: string): void {
    this.#reports.delete(connectionId);
  }

  /** A screening's skew, when it is time to tell it again. */
  takeSkew(screeningId: string, members: readonly Peer[], nowMs: number): SkewSummary | undefined {
    const toldAtMs = this.#skewToldAtMs.get(screeningId);
    if (toldAtMs !== undefined && nowMs - toldAtMs < SKEW_EVERY_MS) return undefined;
    const skew = this.skewAmong(members, nowMs);
    if (skew) this.#skewToldAtMs.set(screeningId, nowMs);
    return skew;
  }

  /** How far apart these are now; undefined when fewer than two have reported lately. */
  skewAmong(members: readonly Peer[], nowMs: number): SkewSummary | undefined {
    return skewOf(
      members.flatMap((peer) => this.#reports.get(peer.id) ?? []),
      nowMs,
    );
  }
}
