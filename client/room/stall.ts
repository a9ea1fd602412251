import type { Playback, StallSet } from '#protocol/playback.ts';
import { isHeld } from './hold.ts';

/** What the element could show: nothing, this frame and the next ones, or enough not to stop again at once. */
export type Picture = 'none' | 'some' | 'enough';

/** What the room was last told of this viewer's stalls. */
export interface StallMemory {
  connectionId: string | null;
  told: Pick<StallSet, 'isStalled' | 'revision'> | null;
  /** Since when there is nothing to show at this revision. */
  emptySinceMs: number | null;
  /** Whether a seek is part of that. */
  hasSought: boolean;
  revision: number | null;
  /** False while the first picture after joining is still on its way: nobody is to wait for that. */
  hasShown: boolean;
}

export const NEW_STALL: StallMemory = {
  connectionId: null,
  told: null,
  emptySinceMs: null,
  hasSought: false,
  revision: null,
  hasShown: false,
};

/** Shorter than this it is over before anybody could wait for it. */
const WORTH_WAITING_MS = 250;
/**
 * What a device takes to seek is no lack of data. Were it waited for, the going on after each wait, which comes too
 * late for distant ones and makes them seek, would begin the next wait.
 */
const SEEK_WORTH_WAITING_MS = 1000;

export interface StallInput {
  connectionId: string;
  playback: Playback;
  picture: Picture;
  isSeeking: boolean;
  serverMs: number;
}

/**
 * In a screening that waits for everyone: what is to be told, if anything. Said on change only; who is waited for
 * has been heard, and is not told again when the wait is over without them.
 */
export function nextStall(
  before: StallMemory,
  { connectionId, playback, picture, isSeeking, serverMs }: StallInput,
): { memory: StallMemory; tell: Pick<StallSet, 'isStalled' | 'revision'> | null } {
  const { revision } = playback;
  const isAwaited = playback.awaited.some((member) => member.connectionId === connectionId);
  const isSame = before.revision === revision;
  const isEmpty = playback.isPlaying && picture === 'none';
  const emptySinceMs = isEmpty ? ((isSame ? before.emptySinceMs : null) ?? serverMs) : null;
  const hasSought = isEmpty && (isSeeking || (isSame && before.emptySinceMs !== null && before.hasSought));
  // Of an earlier connection the room knows nothing.
  const known = before.connectionId === connectionId ? before.told : null;
  const told = isAwaited && known?.revision !== revision ? { isStalled: true, revision } : known;
  const hasShown = before.hasShown || picture !== 'none';
  const memory = { connectionId, told, emptySinceMs, hasSought, revision, hasShown };
  const say = (isStalled: boolean) => {
    const tell = { isStalled, revision };
    return { memory: { ...memory, told: tell }, tell };
  };
  if (emptySinceMs !== null && before.hasShown) {
    const isHeard = told?.isStalled === true && told.revision === revision;
    const worthMs = hasSought ? SEEK_WORTH_WAITING_MS : WORTH_WAITING_MS;
    return !isHeard && serverMs - emptySinceMs >= worthMs ? say(true) : { memory, tell: null };
  }
  const isReady = picture === 'enough' || (picture === 'some' && !isHeld(playback, serverMs));
  // Once for each connection: until then the room takes it for one that still loads.
  return isReady && (told?.isStalled ?? true) && playback.isPlaying ? say(false) : { memory, tell: null };
}
