import { z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { ERROR_CODES, ERROR_STATUS, type ErrorCode } from '#protocol/error.ts';
import { AppError } from './app-error.ts';
import type { AppEnv } from '#worker/context.ts';

export const PROBLEM_TYPE = 'application/problem+json';

/** RFC 9457 body of every failed request. */
export const Problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** The request's id, to be quoted when asking for help. */
    instance: z.string(),
    code: z.enum(ERROR_CODES),
    errors: z.array(z.object({ pointer: z.string(), detail: z.string() })),
  })
  .openapi('Problem');

const TITLES: Record<ErrorCode, string> = {
  INVALID: 'The request is not valid',
  UNAUTHENTICATED: 'Sign-in needed',
  NO_CREDITS: 'Not enough credits',
  FORBIDDEN: 'Not allowed',
  NOT_FOUND: 'Not found',
  CONFLICT: 'In conflict with the present state',
  STALE: 'Changed in the meantime',
  TOO_LARGE: 'Too large',
  UNSUPPORTED_MEDIA: 'Unsupported media type',
  RATE_LIMITED: 'Too many requests',
  INTERNAL: 'Something went wrong on our side',
  UPSTREAM: 'A service we depend on failed',
  UNAVAILABLE: 'Not available right now',
  ROOM_FULL: 'The room is full',
};

/** The one door out for failures: known ones tell their story, unknown ones say nothing but an id. */
export function toProblemResponse(
  error: unknown,
  c: Context<AppEnv>,
  { status, headers }: { status?: 405 | 414 | 416 | 501; headers?: Record<string, string> } = {},
): Response {
  const known = toKnown(error);
  const failure =
    known ?? new AppError('INTERNAL', 'Nothing was lost. Try again, and quote the request id if it stays.');
  if (!known || failure.status >= 500) logFailure(error, c);
  const body: z.infer<typeof Problem> = {
    type: `urn:lockstep:problem:${failure.problem}`,
    title: TITLES[failure.code],
    status: status ?? failure.status,
    detail: failure.message,
    instance: c.get('requestId') ?? '',
    code: failure.code,
    errors: [...failure.errors],
  };
  return c.body(JSON.stringify(body), status ?? failure.status, {
    ...headers,
    'content-type': PROBLEM_TYPE,
    'cache-control': 'no-store',
  });
}

/** Hono throws its own exceptions for bodies it cannot read; they become ours here. */
function toKnown(error: unknown): AppError | undefined {
  if (error instanceof AppError) return error;
  if (!(error instanceof HTTPException) || error.status >= 500) return undefined;
  const code = ERROR_CODES.find((candidate) => ERROR_STATUS[candidate] === error.status) ?? 'INVALID';
  return new AppError(code, error.message || TITLES[code], { cause: error });
}

function logFailure(error: unknown, c: Context<AppEnv>): void {
  const { message, stack, cause } = error instanceof Error ? error : new Error(String(error));
  const source = cause instanceof Error ? cause.message : undefined;
  console.error(
    JSON.stringify({
      level: 'error',
      requestId: c.get('requestId'),
      path: c.req.path,
      message,
      source,
      stack,
    }),
  );
}
