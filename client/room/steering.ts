import type { PlaybackController } from '#client/player/player-contract.ts';
import type { Room } from './room.ts';
import { RoomRefusal } from './room-refusal.ts';

/** What `<lockstep-player>.controller` wants while in step: each request becomes an op of the room. */
export function steerBy(
  room: Room,
  onRefusal: (refusal: RoomRefusal) => void = () => {},
): PlaybackController {
  const report = (error: unknown) => {
    if (!(error instanceof RoomRefusal)) throw error;
    onRefusal(error);
  };
  return {
    play: () => void room.play().catch(report),
    pause: (positionSeconds) => void room.pause(positionSeconds).catch(report),
    seek: (positionSeconds) => void room.seek(positionSeconds).catch(report),
    setRate: (rate) => void room.setRate(rate).catch(report),
  };
}
