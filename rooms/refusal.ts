import type { ErrorCode } from '#protocol/error.ts';

/** Thrown inside an op: nothing of it is written, and the sender is told why. */
export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly retryAfterMs: number | null;

  constructor(code: ErrorCode, message: string, retryAfterMs: number | null = null) {
    super(message);
    this.name = 'Refusal';
    this.code = code;
    this.retryAfterMs = retryAfterMs;
  }
}
