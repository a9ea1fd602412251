import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

/** A feature's router: route values carry their schemas, and what fails them is one INVALID with pointers. */
export const createRouter = (): OpenAPIHono<AppEnv> =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result) => {
      if (result.success) return;
      const errors = result.error.issues.map((issue) => ({
        pointer: toPointer(issue.path),
        detail: issue.message,
      }));
      throw new AppError('INVALID', `The ${result.target} is not valid: ${errors[0]?.detail ?? 'unknown'}`, {
        errors,
      });
    },
  });

/** RFC 6901: the whole body is the empty pointer. */
const toPointer = (path: readonly PropertyKey[]): string =>
  path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
