import { z } from 'zod';
import { Playback } from '#protocol/playback.ts';
import { ScreeningSummary } from '#protocol/screening.ts';
import { NO_CONTROL, StoredControl } from './control.ts';

/** A screening as the room keeps it. Who is in it stands on the connections, not here. */
export const StoredScreening = ScreeningSummary.omit({ memberCount: true, isHostHere: true }).extend({
  playback: Playback,
  control: StoredControl.default(NO_CONTROL),
  hostConnectionId: z.string().nullable().default(null),
  /** The last time anyone did anything with it. */
  touchedAtMs: z.number(),
});
export type StoredScreening = z.infer<typeof StoredScreening>;

export function summaryOf(
  screening: StoredScreening,
  here: Pick<ScreeningSummary, 'memberCount' | 'isHostHere'>,
): ScreeningSummary {
  const { playback: _playback, control: _control, touchedAtMs: _touched, ...rest } = screening;
  return { ...rest, ...here };
}

export const isHost = (
  screening: StoredScreening,
  who: { userId: string | null; connectionId: string | null },
): boolean =>
  screening.hostId === null
    ? who.connectionId !== null && who.connectionId === screening.hostConnectionId
    : who.userId === screening.hostId;

/** Nobody has done anything with it for so long that it may make room for another. */
export const isForsaken = (screening: StoredScreening, nowMs: number): boolean =>
  nowMs - screening.touchedAtMs >= FORSAKEN_MS;
const FORSAKEN_MS = 24 * 60 * 60 * 1000;

export const endedScreening = (screening: StoredScreening, nowMs: number): StoredScreening => ({
  ...screening,
  endedAtMs: Math.max(nowMs, screening.startedAtMs),
  touchedAtMs: nowMs,
  control: NO_CONTROL,
});
