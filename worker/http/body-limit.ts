import { bodyLimit } from 'hono/body-limit';
import type { MiddlewareHandler } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

const MOST_BYTES = 1024 * 1024;

const limit = bodyLimit({
  maxSize: MOST_BYTES,
  onError: () => {
    throw new AppError('TOO_LARGE', 'The request body is larger than 1 MiB.');
  },
});

const BRINGS_A_FILE = /^\/api\/(uploads\/|assets\/[^/]+\/content$)/;

/**
 * JSON bodies are small; files bring their own limit and are streamed, so they pass untouched. No POST brings one: its body
 * is read whole where it names an `Idempotency-Key`.
 */
export const apiBodyLimit: MiddlewareHandler<AppEnv> = (c, next) =>
  c.req.method !== 'POST' && BRINGS_A_FILE.test(c.req.path) ? next() : limit(c, next);
