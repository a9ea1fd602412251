import { v7 as uuidv7 } from 'uuid';
import type { Ack, Refuse } from '#protocol/ack.ts';
import type { Role } from '#protocol/role.ts';
import type { Identity } from '#protocol/ticket.ts';
import { UpOp } from '#protocol/up.ts';
import type { CaughtUp } from '#rooms/catch-up.ts';
import type { Asked } from '#rooms/asked.ts';
import type { FoundScreening, LiveRecap, LiveRoom } from '#rooms/live.ts';
import type { ParkedRow, Retried } from '#rooms/parked.ts';
import type { Compared, Place } from '#rooms/reconcile.ts';
import type { RevokeFilter } from '#rooms/revocation.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { Env } from '#worker/env.ts';
import { AppError } from '#worker/http/app-error.ts';
import { forSure, type Asking } from './for-sure.ts';

/** What a visitor without a name is shown as. */
const NAMELESS = 'Somebody';

/** The viewer as the room knows people. */
export const identityOf = (viewer: Viewer, role: Role): Identity => ({
  userId: viewer.userId,
  name: viewer.name ?? NAMELESS,
  isGuest: viewer.kind !== 'registered',
  role,
});

/** An id for an op that REST makes; a client that may repeat a request brings its own. */
export const newOpId = (): string => uuidv7();

/**
 * Does in the video's room what a socket's op would do, and answers once it is durable there. Throws the room's
 * refusal as an AppError. A database read right after may not see it yet: see `settleRoom`.
 */
export async function applyOp(
  env: Env,
  videoId: string,
  op: UpOp,
  identity: Identity,
): Promise<Ack['result']> {
  // As a socket's frame is: what the room takes in it keeps, and must be able to read again.
  const parsed = UpOp.safeParse(op);
  if (!parsed.success)
    throw new AppError('INVALID', 'The room cannot take this in.', { cause: parsed.error });
  const answer: Ack | Refuse = await reach(
    async () => await env.ROOMS.getByName(videoId).apply(parsed.data, identity),
  );
  if (answer.t === 'refuse') throw errorOf(answer);
  return answer.result;
}

/**
 * Waits, at most a second, until the database has what the room has; whether that was written just now, so that what
 * was read before asking is to be read again. Never throws.
 */
export const settleRoom = (env: Env, videoId: string): Promise<boolean> =>
  reach(async () => await env.ROOMS.getByName(videoId).settle()).catch(() => false);

/** Wakes the room, so that it writes what it holds back. */
export const catchUpRoom = (env: Env, videoId: string): Promise<CaughtUp> =>
  reach(async () => await env.ROOMS.getByName(videoId).catchUp());

/** Compares the room with the database, one page; `place` is the `next` of the page before. */
export const compareRoom = async (env: Env, videoId: string, place: Place | null): Promise<Compared> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).comparePage(place)));

export const getLiveRoom = async (env: Env, videoId: string): Promise<LiveRoom> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).getLive()));

/** Rows the database will not have, oldest first. */
export const listParkedRows = async (
  env: Env,
  videoId: string,
  page: { afterSeq: number; limit: number },
): Promise<ParkedRow[]> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).listParked(page)));

export const retryParkedRow = async (env: Env, videoId: string, seq: number): Promise<Retried> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).retryParked(seq)));

export const findLiveScreening = async (
  env: Env,
  videoId: string,
  screeningId: string,
): Promise<FoundScreening | null> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).findScreening(screeningId)));

/** What a screening has left, as the room has it; null when the room does not know the screening. */
export const findLiveRecap = async (
  env: Env,
  videoId: string,
  screeningId: string,
): Promise<LiveRecap | null> =>
  heard(await reach(async () => await env.ROOMS.getByName(videoId).findRecap(screeningId)));

/** The last one well within the second that a revocation may take. */
const AGAIN_AFTER_MS = [100, 300];

/** Closes the sockets of whoever lost their right; returns how many. Asked again: who was reset is back in a moment. */
export async function revokeInRoom(
  env: Env,
  videoId: string,
  filter: RevokeFilter,
  message?: string,
): Promise<number> {
  const ask = async () => await env.ROOMS.getByName(videoId).revoke(filter, message);
  for (const delayMs of AGAIN_AFTER_MS) {
    const closed = await ask().catch(() => undefined);
    if (closed !== undefined) return closed;
    await new Promise((resolve) => setTimeout(resolve, delayMs));
  }
  return reach(ask);
}

/** The same, behind the answer where the room cannot be reached at once. Never throws: the change itself stands. */
export const revokeForSure = (
  c: Asking,
  videoId: string,
  filter: RevokeFilter,
  message?: string,
): Promise<void> => forSure(c, () => revokeInRoom(c.env, videoId, filter, message), { videoId, filter });

function heard<T>(answer: Asked<T>): T {
  if (!answer.ok) throw errorOf(answer.refusal);
  return answer.value;
}

const errorOf = ({ code, message }: Refuse): AppError => new AppError(code, message);

async function reach<T>(ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (cause) {
    throw new AppError('UNAVAILABLE', 'The room cannot be reached right now. Try again in a moment.', {
      cause,
    });
  }
}
