import type {
  Playback,
  PlaybackPause,
  PlaybackPlay,
  PlaybackSeek,
  PlaybackSetRate,
} from '#protocol/playback.ts';

/** How far ahead a start is set, so that everyone who hears of it in time acts at the same instant (R31). */
export const SCHEDULE_AHEAD_MS = 150;
/** A start's own; each change raises it by one. */
export const FIRST_REVISION = 1;
/** Closer to the end than this, play means: from the beginning. */
const END_SLACK_SECONDS = 0.05;

export type PlaybackOp = PlaybackPlay | PlaybackPause | PlaybackSeek | PlaybackSetRate;

export interface PlaybackContext {
  nowMs: number;
  /** Null while the video's length is unknown: nothing is clamped then. */
  durationSeconds: number | null;
  by: { connectionId: string | null; name: string | null };
}

const toMilli = (seconds: number): number => Math.round(seconds * 1000) / 1000;

const clamp = (seconds: number, durationSeconds: number | null): number =>
  toMilli(Math.max(0, Math.min(seconds, durationSeconds ?? seconds)));

/** Where the picture stands at `nowMs`: never before its start, never past the end. */
export function positionAt(playback: Playback, nowMs: number, durationSeconds: number | null): number {
  const elapsedMs = playback.isPlaying ? Math.max(0, nowMs - playback.atServerMs) : 0;
  return clamp(playback.positionSeconds + (elapsedMs / 1000) * playback.rate, durationSeconds);
}

export function firstPlayback(
  at: { positionSeconds: number; isPlaying: boolean },
  { nowMs, durationSeconds, by }: PlaybackContext,
): Playback {
  return {
    revision: FIRST_REVISION,
    isPlaying: at.isPlaying,
    positionSeconds: clamp(at.positionSeconds, durationSeconds),
    rate: 1,
    atServerMs: at.isPlaying ? nowMs + SCHEDULE_AHEAD_MS : nowMs,
    byConnectionId: by.connectionId,
    byName: by.name,
    awaited: [],
  };
}

/** The playback after `op`; the same object when nothing changes. */
export function nextPlayback(playback: Playback, op: PlaybackOp, context: PlaybackContext): Playback {
  const change = changeOf(playback, op, context);
  if (!change) return playback;
  const { by, durationSeconds } = context;
  return {
    ...playback,
    ...change,
    positionSeconds: clamp(change.positionSeconds, durationSeconds),
    revision: playback.revision + 1,
    byConnectionId: by.connectionId,
    byName: by.name,
    awaited: change.awaited ?? [],
  };
}

type Change = Pick<Playback, 'positionSeconds' | 'atServerMs'> &
  Partial<Pick<Playback, 'isPlaying' | 'rate' | 'awaited'>>;

function changeOf(playback: Playback, op: PlaybackOp, context: PlaybackContext): Change | undefined {
  const { nowMs, durationSeconds } = context;
  const here = positionAt(playback, nowMs, durationSeconds);
  const soonMs = nowMs + SCHEDULE_AHEAD_MS;
  const isWaiting = playback.awaited.length > 0 && nowMs < playback.atServerMs;
  switch (op.t) {
    case 'playback.play': {
      // While everyone waits, play means: start anyway (R105).
      const isUnderWay = playback.isPlaying && !isWaiting;
      if (isUnderWay && op.positionSeconds == null) return undefined;
      const positionSeconds = op.positionSeconds ?? (isAtEnd(here, durationSeconds) ? 0 : here);
      return { isPlaying: true, positionSeconds, atServerMs: soonMs };
    }
    case 'playback.pause':
      return { isPlaying: false, positionSeconds: op.positionSeconds, atServerMs: nowMs };
    case 'playback.seek':
      return { positionSeconds: op.positionSeconds, atServerMs: playback.isPlaying ? soonMs : nowMs };
    case 'playback.rate': {
      // A start still ahead stays where it is; one under way is rebased so that no position jumps.
      const atServerMs = Math.max(nowMs, playback.atServerMs);
      return { rate: op.rate, positionSeconds: here, atServerMs, awaited: isWaiting ? playback.awaited : [] };
    }
  }
}

export const isAtEnd = (seconds: number, durationSeconds: number | null): boolean =>
  durationSeconds !== null && seconds >= durationSeconds - END_SLACK_SECONDS;
