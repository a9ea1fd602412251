import { z } from 'zod';
import { Member } from './control.ts';
import { Id, MediaSeconds, PlaybackRate, ServerMs } from './id.ts';
import { LIMITS } from './limits.ts';

/**
 * A screening's playback: state, not a stream. While playing, the position at server time `now` is
 * `positionSeconds + (now − atServerMs) / 1000 × rate`. `atServerMs` may lie slightly ahead so that
 * everyone can start at the same instant; until then the picture stands at `positionSeconds`.
 */
export const Playback = z
  .object({
    /** Grows by one with every change. */
    revision: z.int().min(0),
    isPlaying: z.boolean(),
    positionSeconds: MediaSeconds,
    rate: PlaybackRate,
    atServerMs: ServerMs,
    /** Who made this change, to be shown. */
    byConnectionId: z.string().nullable(),
    byName: z.string().nullable(),
    /**
     * Who everyone waits for. While this names somebody, `atServerMs` is when it goes on without them at the latest:
     * a hold ends by itself, and needs no timer.
     */
    awaited: z.array(Member).max(LIMITS.awaitedMembers).default([]),
  })
  .meta({ id: 'Playback' });
export type Playback = z.infer<typeof Playback>;

export const PlaybackPlay = z
  .object({ t: z.literal('playback.play'), id: Id, positionSeconds: MediaSeconds.nullish() })
  .meta({ id: 'PlaybackPlay' });

/** `positionSeconds` is the centre of the frame the sender shows: a paused position is a frame. */
export const PlaybackPause = z
  .object({ t: z.literal('playback.pause'), id: Id, positionSeconds: MediaSeconds })
  .meta({ id: 'PlaybackPause' });

export const PlaybackSeek = z
  .object({ t: z.literal('playback.seek'), id: Id, positionSeconds: MediaSeconds })
  .meta({ id: 'PlaybackSeek' });

export const PlaybackSetRate = z
  .object({ t: z.literal('playback.rate'), id: Id, rate: PlaybackRate })
  .meta({ id: 'PlaybackSetRate' });

/**
 * Up, volatile, in a screening that waits for everyone: the sender has nothing to show at `revision`, or can show it.
 */
export const StallSet = z
  .object({ t: z.literal('stall'), isStalled: z.boolean(), revision: z.int().min(0) })
  .meta({ id: 'StallSet' });
export type StallSet = z.infer<typeof StallSet>;

export type PlaybackPlay = z.infer<typeof PlaybackPlay>;
export type PlaybackPause = z.infer<typeof PlaybackPause>;
export type PlaybackSeek = z.infer<typeof PlaybackSeek>;
export type PlaybackSetRate = z.infer<typeof PlaybackSetRate>;
