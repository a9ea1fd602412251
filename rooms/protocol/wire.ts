import type { DownSent } from './down.ts';
import type { Up } from './up.ts';

/** Sent instead of a frame to keep a connection alive; answered without waking the room. */
export const PING = 'ping';
export const PONG = 'pong';

export const encodeUp = (frame: Up): string => JSON.stringify(frame);
export const encodeDown = (frame: DownSent): string => JSON.stringify(frame);
