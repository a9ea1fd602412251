import { z } from 'zod';
import { EntityId, MediaSeconds, ServerMs } from './id.ts';

/** What a screening leaves when it ends. */
export const Recap = z
  .object({
    screeningId: EntityId,
    hostName: z.string(),
    startedAtMs: ServerMs,
    endedAtMs: ServerMs,
    /** Everyone with a name, and those without who stayed to the end. */
    attendeeCount: z.int().min(0),
    /** Those with a name, by when they came; at most 200. */
    attendees: z.array(
      z.object({
        userId: EntityId,
        name: z.string(),
        joinedAtMs: ServerMs,
        leftAtMs: ServerMs.nullable(),
      }),
    ),
    /** Comments posted while it went on. */
    commentCount: z.int().min(0),
    /** The first 300 of them, oldest first. */
    commentIds: z.array(EntityId),
    /** Every change of playback, oldest first, so that it can be replayed; at most 1,000. */
    timeline: z.array(
      z.object({
        atMs: ServerMs,
        isPlaying: z.boolean(),
        positionSeconds: MediaSeconds,
        rate: z.number(),
        byName: z.string().nullable(),
      }),
    ),
    isTimelineTruncated: z.boolean(),
  })
  .meta({ id: 'Recap' });
export type Recap = z.infer<typeof Recap>;
