import { frameCentreSeconds } from './frames.ts';
import type { PlayerMedia } from './player-media.ts';
import type { PlaybackController } from './player-contract.ts';

/** While a bar is dragged the room hears of it this often, and of where it ends. */
const SEEK_GAP_MS = 200;

/** What the viewer asks of the picture. In step it goes to the room, and the picture moves when the room says so. */
export class PlayerRequests {
  controller: PlaybackController | null = null;
  readonly #media: PlayerMedia;
  readonly #start: () => void;
  #seekTimer: ReturnType<typeof setTimeout> | undefined;
  #laterSeconds: number | null = null;

  /** `start` plays the element, loading it first if need be. */
  constructor(media: PlayerMedia, start: () => void) {
    this.#media = media;
    this.#start = start;
  }

  play(): void {
    if (this.controller === null) return this.#start();
    // A screening that has run to its end starts over, as an element does by itself.
    if (this.#media.isAtEnd) this.controller.seek(this.#media.clampSeconds(0));
    this.controller.play();
  }

  pause(): void {
    if (this.controller !== null) this.controller.pause(this.#media.frameCentreSeconds);
    else this.#media.video.pause();
  }

  togglePlay(): void {
    if (this.#media.video.paused) this.play();
    else this.pause();
  }

  seek(positionSeconds: number): void {
    const target = this.#media.clampSeconds(positionSeconds);
    if (this.controller === null) this.#media.seek(target);
    else this.#seekInStep(target);
  }

  setRate(rate: number): void {
    if (this.controller !== null) this.controller.setRate(rate);
    else this.#media.video.playbackRate = rate;
  }

  /** Stops, and shows the frame that many further. */
  stepFrames(count: number): void {
    const { frame, frameRate } = this.#media;
    if (frame === null || frameRate === null) return;
    this.pauseAt(frameCentreSeconds(Math.max(0, frame + count), frameRate));
  }

  /** Stops, and shows the frame at that moment. */
  pauseAt(positionSeconds: number): void {
    const { video } = this.#media;
    const target = this.#media.clampSeconds(positionSeconds);
    if (this.controller === null) {
      video.pause();
      this.#media.seek(target);
    } else if (video.paused) this.#seekInStep(target);
    else this.controller.pause(target);
  }

  #seekInStep(positionSeconds: number): void {
    if (this.#seekTimer !== undefined) {
      this.#laterSeconds = positionSeconds;
      return;
    }
    this.controller?.seek(positionSeconds);
    this.#seekTimer = setTimeout(() => {
      this.#seekTimer = undefined;
      const later = this.#laterSeconds;
      this.#laterSeconds = null;
      if (later !== null) this.#seekInStep(later);
    }, SEEK_GAP_MS);
  }
}
