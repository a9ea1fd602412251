import type { PlayerTime } from '#client/player/player-contract.ts';

/** What the picture shows: a point of media time and the number of the frame there. */
export type Moment = Pick<PlayerTime, 'positionSeconds' | 'frame'>;

/** What the player says about itself before it has said anything. */
export const AT_START: PlayerTime = { positionSeconds: 0, frame: 0, durationSeconds: 0, isPlaying: false };
