/** Where the connection to the room stands. `closed` is final until somebody opens the room again. */
export type ConnectionState =
  | { status: 'idle' }
  | { status: 'connecting'; attempt: number }
  | { status: 'open' }
  /** Lost, and coming back by itself at `retryAtMs` (local clock). */
  | { status: 'waiting'; attempt: number; retryAtMs: number; isOffline: boolean }
  | { status: 'closed'; code: number | null; message: string };

export const IDLE: ConnectionState = { status: 'idle' };
export const OPEN: ConnectionState = { status: 'open' };
