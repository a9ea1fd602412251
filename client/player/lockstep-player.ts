import type { FrameRate } from './frames.ts';
import type { PlaybackController, PlayerChapter, PlayerMarker } from './player-contract.ts';

/** `<lockstep-player>`: see README.md for attributes, properties and events. */
export declare class LockstepPlayer extends HTMLElement {
  src: string | null;
  poster: string | null;
  duration: number | null;
  fpsNum: number | null;
  fpsDen: number | null;
  chapters: readonly PlayerChapter[];
  markers: readonly PlayerMarker[];
  controller: PlaybackController | null;
  readonly video: HTMLVideoElement;
  readonly frameRate: FrameRate | null;
  readonly timelineShiftSeconds: number;
  readonly positionSeconds: number;
  readonly frame: number | null;
  load(): void;
  seekTo(positionSeconds: number): void;
  stepFrames(count: number): void;
  togglePlay(): void;
  onPlaybackBlocked(retry: () => void): void;
}
