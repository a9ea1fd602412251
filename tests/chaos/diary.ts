import { isDeepStrictEqual } from 'node:util';
import type { Ack } from '#protocol/ack.ts';
import type { RoomEvent } from '#protocol/event.ts';
import type { Persist } from '#protocol/hello.ts';

/** An op that has not been acknowledged. */
export interface Pending {
  content: string;
  /** When it was last sent; 0 before. */
  sentAtMs: number;
}

/** What one person has been told, over all their connections. */
export class Diary {
  /** Id → words. What comes in here is never sent again: a loss stays a loss. */
  readonly acked = new Map<string, string>();
  /** When each acknowledgement came, and how long it took. */
  readonly acks: { atMs: number; tookMs: number }[] = [];
  /** Ids of everyone's comments this one was told of, and how often. */
  readonly heard = new Map<string, number>();
  /** What must never happen, in words. */
  readonly troubles: string[] = [];
  /** Answers to an op that had been answered before. */
  repeats = 0;
  /** Ops sent again, because their answer never came. */
  resends = 0;
  connects = 0;
  wasToldOfDelay = false;
  /** Told of a delay, and then that it is over. */
  wasToldOfRecovery = false;
  /** The room's last known place in its history. */
  position: { epoch: number; seq: number } | undefined;
  readonly #answers = new Map<string, Ack>();

  /** An answer, to something pending or to a copy of what was answered before. */
  noteAck(ack: Ack, pending: Pending | undefined): void {
    const { id, result } = ack;
    const before = this.#answers.get(id);
    if (before !== undefined) this.repeats += 1;
    if (before !== undefined && !isDeepStrictEqual(before, ack))
      this.troubles.push(`two answers to one op, ${id}`);
    this.#answers.set(id, ack);
    if (!pending) return;
    const atMs = performance.now();
    this.acks.push({ atMs, tookMs: atMs - pending.sentAtMs });
    if (result.kind !== 'comment' || result.comment.content !== pending.content)
      this.troubles.push(`an answer to something else, ${id}`);
    this.acked.set(id, pending.content);
  }

  notePersist(persist: Persist): void {
    if (persist === 'delayed') this.wasToldOfDelay = true;
    else if (this.wasToldOfDelay) this.wasToldOfRecovery = true;
  }

  noteEvents(events: readonly RoomEvent[]): void {
    for (const event of events)
      if (event.kind === 'comment')
        this.heard.set(event.comment.id, (this.heard.get(event.comment.id) ?? 0) + 1);
  }

  /** Reads a frame's position without decoding the rest; it never goes back within an epoch. */
  follow(text: string): void {
    const [, epoch, seq] = /"epoch":(\d+),"seq":(\d+)/.exec(text.slice(0, 80)) ?? [];
    if (epoch === undefined) return;
    const position = { epoch: Number(epoch), seq: Number(seq) };
    if (this.position?.epoch === position.epoch && position.seq < this.position.seq)
      this.troubles.push(`the room went back from ${this.position.seq} to ${position.seq}`);
    this.position = position;
  }
}
