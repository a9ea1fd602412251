import type { Member } from '#protocol/control.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Playback } from '#protocol/playback.ts';
import { isAtEnd, positionAt, SCHEDULE_AHEAD_MS } from './playback.ts';

/** The longest that everyone waits; then it goes on by itself, whether the room is awake or not (R104). */
export const HOLD_MS = 10_000;

/**
 * Whether somebody is waited for: `loading` until they have shown a picture, so that a newcomer holds up nobody, and
 * `late` once everyone has waited for them in vain or goes on without them, until their picture has run for a while.
 */
export type Readiness = 'loading' | 'ready' | 'late';

/** For how long the picture of one who was late has to run before they are waited for again. */
export const STEADY_MS = 10_000;

/** `readySinceMs`: when one who is late could show it again. */
export const isWaitedFor = (
  { readiness, readySinceMs }: { readiness?: Readiness; readySinceMs?: number },
  nowMs: number,
): boolean =>
  readiness === 'ready' ||
  (readiness === 'late' && readySinceMs !== undefined && nowMs - readySinceMs >= STEADY_MS);

/** A report of one's offset comes from a picture shown; one who is late has to say so. */
export const afterReport = (readiness: Readiness | undefined): Readiness =>
  readiness === 'late' ? 'late' : 'ready';

export const isHeld = (playback: Playback, nowMs: number): boolean =>
  playback.isPlaying && playback.awaited.length > 0 && nowMs < playback.atServerMs;

/** Those whom everyone has waited for as long as anybody waits. */
export const waitedInVain = (playback: Playback, nowMs: number): readonly Member[] =>
  isHeld(playback, nowMs) ? [] : playback.awaited;

/** The playback that waits for `member`, too; the same object when nobody has to. */
export function heldFor(
  playback: Playback,
  member: Member,
  { nowMs, durationSeconds }: { nowMs: number; durationSeconds: number | null },
): Playback {
  if (!playback.isPlaying) return playback;
  const isUnderWay = isHeld(playback, nowMs);
  const awaited = isUnderWay ? playback.awaited : [];
  if (awaited.length >= LIMITS.awaitedMembers) return playback;
  if (awaited.some(({ connectionId }) => connectionId === member.connectionId)) return playback;
  const positionSeconds = positionAt(playback, nowMs, durationSeconds);
  if (isAtEnd(positionSeconds, durationSeconds)) return playback;
  return {
    ...byTheRoom(playback),
    positionSeconds,
    atServerMs: isUnderWay ? playback.atServerMs : nowMs + HOLD_MS,
    awaited: [...awaited, { connectionId: member.connectionId, name: member.name }],
  };
}

/** The playback that waits for somebody no longer; with the last of them it goes on. */
export function releasedFrom(playback: Playback, connectionId: string, nowMs: number): Playback {
  if (!isHeld(playback, nowMs)) return playback;
  const awaited = playback.awaited.filter((member) => member.connectionId !== connectionId);
  if (awaited.length === playback.awaited.length) return playback;
  return awaited.length === 0 ? goneOn(playback, nowMs) : { ...byTheRoom(playback), awaited };
}

/** The playback that waits for nobody; the same object when it did not. */
export const goneOn = (playback: Playback, nowMs: number): Playback =>
  isHeld(playback, nowMs)
    ? { ...byTheRoom(playback), atServerMs: nowMs + SCHEDULE_AHEAD_MS, awaited: [] }
    : playback;

/** Nobody's doing: no name is shown for it. */
const byTheRoom = (playback: Playback): Playback => ({
  ...playback,
  revision: playback.revision + 1,
  byConnectionId: null,
  byName: null,
});
