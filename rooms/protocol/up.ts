import { z } from 'zod';
import { CommentDelete, CommentEdit, CommentPost } from './comment.ts';
import { Hello } from './hello.ts';
import { LikeSet } from './like.ts';
import { PlaybackPause, PlaybackPlay, PlaybackSeek, PlaybackSetRate } from './playback.ts';
import { PresenceSet, SyncReport } from './presence.ts';
import { ScreeningEnd, ScreeningJoin, ScreeningLeave, ScreeningStart } from './screening.ts';

/** Frames that change something: acknowledged once durable, or refused. */
export const UpOp = z.discriminatedUnion('t', [
  CommentPost,
  CommentEdit,
  CommentDelete,
  LikeSet,
  ScreeningStart,
  ScreeningJoin,
  ScreeningLeave,
  ScreeningEnd,
  PlaybackPlay,
  PlaybackPause,
  PlaybackSeek,
  PlaybackSetRate,
]);
export type UpOp = z.infer<typeof UpOp>;

/** Frames that are forgotten once shown. */
export const UpVolatile = z.discriminatedUnion('t', [PresenceSet, SyncReport]);
export type UpVolatile = z.infer<typeof UpVolatile>;

/** Everything a client may send. */
export const Up = z.discriminatedUnion('t', [Hello, UpOp, UpVolatile]);
export type Up = z.infer<typeof Up>;
