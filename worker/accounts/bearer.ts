import type { Context } from 'hono';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { hasLeft, limitByAddress } from '#worker/http/rate-limit.ts';
import { isApiKey } from './api-key.ts';
import { findKeyHolder, noteKeyUse, type KeyHolder } from './key-holder.queries.ts';
import { sha256Hex } from './secret-token.ts';

/** What is tried from one address and is no key; beyond it nothing from there is looked up for a while. */
const BAD_KEYS = { name: 'bad-keys', burst: 60, perMinute: 30 };

/** The credential of an `Authorization: Bearer` header; empty where the header names none, undefined without one. */
export const bearerOf = (authorization: string | undefined): string | undefined =>
  /^bearer\b\s*(.*)$/i.exec(authorization ?? '')?.[1];

/**
 * Who shows the request's key, asked of the database once a request; undefined where none is shown. Throws
 * UNAUTHENTICATED for what is no key, or none any more.
 */
export async function holderOf(c: Context<AppEnv>): Promise<KeyHolder | undefined> {
  const token = c.get('bearer');
  if (token === undefined) return undefined;
  const known = c.get('keyHolder');
  if (known) return known;
  const holder = isApiKey(token) ? await lookUp(c, token) : undefined;
  if (!holder) {
    limitByAddress(c, BAD_KEYS);
    c.header('www-authenticate', 'Bearer realm="Lockstep", error="invalid_token"');
    throw new AppError('UNAUTHENTICATED', 'This key is not one of ours, or opens nothing any more.');
  }
  c.set('keyHolder', holder);
  if (!holder.isNoted) c.executionCtx.waitUntil(noteKeyUse(c.get('db'), holder).catch(() => undefined));
  return holder;
}

async function lookUp(c: Context<AppEnv>, token: string): Promise<KeyHolder | undefined> {
  if (!hasLeft(c, BAD_KEYS)) limitByAddress(c, BAD_KEYS);
  return findKeyHolder(c.get('db'), await sha256Hex(token));
}
