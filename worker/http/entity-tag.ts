import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from './app-error.ts';

/** A strong entity tag from whatever changes with every edit (versions, moments, ids). */
export const entityTag = (...parts: (string | number)[]): string => `"${parts.join('.')}"`;

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
