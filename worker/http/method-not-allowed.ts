import type { Hono } from 'hono';
import { methodNotAllowed } from 'hono/method-not-allowed';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';
import { toProblemResponse } from './problem.ts';

/** A known address asked with another method: 405 with Allow (RFC 9110), INVALID to programs. OPTIONS is told the same. */
export const methodNotAllowedOn = (app: Hono<AppEnv>) =>
  methodNotAllowed({
    app,
    onMethodNotAllowed: (c, methods) => {
      const allowed = methods.join(', ');
      if (c.req.method === 'OPTIONS') return c.body(null, 204, { allow: `${allowed}, OPTIONS` });
      const failure = new AppError('INVALID', `This address answers ${allowed} only.`);
      return toProblemResponse(failure, c, { status: 405, headers: { allow: allowed } });
    },
  });
