import type { Context, Next } from 'hono';
import type { SignedInViewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { sha256Hex } from '#worker/accounts/secret-token.ts';
import { AppError } from './app-error.ts';
import { tagOfContent } from './entity-tag.ts';
import { isKept, KEPT_HEADERS, readIdempotencyKey, TELLING_HEADERS } from './idempotency-key.ts';
import { claimKey, keepAnswer, releaseKey, type FirstRequest } from './idempotency.queries.ts';
import { PROBLEM_TYPE } from './problem.ts';
import { openSealedText, sealText } from './sealed-text.ts';

/** Larger answers are not kept: a repeat hears that it was done. */
const MOST_CHARACTERS = 64 * 1024;

/**
 * Runs the rest of a request; a POST that names an `Idempotency-Key` runs once, and its repeats hear what the first was
 * answered (draft-ietf-httpapi-idempotency-key-header). Other requests cost nothing.
 */
export async function answerOnce(c: Context<AppEnv>, next: Next): Promise<Response | undefined> {
  const header = c.req.method === 'POST' ? c.req.header('idempotency-key') : undefined;
  const viewer = c.get('viewer');
  if (header === undefined || viewer.kind === 'anonymous') {
    await next();
    return undefined;
  }
  const key = readIdempotencyKey(header);
  const requestHash = await hashOf(c);
  const claim = await claimKey(c.get('db'), viewer, { key, requestHash });
  if ('first' in claim) return repeat(c, viewer, requestHash, claim.first);
  const cookieCount = countCookies(c);
  await next();
  // A session, or a link that was opened: what the cookies carry is not handed out twice.
  const isSecret = countCookies(c) > cookieCount;
  await keep(c, viewer, { claimId: claim.claimId, requestHash, isSecret });
  return undefined;
}

/** Method, address, body, and the headers that tell what is wanted. */
async function hashOf(c: Context<AppEnv>): Promise<string> {
  const { pathname, search } = new URL(c.req.url);
  // A copy: the handler reads the body for itself, in its own way.
  const body = await c.req.raw.clone().arrayBuffer();
  const said = TELLING_HEADERS.map((name) => c.req.header(name) ?? '');
  return sha256Hex(JSON.stringify([c.req.method, pathname + search, ...said, await tagOfContent(body)]));
}

async function repeat(
  c: Context<AppEnv>,
  viewer: SignedInViewer,
  requestHash: string,
  first: FirstRequest | undefined,
): Promise<Response> {
  if (first && first.requestHash !== requestHash)
    throw new AppError('CONFLICT', 'This Idempotency-Key was used for another request. Take a new one.');
  if (!first || first.status === null) {
    c.header('retry-after', '1');
    throw new AppError('CONFLICT', 'The first request with this Idempotency-Key is still under way.');
  }
  const sealedFor = contextOf(viewer, requestHash);
  const body = first.body === null ? undefined : await openSealedText(secretOf(c), sealedFor, first.body);
  if (body === undefined)
    throw new AppError(
      'CONFLICT',
      'This was carried out when it was asked first. Its answer was not kept, or cannot be read any more.',
    );
  const headers = new Headers(first.headers ?? {});
  headers.set('idempotency-replayed', 'true');
  const told = body.replace(/"instance":"[^"]*"/, (instance) =>
    headers.get('content-type') === PROBLEM_TYPE ? `"instance":"${c.get('requestId')}"` : instance,
  );
  return new Response(told === '' ? null : told, { status: first.status, headers });
}

/** Keeps what was answered, or frees the key for another try. The answer goes out in any case. */
async function keep(
  c: Context<AppEnv>,
  viewer: SignedInViewer,
  { claimId, requestHash, isSecret }: { claimId: string; requestHash: string; isSecret: boolean },
): Promise<void> {
  const db = c.get('db');
  const { status, headers } = c.res;
  try {
    if (!isKept(status)) return void (await releaseKey(db, viewer, claimId));
    const text = await c.res.clone().text();
    const isTold = text.length <= MOST_CHARACTERS && !isSecret;
    await keepAnswer(db, viewer, claimId, {
      status,
      headers: Object.fromEntries(
        KEPT_HEADERS.flatMap((name) => {
          const value = headers.get(name);
          return value === null ? [] : [[name, value]];
        }),
      ),
      body: isTold ? await sealText(secretOf(c), contextOf(viewer, requestHash), text) : null,
    });
  } catch (cause) {
    // The key frees itself in a minute.
    console.error(JSON.stringify({ level: 'error', requestId: c.get('requestId'), message: String(cause) }));
  }
}

const countCookies = (c: Context<AppEnv>): number => c.res.headers.getSetCookie().length;

/** What else the secret signs has a purpose of its own. */
const secretOf = (c: Context<AppEnv>): string => `${c.env.TICKET_SECRET}\nanswers kept for repeats`;

const contextOf = ({ userId }: SignedInViewer, requestHash: string): string => `${userId} ${requestHash}`;
