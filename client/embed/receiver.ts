import { parseAsked } from './message-boundary.ts';
import { EVENTS, isEventName, METHODS, writeTold, type Asked, type EventName } from './player-js.ts';

/** The page around, as far as one speaks to it. */
export interface Surrounding {
  post(message: string, targetOrigin: string): void;
}

export interface Heard {
  data: unknown;
  origin: string;
  /** Whether the page around said it, and not some other window. */
  isFromParent: boolean;
}

/** Answers a getter with its value; undefined is no answer. */
export type Answer = (asked: Asked) => unknown;

const METHOD_NOT_SUPPORTED = 2;
const MOST_LISTENERS = 100;
const GETTER = /^get[A-Z]/;

/**
 * The player's end of the protocol. The first page that says anything valid is the one that is spoken with from then on:
 * what the frame tells goes to its origin only, and nobody else is listened to.
 */
export class Receiver {
  readonly #surrounding: Surrounding;
  readonly #answer: Answer;
  readonly #src: string;
  readonly #listeners = new Map<EventName, Set<string | null>>();
  #origin: string | null = null;

  constructor(surrounding: Surrounding, src: string, answer: Answer) {
    this.#surrounding = surrounding;
    this.#src = src;
    this.#answer = answer;
  }

  /** Said once, to whoever is there: the only message that carries nothing of the viewer. */
  tellReady(): void {
    this.#surrounding.post(writeTold('ready', this.#abilities), '*');
  }

  tell(event: EventName, value?: unknown): void {
    for (const listener of this.#listeners.get(event) ?? []) this.#post(writeTold(event, value, listener));
  }

  hear({ data, origin, isFromParent }: Heard): void {
    if (!isFromParent || (this.#origin !== null && origin !== this.#origin)) return;
    const asked = parseAsked(data);
    if (asked === undefined) return;
    this.#origin ??= origin;
    if ('unknown' in asked) return this.#refuse(`There is no method ${asked.unknown}.`, asked.listener);
    const { method, value, listener } = asked;
    if (method === 'addEventListener') return this.#add(value, listener);
    if (method === 'removeEventListener') return this.#remove(value, listener);
    const answer = this.#answer(asked);
    if (GETTER.test(method)) this.#post(writeTold(method, answer ?? null, listener));
    return undefined;
  }

  #add(event: unknown, listener: string | null): void {
    if (!isEventName(event)) return;
    const known = this.#listeners.get(event) ?? new Set();
    if (known.size >= MOST_LISTENERS) return;
    this.#listeners.set(event, known.add(listener));
    // Who comes late has missed it.
    if (event === 'ready') this.#post(writeTold('ready', this.#abilities, listener));
  }

  #remove(event: unknown, listener: string | null): void {
    if (!isEventName(event)) return;
    if (listener === null) this.#listeners.delete(event);
    else this.#listeners.get(event)?.delete(listener);
  }

  #refuse(msg: string, listener: string | null): void {
    this.#post(writeTold('error', { code: METHOD_NOT_SUPPORTED, msg }, listener));
  }

  #post(message: string): void {
    // A page without an origin (sandboxed, from a file) cannot be addressed by it.
    if (this.#origin !== null) this.#surrounding.post(message, this.#origin === 'null' ? '*' : this.#origin);
  }

  get #abilities() {
    return { src: this.#src, events: EVENTS, methods: METHODS };
  }
}
