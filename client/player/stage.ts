import { overlayOf, renderOverlay } from './overlay.ts';
import { openStream, type Stream } from './hls-stream.ts';
import type { PlayerMedia } from './player-media.ts';
import { startPlayback } from './start-playback.ts';

/** A spinner that comes and goes at once is worse than none. */
const WAIT_BEFORE_WORDS_MS = 500;

export interface StageParts {
  media: PlayerMedia;
  overlay: HTMLElement;
  unmute: HTMLElement;
  isInStep: () => boolean;
  play: () => void;
  onBlocked: () => void;
  onFailure: (words: string) => void;
}

/** Loading, starting, and what stands over the picture meanwhile. */
export class Stage {
  readonly #parts: StageParts;
  #src: string | null = null;
  #stream: Promise<Stream> | null = null;
  /** Asked to play before it was known what. */
  #isAwaited = false;
  #failure: string | null = null;
  #retryJoin: (() => void) | null = null;
  #hasStarted = false;
  #isWaiting = false;
  #waitTimer: ReturnType<typeof setTimeout> | undefined;
  #shown = '';

  constructor(parts: StageParts) {
    this.#parts = parts;
    const { video } = parts.media;
    for (const name of ['waiting', 'seeking']) video.addEventListener(name, () => this.#wait());
    for (const name of ['playing', 'seeked', 'canplay', 'pause'])
      video.addEventListener(name, () => this.#go());
    video.addEventListener('playing', () => this.#started());
    video.addEventListener('volumechange', () => {
      if (!video.muted) parts.unmute.hidden = true;
    });
    parts.unmute.addEventListener('click', () => (video.muted = false));
  }

  get src(): string | null {
    return this.#src;
  }

  set src(src: string | null) {
    if (src === this.#src) return;
    const wasLoading = this.#stream !== null;
    this.close();
    this.#src = src;
    if (this.#isAwaited) void this.start();
    else if (wasLoading) this.load();
  }

  load(): void {
    if (this.#stream !== null || this.#src === null) return;
    const { media } = this.#parts;
    this.#stream = openStream(media.video, this.#src, {
      onTimelineShift: (shiftSeconds) => (media.timelineShiftSeconds = shiftSeconds),
      onFailure: (words) => this.fail(words),
    });
    this.#stream.catch(() => this.fail('The player could not be loaded. Check your connection.'));
  }

  /** Plays by the viewer's wish: loads first, and shows how to go on where the browser refuses. */
  async start(): Promise<void> {
    this.#isAwaited = this.#src === null;
    if (this.#isAwaited) return;
    this.load();
    if ((await startPlayback(this.#parts.media.video)) === 'blocked') this.block(() => void this.start());
  }

  /** The browser wants the viewer to act first. */
  block(retry: () => void): void {
    this.#retryJoin = retry;
    this.#parts.onBlocked();
    this.render();
  }

  close(): void {
    void this.#stream?.then((stream) => stream.close()).catch(() => undefined);
    this.#stream = null;
    this.#failure = null;
    this.#hasStarted = false;
  }

  render(): void {
    const state = overlayOf({
      failure: this.#failure,
      isBlocked: this.#retryJoin !== null,
      isInStep: this.#parts.isInStep(),
      hasStarted: this.#hasStarted,
      isWaiting: this.#isWaiting,
    });
    const key = JSON.stringify(state);
    if (key === this.#shown) return;
    this.#shown = key;
    renderOverlay(this.#parts.overlay, state, {
      play: this.#parts.play,
      join: ({ muted }) => this.#join(muted),
      retry: () => this.#retry(),
    });
  }

  #join(muted: boolean): void {
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
    const stream = this.#stream;
    if (stream === null) return this.load();
    stream.then(
      (open) => open.retry(),
      () => {
        this.#stream = null;
        this.load();
      },
    );
  }

  /** Says over the picture why there is none; Try again loads anew. */
  fail(words: string): void {
    this.#failure = words;
    this.#parts.onFailure(words);
    this.render();
  }

  #started(): void {
    this.#hasStarted = true;
    this.#retryJoin = null;
    this.#failure = null;
    this.render();
  }

  #wait(): void {
    this.#waitTimer ??= setTimeout(() => {
      this.#isWaiting = true;
      this.render();
    }, WAIT_BEFORE_WORDS_MS);
  }

  #go(): void {
    clearTimeout(this.#waitTimer);
    this.#waitTimer = undefined;
    this.#isWaiting = false;
    this.render();
  }
}
