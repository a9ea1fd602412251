import { LIMITS } from '#protocol/limits.ts';
import type { Progress } from '#protocol/progress.ts';
import type { Timeline } from './timeline.ts';
import { Histogram } from './histogram.ts';
import { Trace } from './trace.ts';

export interface Violation {
  rule: string;
  atSeconds: number;
  words: string;
}

/** What is measured over many rooms. */
export class Measured {
  readonly skew = new Histogram();
  readonly offset = new Histogram();
  readonly clock = new Histogram();
}

const MOST_VIOLATIONS = 20;

/** Holds a run to what must hold: what was acknowledged, in which order, and what was broken. */
export class Watch {
  readonly violations: Violation[] = [];
  readonly acked = new Map<string, number>();
  /** What was said of progress, by op. */
  readonly progress = new Map<string, Progress>();
  readonly trace = new Trace();
  readonly measured: Measured;
  /** Who owns a place in the room's history, by "epoch seq". */
  readonly #places = new Map<string, string>();
  readonly #timeline: Timeline;
  readonly #startMs: number;

  constructor(timeline: Timeline, measured: Measured) {
    this.#timeline = timeline;
    this.#startMs = timeline.nowMs;
    this.measured = measured;
  }

  note(rule: string, words: string): void {
    if (this.violations.length >= MOST_VIOLATIONS) return;
    this.violations.push({ rule, words, atSeconds: (this.#timeline.nowMs - this.#startMs) / 1000 });
  }

  /** A frame as it reaches a page. */
  heard(text: string, position: { epoch: number; seq: number } | null): void {
    this.trace.add(this.#timeline.nowMs, text.length);
    const begin = text.slice(6, 9);
    if (begin === 'wel' && Buffer.byteLength(text) > LIMITS.welcomeBytes)
      this.note('a welcome is small', `${text.length} bytes`);
    if (begin === 'ref' && text.includes('"INTERNAL"')) this.note('the room never errs', text);
    if (begin === 'ack') this.#ack(JSON.parse(text));
    if (begin === 'eve') this.#events(JSON.parse(text), position);
  }

  #ack({ id, epoch, seq }: { id: string; epoch: number; seq: number }): void {
    this.acked.set(id, seq);
    this.#claim('ack', `${epoch} ${seq}`, id);
  }

  #events(
    frame: { epoch: number; seq: number; events: { seq: number; kind: string }[] },
    position: { epoch: number; seq: number } | null,
  ): void {
    const { epoch, seq, events } = frame;
    if (position?.epoch === epoch && seq < position.seq)
      this.note('seq rises', `a frame at ${seq} after ${position.seq}`);
    let last = 0;
    for (const event of events) {
      if (event.seq <= last || event.seq > seq)
        this.note('seq rises', `${event.seq} after ${last} in ${seq}`);
      last = event.seq;
      this.#claim('event', `${epoch} ${event.seq}`, nameOf(event));
    }
  }

  #claim(what: string, place: string, owner: string): void {
    const key = `${what} ${place}`;
    const known = this.#places.get(key);
    if (known === undefined) this.#places.set(key, owner);
    else if (known !== owner) this.note('seq is used once', `${key} is ${known} and ${owner}`);
  }
}

type Named = { kind: string; comment?: { id: string }; like?: { commentId: string | null } };
const nameOf = (event: Named): string =>
  `${event.kind} ${event.comment?.id ?? event.like?.commentId ?? 'other'}`;
