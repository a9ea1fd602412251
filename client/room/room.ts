import type { AckResult } from '#protocol/ack.ts';
import type { CommentView } from '#protocol/comment.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Activity } from '#protocol/presence.ts';
import type { ControlMode, ScreeningSummary, StallPolicy } from '#protocol/screening.ts';
import { createClock } from './clock.ts';
import { createIndexedOutboxStore } from './indexed-outbox.ts';
import { createJoin } from './join.ts';
import { localNowMs } from './local-clock.ts';
import { RoomEngine } from './room-engine.ts';
import type { RoomParts } from './room-parts.ts';
import { RoomRefusal } from './room-refusal.ts';
import { browserSurroundings } from './surroundings.ts';

export interface NewComment {
  content: string;
  parentId?: string | null;
  positionSeconds?: number | null;
  endSeconds?: number | null;
  frame?: number | null;
}

export interface NewScreening {
  positionSeconds: number;
  isPlaying: boolean;
  controlMode?: ControlMode;
  stallPolicy?: StallPolicy;
}

/** A room as pages use it: each op by name, answered by what it made or rejected with a `RoomRefusal`. */
export class Room extends RoomEngine {
  postComment = (comment: NewComment): Promise<CommentView> =>
    this.perform({ t: 'comment.post', id: this.newId(), ...comment }).then(commentOf);

  editComment = (commentId: string, content: string): Promise<CommentView> =>
    this.perform({ t: 'comment.edit', id: this.newId(), commentId, content }).then(commentOf);

  deleteComment = (commentId: string): Promise<CommentView> =>
    this.perform({ t: 'comment.delete', id: this.newId(), commentId }).then(commentOf);

  /** Of the video, or of one of its comments. Sets, so that a repeat changes nothing. */
  async setLike(isLiked: boolean, commentId: string | null = null) {
    const result = await this.perform({ t: 'like.set', id: this.newId(), commentId, isLiked });
    if (result.kind !== 'like') throw unexpected(result);
    return { likeCount: result.like.likeCount, isLiked: result.isLiked };
  }

  startScreening = (screening: NewScreening): Promise<ScreeningSummary> =>
    this.perform({
      t: 'screening.start',
      id: this.newId(),
      controlMode: 'anyone',
      stallPolicy: 'go_on',
      ...screening,
    }).then(screeningOf);

  joinScreening = (screeningId: string): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.join', id: this.newId(), screeningId }).then(screeningOf);

  leaveScreening = (): Promise<void> =>
    this.perform({ t: 'screening.leave', id: this.newId() }).then(() => undefined);

  endScreening = (screeningId: string): Promise<void> =>
    this.perform({ t: 'screening.end', id: this.newId(), screeningId }).then(() => undefined);

  /** From where the screening stands, unless a position is given. */
  play = (positionSeconds?: number): Promise<Playback> =>
    this.perform({
      t: 'playback.play',
      id: this.newId(),
      ...(positionSeconds === undefined ? {} : { positionSeconds: toMillis(positionSeconds) }),
    }).then(playbackOf);

  pause = (positionSeconds: number): Promise<Playback> =>
    this.perform({ t: 'playback.pause', id: this.newId(), positionSeconds: toMillis(positionSeconds) }).then(
      playbackOf,
    );

  seek = (positionSeconds: number): Promise<Playback> =>
    this.perform({ t: 'playback.seek', id: this.newId(), positionSeconds: toMillis(positionSeconds) }).then(
      playbackOf,
    );

  setRate = (rate: number): Promise<Playback> =>
    this.perform({ t: 'playback.rate', id: this.newId(), rate }).then(playbackOf);

  setActivity = (activity: Activity): void => this.tell({ t: 'presence.set', activity });

  reportSync = (sync: { offsetMs: number; errorMs: number }): void =>
    this.tell({ t: 'sync.report', ...sync });
}

export function createRoom(
  options: { videoId: string; screeningId?: string | null } & Partial<RoomParts>,
): Room {
  const { videoId, ...parts } = options;
  const fetcher: typeof fetch = (input, init) => fetch(input, init);
  const surroundings = parts.surroundings ?? browserSurroundings();
  return new Room({
    join: createJoin(videoId, fetcher),
    clock: createClock({ fetcher, surroundings }),
    outboxStore: createIndexedOutboxStore(videoId),
    surroundings,
    nowMs: localNowMs,
    ...parts,
    screeningId: options.screeningId ?? null,
  });
}

const commentOf = (result: AckResult): CommentView => {
  if (result.kind !== 'comment') throw unexpected(result);
  return result.comment;
};

const screeningOf = (result: AckResult): ScreeningSummary => {
  if (result.kind !== 'screening') throw unexpected(result);
  return result.screening;
};

const playbackOf = (result: AckResult): Playback => {
  if (result.kind !== 'playback') throw unexpected(result);
  return result.playback;
};

const unexpected = (result: AckResult): RoomRefusal =>
  new RoomRefusal('INTERNAL', `The room answered with ${result.kind}, which this op does not make.`);

/** Media time is kept to the millisecond. */
const toMillis = (seconds: number): number => Math.max(0, Math.round(seconds * 1000) / 1000);
