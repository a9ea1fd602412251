import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';
import { toProblemResponse } from './problem.ts';

const MOST_CHARACTERS = 8192;

/** An address longer than any of ours: 414 (RFC 9110), INVALID to programs. */
export const addressLimit: MiddlewareHandler<AppEnv> = async (c, next) => {
  if (c.req.url.length <= MOST_CHARACTERS) return next();
  const failure = new AppError('INVALID', `An address has at most ${MOST_CHARACTERS} characters.`);
  return toProblemResponse(failure, c, { status: 414 });
};
