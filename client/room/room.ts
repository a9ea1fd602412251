import type { AckResult } from '#protocol/ack.ts';
import type { CommentView } from '#protocol/comment.ts';
import type { Control } from '#protocol/control.ts';
import type { Drawing, InkAdd } from '#protocol/drawing.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Activity } from '#protocol/presence.ts';
import type { Emoji } from '#protocol/reaction.ts';
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
  drawing?: Drawing | null;
}

export interface NewScreening {
  positionSeconds: number;
  isPlaying: boolean;
  controlMode?: ControlMode;
  stallPolicy?: StallPolicy;
}

export interface ScreeningSettings {
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

  /** That what a thread asks for is done, or is not after all: of its first comment. */
  resolveComment = (commentId: string, isResolved: boolean): Promise<CommentView> =>
    this.perform({ t: 'comment.resolve', id: this.newId(), commentId, isResolved }).then(commentOf);

  /** Of the video, or of one of its comments. Sets, so that a repeat changes nothing. */
  async setLike(isLiked: boolean, commentId: string | null = null) {
    const result = await this.perform({ t: 'like.set', id: this.newId(), commentId, isLiked });
    if (result.kind !== 'like') throw unexpected(result);
    return { likeCount: result.like.likeCount, isLiked: result.isLiked };
  }

  react = (emoji: Emoji, positionSeconds: number): Promise<void> =>
    this.perform({
      t: 'reaction.post',
      id: this.newId(),
      emoji,
      positionSeconds: toMillis(positionSeconds),
    }).then(() => undefined);

  /** How far one has watched. What was said before and has not gone out is not said any more. */
  setProgress = (positionSeconds: number, isCompleted: boolean): Promise<void> =>
    this.perform({
      t: 'progress.set',
      id: this.newId(),
      positionSeconds: toMillis(positionSeconds),
      isCompleted,
    }).then(() => undefined);

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

  /** Changes how the screening one is in is steered, or what a stall does; for its host and managers. */
  setScreening = (screeningId: string, settings: ScreeningSettings): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.set', id: this.newId(), screeningId, ...settings }).then(screeningOf);

  /** Makes that member the host; one's own connection takes over while the host is away. */
  handOver = (screeningId: string, connectionId: string): Promise<ScreeningSummary> =>
    this.perform({ t: 'screening.handover', id: this.newId(), screeningId, connectionId }).then(screeningOf);

  /** Sets whether one asks to steer. */
  requestControl = (isAsking: boolean): Promise<Control> =>
    this.perform({ t: 'control.request', id: this.newId(), isAsking }).then(controlOf);

  /** Lets a member steer, or no longer; false also declines, and gives back one's own. */
  grantControl = (connectionId: string, isGranted: boolean): Promise<Control> =>
    this.perform({ t: 'control.grant', id: this.newId(), connectionId, isGranted }).then(controlOf);

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

  /** Where one points, in shares of the picture; null puts the pointer away. */
  point = (at: { x: number; y: number } | null): void => this.tell({ t: 'pointer', at });

  /** The next points of a stroke under way, at most `LIMITS.inkNumbers` numbers. */
  addInk = (piece: Omit<InkAdd, 't'>): void => this.tell({ t: 'ink.add', ...piece });

  clearInk = (): void => this.tell({ t: 'ink.clear' });

  setActivity = (activity: Activity): void => this.tell({ t: 'presence.set', activity });

  /** Whether there is nothing to show at this revision of a screening that waits for everyone. */
  tellStall = (stall: { isStalled: boolean; revision: number }): void => this.tell({ t: 'stall', ...stall });

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

const controlOf = (result: AckResult): Control => {
  if (result.kind !== 'control') throw unexpected(result);
  return result.control;
};

const unexpected = (result: AckResult): RoomRefusal =>
  new RoomRefusal('INTERNAL', `The room answered with ${result.kind}, which this op does not make.`);

/** Media time is kept to the millisecond. */
const toMillis = (seconds: number): number => Math.max(0, Math.round(seconds * 1000) / 1000);
