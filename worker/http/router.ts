import { OpenAPIHono } from '@hono/zod-openapi';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

/** A feature's router: route values carry their schemas, and what fails them is one INVALID with pointers. */
export const createRouter = (): OpenAPIHono<AppEnv> =>
  new OpenAPIHono<AppEnv>({
    defaultHook: (result, c) => {
      if (result.success) return;
      if (result.target === 'json' && !isJson(c.req.header('content-type')))
        throw new AppError(
          'UNSUPPORTED_MEDIA',
          'Send the body as JSON, with Content-Type: application/json.',
        );
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

const isJson = (type: string | undefined): boolean =>
  /^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type ?? '');
