import { frameAt, frameCentreSeconds, frameSeconds, type FrameRate } from './frames.ts';

/** WebKit's GStreamer counts nanoseconds, and says the greatest number of them where it knows no time yet. */
const UNKNOWN_SECONDS = 2 ** 63 / 1e9;

/** The video element in file time, and the frame it really shows. */
export class PlayerMedia {
  readonly video: HTMLVideoElement;
  frameRate: FrameRate | null = null;
  /** What the file says, until the element knows. */
  statedDurationSeconds: number | null = null;
  readonly #onFrame: () => void;
  #shownMediaTime: number | null = null;
  #timelineShiftSeconds = 0;
  #isShiftKnown = false;
  /** Sought before the stream had said where its timeline begins, so by a shift that was a guess. */
  #soughtBlindSeconds: number | null = null;

  constructor(video: HTMLVideoElement, onFrame: () => void) {
    this.video = video;
    this.#onFrame = onFrame;
    if ('requestVideoFrameCallback' in video) this.#watchFrames();
    // What was shown says nothing about where a seek has led: until its frame is up, the clock does.
    video.addEventListener('seeking', () => (this.#shownMediaTime = null));
  }

  /** File time minus the element's `currentTime`. */
  get timelineShiftSeconds(): number {
    return this.#timelineShiftSeconds;
  }

  /** Known when the stream's first segment has come: what was sought before that is sought again, exactly. */
  set timelineShiftSeconds(shiftSeconds: number) {
    this.#timelineShiftSeconds = shiftSeconds;
    this.#isShiftKnown = true;
    if (this.#soughtBlindSeconds === null) return;
    this.#setTime(this.#soughtBlindSeconds);
    this.#soughtBlindSeconds = null;
  }

  /** Another stream comes: its timeline begins elsewhere. */
  forgetTimeline(): void {
    this.#isShiftKnown = false;
  }

  /** Where to begin loading: what was sought before there was anything to seek in. */
  get startSeconds(): number | null {
    return this.#soughtBlindSeconds;
  }

  get durationSeconds(): number {
    const { duration } = this.video;
    return this.statedDurationSeconds ?? (Number.isFinite(duration) ? duration : 0);
  }

  get positionSeconds(): number {
    const { currentTime } = this.video;
    return currentTime < UNKNOWN_SECONDS ? Math.max(0, currentTime + this.timelineShiftSeconds) : 0;
  }

  /** The number of the frame on screen; null where the frame rate is unknown. */
  get frame(): number | null {
    if (this.frameRate === null) return null;
    if (this.#shownMediaTime === null || this.video.seeking)
      return frameAt(this.positionSeconds, this.frameRate);
    // A presented time is a frame's very edge: a quarter of a frame takes it inside.
    const inside = frameSeconds(this.frameRate) / 4;
    return frameAt(this.#shownMediaTime + this.timelineShiftSeconds + inside, this.frameRate);
  }

  /** The centre of the frame on screen: what a pause means, and a comment's moment. */
  get frameCentreSeconds(): number {
    return this.frameRate === null || this.frame === null
      ? this.positionSeconds
      : frameCentreSeconds(this.frame, this.frameRate);
  }

  get isAtEnd(): boolean {
    const { durationSeconds } = this;
    return durationSeconds > 0 && this.positionSeconds >= this.clampSeconds(durationSeconds) - 0.001;
  }

  /** The nearest position that exists, at its frame's centre. */
  clampSeconds(positionSeconds: number): number {
    const clamped = Math.min(Math.max(positionSeconds, 0), this.durationSeconds || Infinity);
    if (this.frameRate === null) return clamped;
    const lastFrame = Math.max(0, frameAt(this.durationSeconds, this.frameRate) - 1);
    const frame = Math.min(frameAt(clamped, this.frameRate), lastFrame || Infinity);
    return frameCentreSeconds(frame, this.frameRate);
  }

  seek(positionSeconds: number): void {
    this.#soughtBlindSeconds = this.#isShiftKnown ? null : positionSeconds;
    this.#setTime(positionSeconds);
  }

  #setTime(positionSeconds: number): void {
    this.video.currentTime = Math.max(0, positionSeconds - this.#timelineShiftSeconds);
  }

  #watchFrames(): void {
    this.video.requestVideoFrameCallback((_now, { mediaTime }) => {
      if (!this.video.seeking) this.#shownMediaTime = mediaTime;
      this.#onFrame();
      this.#watchFrames();
    });
  }
}
