import { z } from 'zod';
import { CommentDelete, CommentEdit, CommentPost, CommentResolve } from './comment.ts';
import { ControlGrant, ControlRequest } from './control.ts';
import { InkAdd, InkClear, PointerMove } from './drawing.ts';
import { Hello } from './hello.ts';
import { LikeSet } from './like.ts';
import { PlaybackPause, PlaybackPlay, PlaybackSeek, PlaybackSetRate, StallSet } from './playback.ts';
import { PresenceSet, SyncReport } from './presence.ts';
import { ProgressSet } from './progress.ts';
import { ReactionPost } from './reaction.ts';
import { Heard } from './reading.ts';
import {
  ScreeningEnd,
  ScreeningHandOver,
  ScreeningJoin,
  ScreeningLeave,
  ScreeningSet,
  ScreeningStart,
} from './screening.ts';

/** Frames that change something: acknowledged once durable, or refused. */
export const UpOp = z.discriminatedUnion('t', [
  CommentPost,
  CommentEdit,
  CommentDelete,
  CommentResolve,
  LikeSet,
  ReactionPost,
  ProgressSet,
  ScreeningStart,
  ScreeningJoin,
  ScreeningLeave,
  ScreeningSet,
  ScreeningHandOver,
  ScreeningEnd,
  ControlRequest,
  ControlGrant,
  PlaybackPlay,
  PlaybackPause,
  PlaybackSeek,
  PlaybackSetRate,
]);
export type UpOp = z.infer<typeof UpOp>;

/** Frames that are forgotten once shown. */
export const UpVolatile = z.discriminatedUnion('t', [
  PresenceSet,
  SyncReport,
  StallSet,
  PointerMove,
  InkAdd,
  InkClear,
  Heard,
]);
export type UpVolatile = z.infer<typeof UpVolatile>;

/** Everything a client may send. */
export const Up = z.discriminatedUnion('t', [Hello, UpOp, UpVolatile]);
export type Up = z.infer<typeof Up>;
