import type { PlaybackController, SteeredPlayback } from '#client/player/player-contract.ts';
import type { Playback } from '#protocol/playback.ts';
import { isHeld } from './hold.ts';
import { positionAt } from './playback-position.ts';
import type { Room } from './room.ts';
import { RoomRefusal } from './room-refusal.ts';

export interface SteeringOptions {
  /** Whether this viewer may not steer now: then nothing is asked of the room. */
  isBarred?: () => boolean;
  onBarred?: () => void;
  onRefusal?: (refusal: RoomRefusal) => void;
}

/** What `<lockstep-player>.controller` wants while in step: each request becomes an op of the room. */
export function steerBy(room: Room, options: SteeringOptions = {}): PlaybackController {
  const ask = (op: () => Promise<unknown>) => {
    if (options.isBarred?.()) return options.onBarred?.();
    op().catch((error: unknown) => {
      if (!(error instanceof RoomRefusal)) throw error;
      options.onRefusal?.(error);
    });
    return undefined;
  };
  return {
    now: () => steeredNow(room),
    subscribe: (onChange) =>
      room.subscribe((state, previous) => {
        const isSame =
          state.screening?.playback === previous.screening?.playback && state.pending === previous.pending;
        if (!isSame) onChange();
      }),
    play: () => ask(() => startAnyway(room) ?? room.play()),
    pause: (positionSeconds) => ask(() => room.pause(positionSeconds)),
    seek: (positionSeconds) => ask(() => room.seek(positionSeconds)),
    setRate: (rate) => ask(() => room.setRate(rate)),
  };
}

function steeredNow(room: Room): SteeredPlayback {
  const { screening, pending } = room.getState();
  const serverMs = room.clock.serverNowMs();
  const playback = screening?.playback;
  const isKnown = playback !== undefined && serverMs !== null;
  return {
    isPlaying: playback?.isPlaying ?? false,
    positionSeconds: isKnown ? positionAt(playback, serverMs, Infinity) : null,
    isPending: pending.some(({ op }) => op.t === 'playback.play' || op.t === 'playback.pause'),
  };
}

/** While everyone waits for somebody, play means: go on without them. Undefined where nobody is waited for. */
export function startAnyway(room: Room): Promise<Playback> | undefined {
  const playback = room.getState().screening?.playback;
  const serverMs = room.clock.serverNowMs();
  if (!playback || serverMs === null || !isHeld(playback, serverMs)) return undefined;
  return room.play(playback.positionSeconds);
}
