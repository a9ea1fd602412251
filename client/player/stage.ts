import { openStream } from './hls-stream.ts';
import { overlayOf, renderOverlay, type Failure } from './overlay.ts';
import type { PlayerMedia } from './player-media.ts';
import { INTENT_EVENT, type Starting } from './requests.ts';
import { startPlayback } from './start-playback.ts';
import type { Stream } from './stream.ts';
import { Waiting } from './waiting.ts';
import type { Words } from './words/words.ts';

export interface StageParts {
  media: PlayerMedia;
  overlay: HTMLElement;
  unmute: HTMLElement;
  isInStep: () => boolean;
  play: () => void;
  onBlocked: () => void;
  onFailure: (failure: Failure) => void;
  words: () => Words;
}

/** Loading, starting, and what stands over the picture meanwhile. */
export class Stage implements Starting {
  readonly #parts: StageParts;
  #src: string | null = null;
  #opening: Promise<Stream> | null = null;
  #stream: Stream | null = null;
  /** Asked to play before it was known what. */
  #isAwaited = false;
  #failure: Failure | null = null;
  #retryJoin: (() => void) | null = null;
  #hasStarted = false;
  readonly #waiting: Waiting;
  #shown = '';

  constructor(parts: StageParts) {
    this.#parts = parts;
    const { video } = parts.media;
    this.#waiting = new Waiting(video, () => this.render());
    video.addEventListener('playing', () => this.#started());
    video.addEventListener('play', () => this.#stream?.runAhead());
    video.addEventListener('volumechange', () => {
      if (!video.muted) parts.unmute.hidden = true;
    });
    parts.unmute.addEventListener('click', () => (video.muted = false));
  }

  /** Null until it is opened. */
  get stream(): Stream | null {
    return this.#stream;
  }

  get src(): string | null {
    return this.#src;
  }

  set src(src: string | null) {
    if (src === this.#src) return;
    const wasLoading = this.#opening !== null;
    this.close();
    this.#src = src;
    if (this.#isAwaited) this.start();
    else if (wasLoading) this.load();
  }

  load(): void {
    if (this.#opening !== null || this.#src === null) return;
    const { media } = this.#parts;
    const opening = openStream(media.video, this.#src, {
      startSeconds: () => media.startSeconds,
      onTimelineShift: (shiftSeconds) => void (media.timelineShiftSeconds = shiftSeconds),
      onFailure: (failure) => this.fail(failure),
    });
    this.#opening = opening;
    void this.#opened(opening);
  }

  async #opened(opening: Promise<Stream>): Promise<void> {
    try {
      const stream = await opening;
      // Closed meanwhile: then another has taken its place.
      if (this.#opening !== opening) return;
      this.#stream = stream;
      if (!this.#parts.media.video.paused) stream.runAhead();
    } catch {
      this.fail('player');
    }
  }

  /** Plays by the viewer's wish: loads first, and shows how to go on where the browser refuses. */
  start = (): void => void this.#start();

  async #start(): Promise<void> {
    this.#isAwaited = this.#src === null;
    if (this.#isAwaited) return;
    this.load();
    if ((await startPlayback(this.#parts.media.video)) === 'blocked') this.block(this.start);
  }

  /** The browser wants the viewer to act first. */
  block(retry: () => void): void {
    this.#retryJoin = retry;
    this.#parts.onBlocked();
    this.render();
  }

  get isBlocked(): boolean {
    return this.#retryJoin !== null;
  }

  close(): void {
    void this.#opening?.then((stream) => stream.close()).catch(() => undefined);
    this.#parts.media.forgetTimeline();
    this.#opening = null;
    this.#stream = null;
    this.#failure = null;
    this.#hasStarted = false;
  }

  render(): void {
    const state = overlayOf({
      failure: this.#failure,
      isBlocked: this.isBlocked,
      isInStep: this.#parts.isInStep(),
      hasStarted: this.#hasStarted,
      isWaiting: this.#waiting.isLong,
    });
    const words = this.#parts.words();
    const key = JSON.stringify([state, words.language]);
    if (key === this.#shown) return;
    this.#shown = key;
    this.#parts.media.video.dispatchEvent(new Event(INTENT_EVENT));
    const actions = {
      play: this.#parts.play,
      join: ({ muted }: { muted: boolean }) => this.join(muted),
      retry: () => this.#retry(),
    };
    renderOverlay(this.#parts.overlay, state, { actions, words });
  }

  join(muted = this.#parts.media.video.muted): void {
    const retry = this.#retryJoin;
    this.#retryJoin = null;
    this.#parts.media.video.muted = muted;
    this.#parts.unmute.hidden = !muted;
    this.render();
    retry?.();
  }

  #retry(): void {
    this.#failure = null;
    this.render();
    if (this.#opening === null) return this.load();
    this.#opening.then(
      (stream) => stream.retry(),
      () => {
        this.#opening = null;
        this.load();
      },
    );
  }

  /** Says over the picture why there is none; Try again loads anew. */
  fail(failure: Failure): void {
    this.#failure = failure;
    this.#parts.onFailure(failure);
    this.render();
  }

  #started(): void {
    this.#hasStarted = true;
    this.#retryJoin = null;
    this.#failure = null;
    this.render();
  }
}
