import type { UpOp } from '#protocol/up.ts';
import type { PendingOp } from './room-state.ts';

/** Ops under way at once; below the room's burst limit, so that a long outbox drains without refusals. */
export const MOST_IN_FLIGHT = 16;

const HOUR_MS = 3_600_000;

/** How long an op still means what its maker meant: words keep for a day, a pause for seconds. */
export function lifetimeMs(op: UpOp): number {
  if (op.t.startsWith('playback.')) return 5_000;
  if (op.t.startsWith('screening.') || op.t.startsWith('control.')) return 30_000;
  return 24 * HOUR_MS;
}

/** Whether an op is worth keeping over a reload of the page. */
export const isLasting = (op: UpOp): boolean => lifetimeMs(op) >= HOUR_MS;

export const isExpired = (pending: PendingOp, nowMs: number): boolean =>
  nowMs - pending.madeAtMs > lifetimeMs(pending.op);

/** When the first of these runs out of time; undefined when there is none. */
export function nextExpiryMs(pending: readonly PendingOp[]): number | undefined {
  const times = pending.map((one) => one.madeAtMs + lifetimeMs(one.op));
  return times.length > 0 ? Math.min(...times) : undefined;
}

/** The ops that wait, with one more: behind all of its age and older, whenever it was found again. */
export function byAge(pending: readonly PendingOp[], added: PendingOp): PendingOp[] {
  const place = pending.findLastIndex((one) => one.madeAtMs <= added.madeAtMs) + 1;
  return [...pending.slice(0, place), added, ...pending.slice(place)];
}

/** The ops to send now: in the order they were made, none twice on one connection, few at once. */
export function nextToSend(pending: readonly PendingOp[], inFlight: ReadonlySet<string>): PendingOp[] {
  const room = MOST_IN_FLIGHT - inFlight.size;
  return pending.filter((one) => !inFlight.has(one.op.id)).slice(0, Math.max(room, 0));
}

/** Progress that newer progress has overtaken before it went out: nobody needs to learn of both. */
export function listOutdated(pending: readonly PendingOp[], inFlight: ReadonlySet<string>): string[] {
  const progress = pending.filter(({ op }) => op.t === 'progress.set').map(({ op }) => op.id);
  return progress.slice(0, -1).filter((opId) => !inFlight.has(opId));
}
