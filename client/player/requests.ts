import { frameCentreSeconds } from './frames.ts';
import type { PlayerMedia } from './player-media.ts';
import type { PlaybackController } from './player-contract.ts';

/** While a bar is dragged the room hears of it this often, and of where it ends. */
const SEEK_GAP_MS = 200;

/** Further from the others than this, the frame on show is not what they see. */
const FAR_SECONDS = 1;

/** What the element's own events do not tell: the screening plays or pauses while this picture is held back. */
export const INTENT_EVENT = 'intentchange';

export interface Starting {
  /** Plays the element, loading it first if need be. */
  start(): void;
  /** Whether the browser wants the viewer to act before it plays. */
  readonly isBlocked: boolean;
  /** They have. */
  join(): void;
}

/** What the viewer asks of the picture. In step it goes to the room, and the picture moves when the room says so. */
export class PlayerRequests {
  readonly #media: PlayerMedia;
  readonly #starting: () => Starting;
  #controller: PlaybackController | null = null;
  #stopListening: (() => void) | undefined;
  #seekTimer: ReturnType<typeof setTimeout> | undefined;
  #laterSeconds: number | null = null;

  constructor(media: PlayerMedia, starting: () => Starting) {
    this.#media = media;
    this.#starting = starting;
  }

  get controller(): PlaybackController | null {
    return this.#controller;
  }

  set controller(controller: PlaybackController | null) {
    if (controller === this.#controller) return;
    this.#stopListening?.();
    this.#controller = controller;
    this.#stopListening = controller?.subscribe(this.tellIntent);
    this.tellIntent();
  }

  /** Whether it is meant to play. In step that is what the screening does: this picture may only be held back. */
  get isPlaying(): boolean {
    const { video, isAtEnd } = this.#media;
    if (this.#controller === null) return !video.paused;
    return this.#controller.now().isPlaying && !this.#starting().isBlocked && !(video.paused && isAtEnd);
  }

  get isPending(): boolean {
    return this.#controller?.now().isPending ?? false;
  }

  tellIntent = (): void => void this.#media.video.dispatchEvent(new Event(INTENT_EVENT));

  play(): void {
    const starting = this.#starting();
    if (starting.isBlocked) return starting.join();
    if (this.controller === null) return starting.start();
    // A screening that has run to its end starts over, as an element does by itself.
    if (this.#media.isAtEnd) this.controller.seek(this.#media.clampSeconds(0));
    this.controller.play();
  }

  pause(): void {
    if (this.controller !== null) this.controller.pause(this.#pausePoint(this.controller));
    else this.#media.video.pause();
  }

  togglePlay(): void {
    if (this.isPlaying) this.pause();
    else this.play();
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
    } else if (this.isPlaying) this.controller.pause(target);
    else this.#seekInStep(target);
  }

  /** The frame on show. Whoever is held back far from the others pauses them where they are: nobody is torn back. */
  #pausePoint(controller: PlaybackController): number {
    const { frameCentreSeconds } = this.#media;
    const { positionSeconds } = controller.now();
    const isNear = positionSeconds === null || Math.abs(positionSeconds - frameCentreSeconds) <= FAR_SECONDS;
    return isNear ? frameCentreSeconds : this.#media.clampSeconds(positionSeconds);
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
