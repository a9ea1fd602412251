import type { Context } from 'hono';
import type { z } from 'zod';
import type { AppEnv } from '#worker/context.ts';
import { toAuthError } from './auth-problem.ts';
import { passCookies, withAuth } from './with-auth.ts';

/**
 * Lets better-auth answer what its own route at this address answers: its cookies go on, of its body what `schema` names.
 * What it refuses becomes one of our own problems.
 */
export async function handOver<T>(c: Context<AppEnv>, input: object, schema: z.ZodType<T>): Promise<T> {
  const { url, method, headers } = c.req.raw;
  const request = new Request(url, { method, headers: jsonHeaders(headers), body: JSON.stringify(input) });
  const answer = await withAuth(c, (auth) => auth.handler(request));
  if (answer.status >= 400) throw await toAuthError(answer);
  passCookies(c, answer.headers);
  return schema.parse(await answer.json());
}

function jsonHeaders(source: Headers): Headers {
  const headers = new Headers(source);
  headers.set('content-type', 'application/json');
  headers.delete('content-length');
  return headers;
}
