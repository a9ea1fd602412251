import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

/** A strong entity tag from whatever changes with every edit (versions, moments, ids). */
export const entityTag = (...parts: (string | number)[]): string => `"${parts.join('.')}"`;

/** The tag of whatever has no version of its own: what is answered, hashed. */
export async function tagOfContent(content: string | ArrayBuffer): Promise<string> {
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return entityTag(Array.from(digest.subarray(0, 12), (byte) => byte.toString(16).padStart(2, '0')).join(''));
}

/**
 * On the way out of every described GET: what is answered as JSON has a tag, by its content where the handler set
 * none, and whoever has it already gets a 304 instead.
 */
export async function tagAnswer(c: Context<AppEnv>): Promise<void> {
  const { headers, status } = c.res;
  if (!['GET', 'HEAD'].includes(c.req.method) || status !== 200) return;
  if (!headers.get('content-type')?.startsWith('application/json')) return;
  const tag = headers.get('etag') ?? (await tagOfContent(await c.res.clone().arrayBuffer()));
  c.header('etag', tag);
  if (!isNotModified(c, tag)) return;
  const kept = new Headers(c.res.headers);
  for (const name of ['content-type', 'content-length']) kept.delete(name);
  c.res = undefined;
  c.res = new Response(null, { status: 304, headers: kept });
}

/** Whether the client already has this version: answer 304 without a body. */
export const isNotModified = (c: Context<AppEnv>, tag: string): boolean =>
  listed(c.req.header('if-none-match'), tag);

/**
 * Lost updates are refused: an edit that names the version it was made from fails with STALE when there is a
 * newer one. Without If-Match the last writer wins, as before the client cared.
 */
export function requireMatch(c: Context<AppEnv>, tag: string): void {
  const wanted = c.req.header('if-match');
  if (wanted === undefined || listed(wanted, tag)) return;
  throw new AppError(
    'STALE',
    'Somebody changed this in the meantime. Load it again, then repeat your change.',
  );
}

function listed(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  if (header.trim() === '*') return true;
  const candidates = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
  return candidates.includes(tag);
}
