import { startPlayback } from '#client/player/start-playback.ts';
import { followStep } from './playback-sync.ts';
import type { SyncAction, SyncStep } from './sync-step.ts';
import { FollowedMedia, type FollowTarget } from './followed-media.ts';
import type { Room } from './room.ts';
import { NEW_MEMORY, onReturn } from './sync-memory.ts';
import { nextReport, type SyncReport } from './sync-report.ts';

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
const FACTS_GAP_MS = 500;

class ScreeningFollower implements Follower {
  readonly #room: Room;
  readonly #target: FollowTarget;
  readonly #media: FollowedMedia;
  readonly #listeners = new Set<(sync: SyncFacts) => void>();
  readonly #stops: (() => void)[] = [];
  readonly #canNudge = !/^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent);
  #memory = NEW_MEMORY;
  #sync = SOLO;
  #report: SyncReport | null = null;
  #isBlocked = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #toldAtMs = 0;

  constructor(room: Room, target: FollowTarget) {
    this.#room = room;
    this.#target = target;
    this.#stops.push(room.subscribe((state, before) => state.screening !== before.screening && this.#step()));
    const stop = new AbortController();
    this.#stops.push(() => stop.abort());
    this.#media = new FollowedMedia(target, () => this.#step(), stop.signal);
    document.addEventListener('visibilitychange', () => this.#lookedAt(), { signal: stop.signal });
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

  #lookedAt(): void {
    if (document.visibilityState !== 'visible') return;
    this.#memory = onReturn(this.#memory);
    this.#step();
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
      facts: this.#media.facts(this.#isBlocked),
      frame: this.#media.presented(estimate.offsetMs),
      shownSeconds: this.#media.shownSeconds(),
      frameRate: this.#target.frameRate,
      canNudge: this.#canNudge,
    });
    this.#memory = step.memory;
    this.#media.setBaseRate(screening.playback.rate, this.#canNudge);
    for (const action of step.actions) this.#act(action);
    const { status, offsetMs } = step;
    this.#again(Math.min(step.wakeInMs ?? TICK_MS, TICK_MS), { status, offsetMs, errorMs: estimate.errorMs });
    this.#maybeReport(serverMs);
  }

  #act(action: SyncAction): void {
    if (action.kind === 'play') void this.#play();
    else this.#media.act(action);
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
    this.#memory = onReturn(this.#memory);
    this.#media.setBaseRate(1, false);
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
