import { ERROR_STATUS, type ErrorCode } from '#protocol/error.ts';

/** One rejected field: a JSON pointer into the input, and what is wrong with it in words. */
export interface FieldError {
  pointer: string;
  detail: string;
}

/** The one failure class. `message` is for a person; the cause never leaves the server. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly errors: readonly FieldError[];
  /** Names the problem where programs have to tell it from others of its code; the code's own name otherwise. */
  readonly problem: string;

  constructor(
    code: ErrorCode,
    message: string,
    options: { cause?: unknown; errors?: readonly FieldError[]; problem?: string } = {},
  ) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.errors = options.errors ?? [];
    this.problem = options.problem ?? code.toLowerCase().replaceAll('_', '-');
  }

  get status(): (typeof ERROR_STATUS)[ErrorCode] {
    return ERROR_STATUS[this.code];
  }
}
