import type { FrameRate } from '#client/player/frames.ts';
import { startPlayback } from '#client/player/start-playback.ts';
import type { OffsetSample } from './offset-window.ts';
import { followStep, type MediaFacts, type SyncAction, type SyncStep } from './playback-sync.ts';
import type { Room } from './room.ts';
import { NEW_MEMORY } from './sync-memory.ts';
import { nextReport, type SyncReport } from './sync-report.ts';

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
  status: 'solo' | SyncStep['status'];
  offsetMs: number | null;
  /** How wrong the clock may be. */
  errorMs: number | null;
}

export interface Follower {
  getSync(): SyncFacts;
  subscribe(listener: (sync: SyncFacts) => void): () => void;
  stop(): void;
}

const SOLO: SyncFacts = { status: 'solo', offsetMs: null, errorMs: null };
/** Between frames; the only clock while the page is hidden and no frames are presented. */
const TICK_MS = 100;
const NO_FRAMES_MS = 400;
const FACTS_GAP_MS = 500;

class ScreeningFollower implements Follower {
  readonly #room: Room;
  readonly #target: FollowTarget;
  readonly #listeners = new Set<(sync: SyncFacts) => void>();
  readonly #stops: (() => void)[] = [];
  readonly #canNudge = !/^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent);
  #memory = NEW_MEMORY;
  #sync = SOLO;
  #report: SyncReport | null = null;
  #frame: { atLocalMs: number; mediaTime: number } | null = null;
  #isBlocked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAtMs = 0;

  constructor(room: Room, target: FollowTarget) {
    this.#room = room;
    this.#target = target;
    this.#stops.push(room.subscribe((state, before) => state.screening !== before.screening && this.#step()));
    const stop = new AbortController();
    this.#stops.push(() => stop.abort());
    for (const name of ['seeked', 'loadedmetadata', 'canplay', 'playing', 'pause', 'waiting'])
      target.video.addEventListener(name, () => this.#step(), { signal: stop.signal });
    this.#watchFrames(stop.signal);
    this.#step();
  }

  getSync = (): SyncFacts => this.#sync;

  subscribe(listener: (sync: SyncFacts) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  stop(): void {
    clearTimeout(this.#timer);
    for (const stop of this.#stops.splice(0)) stop();
  }

  #watchFrames(signal: AbortSignal): void {
    const { video } = this.#target;
    if (!('requestVideoFrameCallback' in video)) return;
    video.requestVideoFrameCallback((_now, { expectedDisplayTime, mediaTime }) => {
      if (signal.aborted) return;
      this.#frame = { atLocalMs: performance.timeOrigin + expectedDisplayTime, mediaTime };
      this.#step();
      this.#watchFrames(signal);
    });
  }

  #step(): void {
    clearTimeout(this.#timer);
    const { screening } = this.#room.getState();
    if (screening === null) return this.#leave();
    this.#target.load();
    const serverMs = this.#room.clock.serverNowMs();
    const estimate = this.#room.clock.getEstimate();
    if (serverMs === null || estimate === null) return this.#again(50, { ...SOLO, status: 'loading' });
    const step = followStep(this.#memory, {
      serverMs,
      playback: screening.playback,
      facts: this.#facts(),
      frame: this.#presented(estimate.offsetMs),
      frameRate: this.#target.frameRate,
      canNudge: this.#canNudge,
    });
    this.#memory = step.memory;
    for (const action of step.actions) this.#act(action);
    const { status, offsetMs } = step;
    this.#again(Math.min(step.wakeInMs ?? TICK_MS, TICK_MS), { status, offsetMs, errorMs: estimate.errorMs });
    this.#maybeReport(serverMs);
  }

  #facts(): MediaFacts {
    const { video, timelineShiftSeconds } = this.#target;
    return {
      isReady: video.readyState >= HTMLMediaElement.HAVE_METADATA,
      isPaused: video.paused,
      isSeeking: video.seeking,
      isStalled: !video.paused && video.readyState < HTMLMediaElement.HAVE_FUTURE_DATA && !video.ended,
      isBlocked: this.#isBlocked,
      positionSeconds: video.currentTime + timelineShiftSeconds,
      rate: video.playbackRate,
      durationSeconds: video.duration + timelineShiftSeconds,
    };
  }

  /** The newest presented frame; where none come (hidden page, old browser), where the element says it is. */
  #presented(offsetMs: number): OffsetSample | null {
    const { video, timelineShiftSeconds } = this.#target;
    const nowMs = performance.timeOrigin + performance.now();
    const frame = this.#frame;
    if (frame !== null && nowMs - frame.atLocalMs < NO_FRAMES_MS)
      return { atMs: frame.atLocalMs + offsetMs, mediaSeconds: frame.mediaTime + timelineShiftSeconds };
    if (video.paused || video.seeking || (frame !== null && document.visibilityState === 'visible'))
      return null;
    return { atMs: nowMs + offsetMs, mediaSeconds: video.currentTime + timelineShiftSeconds };
  }

  #act(action: SyncAction): void {
    const { video, timelineShiftSeconds } = this.#target;
    if (action.kind === 'pause') video.pause();
    if (action.kind === 'rate') video.playbackRate = action.rate;
    if (action.kind === 'seek')
      video.currentTime = Math.max(0, action.positionSeconds - timelineShiftSeconds);
    if (action.kind === 'play') void this.#play();
  }

  async #play(): Promise<void> {
    if ((await startPlayback(this.#target.video)) === 'started') return;
    this.#isBlocked = true;
    this.#target.onPlaybackBlocked(() => {
      this.#isBlocked = false;
      // In the click itself: this is what unlocks the element. Where it belongs is the next step's business.
      void this.#target.video.play().catch(() => undefined);
      this.#step();
    });
    this.#step();
  }

  /** Solo again: the element goes on from where it is, at the pace its viewer chose. */
  #leave(): void {
    if (this.#sync.status === 'solo') return;
    this.#memory = { ...this.#memory, revision: null };
    this.#report = null;
    this.#tell(SOLO);
  }

  #again(inMs: number, sync: SyncFacts): void {
    this.#timer = setTimeout(() => this.#step(), inMs);
    const nowMs = performance.now();
    if (sync.status === this.#sync.status && nowMs - this.#toldAtMs < FACTS_GAP_MS) return;
    this.#toldAtMs = nowMs;
    this.#tell(sync);
  }

  #tell(sync: SyncFacts): void {
    this.#sync = sync;
    for (const listener of this.#listeners) listener(sync);
  }

  #maybeReport(serverMs: number): void {
    const report = nextReport(this.#report, this.#sync, serverMs);
    if (report === null) return;
    this.#report = report;
    this.#room.reportSync({ offsetMs: report.offsetMs, errorMs: report.errorMs });
  }
}

/** Keeps `target` on the frame of the screening that `room` is in; does nothing while solo. */
export const followScreening = (room: Room, target: FollowTarget): Follower =>
  new ScreeningFollower(room, target);
