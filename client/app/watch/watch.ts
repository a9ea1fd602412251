import { signal, useComputed, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import { createRoom, type Room } from '#client/room/room.ts';
import type { Follower } from '#client/room/follower.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { PlayerTime } from '#client/player/player-contract.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import { createAnnouncer, type Announcer } from '#client/ui/announcer.ts';
import type { ViewerBoot, WatchBoot } from './boot.ts';
import { createDeletions, type Deletions } from './comments/deletions.ts';
import type { Loop } from './comments/loop.ts';
import { createWriting, type Writing } from './comments/writing.ts';
import { noteSignOut, type NamePlace } from './identity.ts';
import { AT_START, type Moment } from './moment.ts';
import type { Transcript } from './transcript/transcripts.ts';
import type { Picture } from './picture.ts';

/** Everything the watch page's parts share. One per page; made here, read through `useWatch()`. */
export interface Watch {
  readonly boot: WatchBoot;
  readonly room: Room;
  readonly state: ReadonlySignal<RoomState>;
  readonly viewer: Signal<ViewerBoot>;
  readonly player: Signal<LockstepPlayer | null>;
  readonly time: Signal<PlayerTime>;
  readonly announcer: Announcer;
  /** What this page's viewer has to be told at once, e.g. that something was refused. */
  readonly notice: Signal<string | null>;
  readonly isTheatre: Signal<boolean>;
  /** What waits for a name: asked for inline, then done. */
  readonly waitingForName: Signal<WaitingForName | null>;
  /** The screening this page has started: whoever did that is here to invite. */
  readonly startedId: Signal<string | null>;
  /** Whom the viewer has just made the host. */
  readonly handedTo: Signal<string | null>;
  /** What keeps the picture in step, once there is one. */
  readonly follower: Signal<Follower | null>;
  /** Raised with each press on the controls that one may not steer with. */
  readonly refusals: Signal<number>;
  readonly writing: Writing;
  /** Comes with the player. */
  readonly picture: Signal<Picture | null>;
  /** Where the video was taken up again, until that is no news any more. */
  readonly resumedAt: Signal<number | null>;
  /** In which languages it is written what is said; none until they are known. */
  readonly transcripts: Signal<readonly Transcript[]>;
  /** What is played over and over, until one goes elsewhere. */
  readonly loop: Signal<Loop | null>;
  readonly deletions: Deletions;
  readonly tab: Signal<PanelTab>;
}

export type PanelTab = 'comments' | 'chapters' | 'transcript' | 'people';

export interface WaitingForName {
  /** "To like this video" */
  why: string;
  place: NamePlace;
  resume: () => void;
}

export function createWatch(boot: WatchBoot): Watch {
  const room = createRoom({ videoId: boot.video.id, screeningId: boot.screening?.id });
  const state = signal(room.getState());
  const announcer = createAnnouncer();
  const writing = createWriting(room);
  const viewer: Watch['viewer'] = signal(boot.viewer);
  const notice: Watch['notice'] = signal(null);
  room.subscribe((next, previous) => {
    state.value = next;
    noteSignOut({ viewer, notice }, next, previous);
    void tell(announcer, next, previous);
  });
  return {
    boot,
    room,
    state,
    viewer,
    player: signal(null),
    time: signal(AT_START),
    announcer,
    notice,
    isTheatre: signal(false),
    waitingForName: signal(null),
    startedId: signal(null),
    handedTo: signal(null),
    follower: signal(null),
    refusals: signal(0),
    writing,
    resumedAt: signal(null),
    loop: signal(null),
    transcripts: signal([]),
    picture: signal(null),
    deletions: createDeletions(
      (id) => room.deleteComment(id),
      (reason) => (notice.value = reason),
    ),
    tab: signal<PanelTab>('comments'),
  };
}

/** Words for what others do are fetched when there is the first of it; they are said in the order of the deeds. */
async function tell(announcer: Announcer, next: RoomState, previous: RoomState): Promise<void> {
  if (!previous.you) return;
  const { tellHappenings } = await import('./happenings.ts');
  tellHappenings(announcer, next, previous);
}

const WatchContext = createContext<Watch | null>(null);
export const WatchProvider = WatchContext.Provider;

export function useWatch(): Watch {
  const watch = useContext(WatchContext);
  if (!watch) throw new Error('Parts of the watch page live inside its provider.');
  return watch;
}

/** The moment on show. The player is asked itself: while it seeks, what it last said is where it was. */
export function presentMoment(watch: Watch): Moment {
  const { positionSeconds, frame } = watch.player.peek() ?? watch.time.peek();
  return { positionSeconds, frame };
}

/** Shows that moment: alone by seeking, in step by asking the room. */
export function goTo(watch: Watch, positionSeconds: number): void {
  const player = watch.player.peek();
  // A player nobody has touched has not loaded anything it could show.
  player?.load();
  player?.seekTo(positionSeconds);
}

/** A part of the room's state; a component reading it redraws only when that part changes. */
export function usePick<T>(choose: (state: RoomState) => T): ReadonlySignal<T> {
  const { state } = useWatch();
  return useComputed(() => choose(state.value));
}
