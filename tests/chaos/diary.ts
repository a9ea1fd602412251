import { isDeepStrictEqual } from 'node:util';
import type { Ack } from '#protocol/ack.ts';
import type { CommentPost, CommentResolve } from '#protocol/comment.ts';
import type { RoomEvent } from '#protocol/event.ts';
import type { Persist } from '#protocol/hello.ts';
import type { ReactionPost } from '#protocol/reaction.ts';
import type { Acknowledged } from './account.ts';

/** An op as it is kept: its id is made once and stays. */
export type Deed =
  | Pick<CommentPost, 't' | 'content'>
  | Pick<ReactionPost, 't' | 'emoji' | 'positionSeconds'>
  | Pick<CommentResolve, 't' | 'commentId' | 'isResolved'>;

/** An op that has not been acknowledged. */
export interface Pending {
  deed: Deed;
  /** When it was last sent; 0 before. */
  sentAtMs: number;
}

/** What one person has been told, over all their connections. */
export class Diary {
  /** Id → words. What comes in here is never sent again: a loss stays a loss. */
  readonly acked = new Map<string, string>();
  /** Acknowledged reactions, by second and emoji. */
  readonly reacted = new Map<string, number>();
  /** Comments that were acknowledged as settled. */
  readonly settled = new Set<string>();
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
    if (!this.#noteDone(id, pending.deed, result)) this.troubles.push(`an answer to something else, ${id}`);
  }

  /** Whether the answer is one to this op. */
  #noteDone(id: string, deed: Deed, result: Ack['result']): boolean {
    switch (deed.t) {
      case 'comment.post':
        this.acked.set(id, deed.content);
        return result.kind === 'comment' && result.comment.content === deed.content;
      case 'comment.resolve':
        this.settled.add(deed.commentId);
        return result.kind === 'comment' && result.comment.resolvedAt !== null;
      case 'reaction.post': {
        const moment = `${deed.positionSeconds} ${deed.emoji}`;
        this.reacted.set(moment, (this.reacted.get(moment) ?? 0) + 1);
        return result.kind === 'reaction' && result.reaction.emoji === deed.emoji;
      }
    }
  }

  notePersist(persist: Persist): void {
    if (persist === 'delayed') this.wasToldOfDelay = true;
    else if (this.wasToldOfDelay) this.wasToldOfRecovery = true;
  }

  noteEvents(events: readonly RoomEvent[]): void {
    for (const event of events)
      // A settled one is told of again.
      if (event.kind === 'comment' && event.comment.version === 1)
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

/** What was acknowledged to all of them together. */
export function acknowledgedIn(diaries: readonly Diary[]): Acknowledged {
  const reactions = new Map<string, number>();
  for (const [moment, count] of diaries.flatMap(({ reacted }) => [...reacted]))
    reactions.set(moment, (reactions.get(moment) ?? 0) + count);
  return {
    comments: new Map(diaries.flatMap(({ acked }) => [...acked])),
    reactions,
    settled: new Set(diaries.flatMap(({ settled }) => [...settled])),
  };
}
