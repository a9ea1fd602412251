import type { FrameRate } from '#client/player/frames.ts';
import type { Room } from './room.ts';

/** What is kept in step: a `<lockstep-player>` is one. */
export interface FollowTarget {
  readonly video: HTMLVideoElement;
  readonly frameRate: FrameRate | null;
  /** File time minus the element's `currentTime`. */
  readonly timelineShiftSeconds: number;
  /** Starts loading, if it has not. */
  load(): void;
  /** The browser refused to start; `retry` is to be called from a click. */
  onPlaybackBlocked(retry: () => void): void;
}

/** How this viewer stands against the screening. Positive offsets are ahead. */
export interface SyncFacts {
  status: 'solo' | 'loading' | 'blocked' | 'stalled' | 'settling' | 'in-step';
  offsetMs: number | null;
  /** How wrong the clock may be. */
  errorMs: number | null;
}

export interface Follower {
  getSync(): SyncFacts;
  subscribe(listener: (sync: SyncFacts) => void): () => void;
  stop(): void;
}

/** Keeps `target` on the frame of the screening that `room` is in; does nothing while solo. */
export declare function followScreening(room: Room, target: FollowTarget): Follower;
