import { startPlayback } from '#client/player/start-playback.ts';
import { timeAtMs } from './playback-position.ts';
import { followStep } from './playback-sync.ts';
import type { SyncAction, SyncStep } from './sync-step.ts';
import { FollowedMedia, type FollowTarget } from './followed-media.ts';
import type { Room } from './room.ts';
import { NEW_MEMORY, onReturn } from './sync-memory.ts';
import { outSince } from './sync-report.ts';
import { SyncTeller } from './sync-teller.ts';

/** How this viewer stands against the screening. Positive offsets are ahead. */
export interface SyncFacts {
  status: 'solo' | SyncStep['status'];
  offsetMs: number | null;
  /** How wrong the clock may be. */
  errorMs: number | null;
  /** For how long it has been further out than is seen and heard. */
  outForMs: number;
}

export interface Follower {
  getSync(): SyncFacts;
  /** Brings the picture in anew, as if there had been no corrections yet. */
  catchUp(): void;
  subscribe(listener: (sync: SyncFacts) => void): () => void;
  stop(): void;
}

const SOLO: SyncFacts = { status: 'solo', offsetMs: null, errorMs: null, outForMs: 0 };
/** Between frames; the only clock while the page is hidden and no frames are presented. */
const TICK_MS = 100;
const FACTS_GAP_MS = 500;

class ScreeningFollower implements Follower {
  readonly #room: Room;
  readonly #target: FollowTarget;
  readonly #media: FollowedMedia;
  readonly #teller: SyncTeller;
  readonly #listeners = new Set<(sync: SyncFacts) => void>();
  readonly #stops: (() => void)[] = [];
  readonly #canNudge = !/^((?!chrome|android|crios|fxios).)*safari/i.test(navigator.userAgent);
  #memory = NEW_MEMORY;
  #sync = SOLO;
  #outSinceMs: number | null = null;
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
    this.#teller = new SyncTeller(room, this.#media);
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

  catchUp(): void {
    this.#memory = onReturn(this.#memory);
    this.#step();
  }

  #lookedAt(): void {
    if (document.visibilityState === 'visible') this.catchUp();
  }

  #step(): void {
    clearTimeout(this.#timer);
    const { screening, screenings, you } = this.#room.getState();
    if (screening === null || you === null) return this.#leave();
    this.#target.load();
    const serverMs = this.#room.clock.serverNowMs();
    const estimate = this.#room.clock.getEstimate();
    if (serverMs === null || estimate === null) return this.#wait();
    const { playback } = screening;
    if (this.#memory.revision !== playback.revision) this.#outSinceMs = null;
    const facts = this.#media.facts(this.#isBlocked);
    const step = followStep(this.#memory, {
      serverMs,
      playback,
      facts,
      frame: this.#media.presented(estimate.offsetMs),
      shownSeconds: this.#media.shownSeconds(),
      frameRate: this.#target.frameRate,
      canNudge: this.#canNudge,
    });
    this.#memory = step.memory;
    this.#media.setBaseRate(playback.rate, this.#canNudge);
    for (const action of step.actions) this.#act(action);
    const { status } = step;
    // A picture that has stalled, may not play, or is still to come, stands still, and where it stands is known.
    const isStanding =
      status === 'stalled' || status === 'blocked' || (status === 'settling' && facts.isSeeking);
    const isLate = isStanding && playback.isPlaying && serverMs >= playback.atServerMs;
    const offsetMs = isLate ? timeAtMs(playback, facts.positionSeconds) - serverMs : step.offsetMs;
    this.#outSinceMs = outSince(this.#outSinceMs, { status, offsetMs }, serverMs);
    const outForMs = this.#outSinceMs === null ? 0 : serverMs - this.#outSinceMs;
    const sync = { status, offsetMs, errorMs: estimate.errorMs, outForMs };
    this.#again(Math.min(step.wakeInMs ?? TICK_MS, TICK_MS), sync);
    const waits = screenings.get(screening.id)?.stallPolicy === 'wait';
    this.#teller.tell({ connectionId: you.connectionId, playback, facts, sync, waits, serverMs });
  }

  /** Nobody sees what the picture does while the time is unknown: then it is brought in anew. */
  #wait(): void {
    this.#memory = onReturn(this.#memory);
    this.#again(50, { ...SOLO, status: 'loading' });
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
    this.#teller.forget();
    this.#outSinceMs = null;
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
}

/** Keeps `target` on the frame of the screening that `room` is in; does nothing while solo. */
export const followScreening = (room: Room, target: FollowTarget): Follower =>
  new ScreeningFollower(room, target);
