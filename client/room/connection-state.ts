import { CLOSE_CODE } from '#protocol/error.ts';

/** Where the connection to the room stands. `closed` is final until somebody opens the room again. */
export type ConnectionState =
  | { status: 'idle' }
  | { status: 'connecting'; attempt: number }
  | { status: 'open' }
  /** Lost, and coming back by itself at `retryAtMs` (local clock). `message`: what the room said when it closed. */
  | { status: 'waiting'; attempt: number; retryAtMs: number; isOffline: boolean; message: string | null }
  | { status: 'closed'; code: number | null; message: string };

export const IDLE: ConnectionState = { status: 'idle' };
export const OPEN: ConnectionState = { status: 'open' };

const TELLING = new Set<number>([CLOSE_CODE.ROOM_FULL, CLOSE_CODE.TOO_MANY_TABS, CLOSE_CODE.TOO_FAST]);

/** What the room said on closing, where the person at the page can do something about it or has to be patient. */
export const wordsOfClose = (code: number, reason: string): string | null =>
  TELLING.has(code) && reason !== '' ? reason : null;
