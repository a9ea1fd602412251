import { z } from 'zod';
import { CommentView } from './comment.ts';
import { RoomEvent } from './event.ts';
import { Control } from './control.ts';
import { EntityId, Position, ServerMs } from './id.ts';
import { Playback } from './playback.ts';
import { Person } from './presence.ts';
import { Progress } from './progress.ts';
import { Role } from './role.ts';
import { ScreeningSummary } from './screening.ts';

/** The first frame up. `resume` is the last position this client has applied. */
export const Hello = z
  .object({ t: z.literal('hello'), version: z.int(), resume: Position.nullish() })
  .meta({ id: 'Hello' });
export type Hello = z.infer<typeof Hello>;

export const Persist = z.enum(['ok', 'delayed']);
export type Persist = z.infer<typeof Persist>;

/**
 * The first frame down, at most 24 KiB: where the room stands and either the whole gap since `resume`
 * or the newest comments that fit, never part of a gap.
 */
export const Welcome = z
  .object({
    t: z.literal('welcome'),
    version: z.int(),
    epoch: z.int().min(0),
    seq: z.int().min(0),
    serverMs: ServerMs,
    connectionId: z.string(),
    you: z.object({
      userId: EntityId.nullable(),
      name: z.string(),
      role: Role,
      progress: Progress.nullable(),
    }),
    history: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('gap'), events: z.array(RoomEvent) }),
      z.object({
        kind: z.literal('snapshot'),
        /** Newest first; `isTruncated` when the REST list holds more. */
        comments: z.array(CommentView),
        isTruncated: z.boolean(),
      }),
    ]),
    video: z.object({ likeCount: z.int().min(0), commentCount: z.int().min(0), isLikedByYou: z.boolean() }),
    /** Of the comments in `history`, those the receiver likes. */
    likedCommentIds: z.array(EntityId),
    screenings: z.array(ScreeningSummary),
    /** The screening this connection is in, from its ticket or its earlier connection. */
    screening: z.object({ id: EntityId, playback: Playback, control: Control }).nullable(),
    presence: z.object({ total: z.int().min(0), people: z.array(Person) }),
    persist: Persist,
    /** Window over which to spread a mass reconnect. */
    reconnectWindowMs: z.int().min(0),
  })
  .meta({ id: 'Welcome' });
export type Welcome = z.infer<typeof Welcome>;
/** As the room writes it. */
export type WelcomeSent = z.input<typeof Welcome>;

/** Down: whether Postgres keeps up with the room. Nothing acknowledged is at risk either way. */
export const PersistChanged = z
  .object({ t: z.literal('persist'), persist: Persist })
  .meta({ id: 'PersistChanged' });
