import { signal, type ReadonlySignal, type Signal } from '@preact/signals';
import type { Drawing } from '#protocol/drawing.ts';
import type { Room } from '#client/room/room.ts';
import type { NewComment } from '#client/room/social-room.ts';
import type { Moment } from '../moment.ts';
import { beginAt, endAt, type Span } from './span.ts';

/** A comment the room would not take: its text is kept until its author decides. */
export interface RefusedComment {
  key: number;
  comment: NewComment;
  reason: string;
}

/** What is being written below the list. */
export interface Writing {
  readonly text: Signal<string>;
  /** The frame the comment is about, fixed when writing begins; null while the composer follows playback. */
  readonly moment: Signal<Moment | null>;
  /** Where it ends, if it is about more than one moment. */
  readonly endSeconds: ReadonlySignal<number | null>;
  /** Whether its moment was chosen as a beginning: then it stands, even while nothing is written. */
  readonly isBegun: ReadonlySignal<boolean>;
  setSpanBegin(now: Moment): void;
  setSpanEnd(now: Moment): void;
  clearSpan(): void;
  /** What is drawn over that frame, to be posted with the words. */
  readonly drawing: Signal<Drawing>;
  /** Who was named in what was taken back: their ids are not in the words. */
  readonly named: Signal<readonly string[]>;
  readonly refused: ReadonlySignal<readonly RefusedComment[]>;
  /** Raised to bring the cursor into the composer. */
  readonly focusAsked: Signal<number>;
  post(comment: NewComment): void;
  /** Into the composer; an answer, which is not written there, is tried again as it is. */
  takeBack(refused: RefusedComment): void;
  discard(refused: RefusedComment): void;
}

export function createWriting(room: Pick<Room, 'postComment'>): Writing {
  const text = signal('');
  const moment = signal<Moment | null>(null);
  const endSeconds = signal<number | null>(null);
  const isBegun = signal(false);
  const drawing = signal<Drawing>([]);
  const named = signal<readonly string[]>([]);
  const focusAsked = signal(0);
  const refused = signal<readonly RefusedComment[]>([]);
  let lastKey = 0;
  const discard = ({ key }: RefusedComment) => {
    refused.value = refused.value.filter((one) => one.key !== key);
  };

  const become = (span: Span) => {
    moment.value = span.moment;
    endSeconds.value = span.endSeconds;
    isBegun.value = true;
  };
  const span = (): Span => ({ moment: moment.peek(), endSeconds: endSeconds.peek() });

  const post = (comment: NewComment) => {
    room.postComment(comment).catch((error: unknown) => {
      lastKey += 1;
      const reason = error instanceof Error ? error.message : 'The room did not take it.';
      refused.value = [...refused.value, { key: lastKey, comment, reason }];
    });
  };

  return {
    text,
    moment,
    endSeconds,
    isBegun,
    setSpanBegin: (now) => become(beginAt(span(), now)),
    setSpanEnd: (now) => become(endAt(span(), now)),
    clearSpan() {
      endSeconds.value = null;
      isBegun.value = false;
      if (text.peek() === '' && drawing.peek().length === 0) moment.value = null;
    },
    drawing,
    named,
    refused,
    focusAsked,
    post,
    takeBack(one) {
      if (one.comment.parentId) {
        discard(one);
        return post(one.comment);
      }
      const { content, positionSeconds, frame, drawing: drawn, endSeconds: end } = one.comment;
      text.value = text.value.trim() === '' ? content : `${text.value}\n${content}`;
      if (positionSeconds !== null && positionSeconds !== undefined) {
        const begin = { positionSeconds, frame: frame ?? null };
        if (end === null || end === undefined) moment.value = begin;
        else become({ moment: begin, endSeconds: end });
      }
      named.value = [...new Set([...named.peek(), ...(one.comment.mentionedIds ?? [])])];
      if (drawn && drawing.peek().length === 0) drawing.value = drawn;
      discard(one);
      focusAsked.value += 1;
    },
    discard,
  };
}
