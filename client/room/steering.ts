import type { PlaybackController } from '#client/player/player-contract.ts';
import type { Playback } from '#protocol/playback.ts';
import { isHeld } from './hold.ts';
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
    play: () => ask(() => startAnyway(room) ?? room.play()),
    pause: (positionSeconds) => ask(() => room.pause(positionSeconds)),
    seek: (positionSeconds) => ask(() => room.seek(positionSeconds)),
    setRate: (rate) => ask(() => room.setRate(rate)),
  };
}

/** While everyone waits for somebody, play means: go on without them. Undefined where nobody is waited for. */
export function startAnyway(room: Room): Promise<Playback> | undefined {
  const playback = room.getState().screening?.playback;
  const serverMs = room.clock.serverNowMs();
  if (!playback || serverMs === null || !isHeld(playback, serverMs)) return undefined;
  return room.play(playback.positionSeconds);
}
