import { z } from 'zod';
import { Playback } from '#protocol/playback.ts';
import { ScreeningSummary } from '#protocol/screening.ts';
import { afterWait, IN_ALL } from './patience.ts';
import { NO_CONTROL, StoredControl } from './control.ts';

/** A screening as the room keeps it. Who is in it stands on the connections, not here. */
export const StoredScreening = ScreeningSummary.omit({ memberCount: true, isHostHere: true }).extend({
  playback: Playback,
  control: StoredControl.default(NO_CONTROL),
  hostConnectionId: z.string().nullable().default(null),
  /** For how long everyone may still be held up; absent while nobody was. */
  patience: z.object({ tokens: z.number(), atMs: z.number() }).optional(),
  /** The last time anyone did anything with it. */
  touchedAtMs: z.number(),
});
export type StoredScreening = z.infer<typeof StoredScreening>;

export function summaryOf(
  screening: StoredScreening,
  here: Pick<ScreeningSummary, 'memberCount' | 'isHostHere'>,
): ScreeningSummary {
  const {
    playback: _playback,
    control: _control,
    patience: _patience,
    touchedAtMs: _touched,
    ...rest
  } = screening;
  return { ...rest, ...here };
}

/** The screening under another playback; where that ends a hold, it has cost patience. */
export function withPlaybackOf(
  screening: StoredScreening,
  playback: Playback,
  nowMs: number,
): StoredScreening {
  const held = screening.playback;
  const isOver = held.awaited.length > 0 && playback.awaited.length === 0;
  if (!isOver) return { ...screening, playback };
  const patience = afterWait(screening.patience, IN_ALL, { held, sinceMs: undefined, nowMs });
  return { ...screening, playback, patience };
}

export const isHost = (
  screening: StoredScreening,
  who: { userId: string | null; connectionId: string | null },
): boolean =>
  screening.hostId === null
    ? who.connectionId !== null && who.connectionId === screening.hostConnectionId
    : who.userId === screening.hostId;

/** Nobody has done anything with it for so long that it may make room for another: soon, where its host has no account. */
export const isForsaken = ({ hostId, touchedAtMs }: StoredScreening, nowMs: number): boolean =>
  nowMs - touchedAtMs >= (hostId === null ? FORSAKEN_NAMELESS_MS : FORSAKEN_MS);
const FORSAKEN_MS = 24 * 60 * 60 * 1000;
const FORSAKEN_NAMELESS_MS = 10 * 60 * 1000;

export const endedScreening = (screening: StoredScreening, nowMs: number): StoredScreening => ({
  ...screening,
  endedAtMs: Math.max(nowMs, screening.startedAtMs),
  touchedAtMs: nowMs,
  control: NO_CONTROL,
});
