import type { FrameRate } from '#client/player/frames.ts';
import type { Playback } from '#protocol/playback.ts';
import type { OffsetSample } from './offset-window.ts';
import type { SyncMemory } from './sync-memory.ts';

/** What the media element is doing; positions in file time. */
export interface MediaFacts {
  isReady: boolean;
  isPaused: boolean;
  isSeeking: boolean;
  /** Wants to play and has nothing to show. */
  isStalled: boolean;
  isBlocked: boolean;
  positionSeconds: number;
  rate: number;
  durationSeconds: number;
}

export interface SyncInput {
  serverMs: number;
  playback: Playback;
  facts: MediaFacts;
  /** The newest presented frame, if one is known. */
  frame: OffsetSample | null;
  /** The last frame that came on screen, however long ago; null where that is not known. */
  shownSeconds: number | null;
  frameRate: FrameRate | null;
  /** False where a changed rate is heard (Safari): then only larger offsets are corrected, by seeking. */
  canNudge: boolean;
}

export type SyncAction =
  | { kind: 'play' }
  | { kind: 'pause' }
  | { kind: 'seek'; positionSeconds: number }
  | { kind: 'rate'; rate: number };

export interface SyncStep {
  memory: SyncMemory;
  actions: readonly SyncAction[];
  status: 'loading' | 'blocked' | 'stalled' | 'settling' | 'in-step';
  /** Presented frame against the screening, positive ahead; null while unknown. */
  offsetMs: number | null;
  /** Step again after this at the latest, to start on time. */
  wakeInMs: number | null;
}

/** A step that does nothing but say how things stand. */
export const done = (
  memory: SyncMemory,
  status: SyncStep['status'],
  offsetMs: number | null = null,
): SyncStep => ({
  memory,
  actions: [],
  status,
  offsetMs,
  wakeInMs: null,
});
