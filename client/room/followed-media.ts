import type { FrameRate } from '#client/player/frames.ts';
import type { OffsetSample } from './offset-window.ts';
import type { Picture } from './stall.ts';
import type { MediaFacts, SyncAction } from './sync-step.ts';

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

const EVENTS = ['seeked', 'loadedmetadata', 'canplay', 'playing', 'pause', 'waiting'];
/** After this without a presented frame there is none to go by. */
const NO_FRAMES_MS = 400;
/** With this much loaded ahead a picture does not stop again at once. */
const ENOUGH_SECONDS = 1;
/** Holes and ends of what is loaded that players step over. */
const GAP_SECONDS = 0.3;

/** The element as the follower sees it: facts and presented frames in file time, and actions done to it. */
export class FollowedMedia {
  readonly #target: FollowTarget;
  #frame: { atLocalMs: number; mediaTime: number } | null = null;

  /** Calls `onNews` when a frame was presented or the element changed, until aborted. */
  constructor(target: FollowTarget, onNews: () => void, signal: AbortSignal) {
    this.#target = target;
    for (const name of EVENTS) target.video.addEventListener(name, onNews, { signal });
    this.#watchFrames(onNews, signal);
  }

  facts(isBlocked: boolean): MediaFacts {
    const { video, timelineShiftSeconds } = this.#target;
    return {
      isReady: video.readyState >= HTMLMediaElement.HAVE_METADATA,
      isPaused: video.paused,
      isSeeking: video.seeking,
      isStalled: !video.paused && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && !video.ended,
      isBlocked,
      positionSeconds: video.currentTime + timelineShiftSeconds,
      rate: video.playbackRate,
      durationSeconds: video.duration + timelineShiftSeconds,
    };
  }

  /** The newest presented frame on the server's clock; where none come, where the element says it is. */
  presented(clockOffsetMs: number): OffsetSample | null {
    const { video, timelineShiftSeconds } = this.#target;
    const nowMs = performance.timeOrigin + performance.now();
    const frame = this.#frame;
    if (frame !== null && nowMs - frame.atLocalMs < NO_FRAMES_MS)
      return { atMs: frame.atLocalMs + clockOffsetMs, mediaSeconds: frame.mediaTime + timelineShiftSeconds };
    // A visible page that knows of frames and gets none shows a still picture: the clock alone says nothing of it.
    const isStill = frame !== null && document.visibilityState === 'visible';
    if (video.paused || video.seeking || isStill) return null;
    return { atMs: nowMs + clockOffsetMs, mediaSeconds: video.currentTime + timelineShiftSeconds };
  }

  /** The frame on screen, in file time; null where nobody can tell. */
  shownSeconds(): number | null {
    if (this.#frame === null || document.visibilityState !== 'visible') return null;
    return this.#frame.mediaTime + this.#target.timelineShiftSeconds;
  }

  /**
   * What it could show now, by what is loaded: a slow machine seeks and starts late with everything at hand, and
   * nobody has to wait for that.
   */
  picture(): Picture {
    const { buffered, currentTime, duration, ended } = this.#target.video;
    const ranges = Array.from(
      { length: buffered.length },
      (_, n) => [buffered.start(n), buffered.end(n)] as const,
    );
    const end = ranges.find(([from, to]) => from - GAP_SECONDS <= currentTime && currentTime < to)?.[1];
    if (ended || (end ?? currentTime) >= duration - GAP_SECONDS) return 'enough';
    if (end === undefined) return 'none';
    return end - currentTime >= ENOUGH_SECONDS ? 'enough' : 'some';
  }

  /** Does all but `play`, which may be refused and is the follower's to answer for. */
  act(action: SyncAction): void {
    const { video, timelineShiftSeconds } = this.#target;
    if (action.kind === 'pause') video.pause();
    if (action.kind === 'rate') video.playbackRate = action.rate;
    if (action.kind === 'seek')
      video.currentTime = Math.max(0, action.positionSeconds - timelineShiftSeconds);
  }

  /**
   * At normal speed nudges go without keeping the pitch: switching Chromium's pitch correction on and off loses some
   * 20 ms of audio each time, as much as a nudge gains, while a nudge's change of pitch is a fraction of a semitone.
   */
  setBaseRate(rate: number, isNudged: boolean): void {
    const keepsPitch = rate !== 1 || !isNudged;
    const { video } = this.#target;
    if (video.preservesPitch !== keepsPitch) video.preservesPitch = keepsPitch;
  }

  #watchFrames(onNews: () => void, signal: AbortSignal): void {
    const { video } = this.#target;
    if (!('requestVideoFrameCallback' in video)) return;
    video.requestVideoFrameCallback((_now, { expectedDisplayTime, mediaTime }) => {
      if (signal.aborted) return;
      this.#frame = { atLocalMs: performance.timeOrigin + expectedDisplayTime, mediaTime };
      onNews();
      this.#watchFrames(onNews, signal);
    });
  }
}
