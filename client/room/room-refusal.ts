import type { Refuse } from '#protocol/ack.ts';
import type { ErrorCode } from '#protocol/error.ts';

/** An op that was not done: refused by the room, out of time, or given up. The message is for a person. */
export class RoomRefusal extends Error {
  readonly code: ErrorCode;
  readonly retryAfterMs: number | null;

  constructor(code: ErrorCode, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'RoomRefusal';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}

export const toRefusal = ({ code, message, retryAfterMs }: Refuse): RoomRefusal =>
  new RoomRefusal(code, message, retryAfterMs ?? null);
