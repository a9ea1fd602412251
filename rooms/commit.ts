import type { Ack, Refuse } from '#protocol/ack.ts';
import type { UpOp } from '#protocol/up.ts';
import { eventOf } from './events.ts';
import { makeWay } from './housekeeping.ts';
import { handleOp } from './handlers/ops.ts';
import { leaveBehind } from './handlers/membership.ts';
import { followRepeat } from './handlers/repeat.ts';
import { Refusal } from './refusal.ts';
import type { Change, Room, Sender } from './room.ts';
import { appendLog, type LogEntry } from './storage/log.ts';
import { findOp, rememberOp } from './storage/ops.ts';
import { findComment } from './storage/comments.ts';
import { viewOf } from './state/comment.ts';

/** From an op's commit to its row in Postgres, while healthy: this, one request, and the way there. */
export const FLUSH_DELAY_MS = 250;

/** Makes the op's change durable, or refuses it. Never throws; a repeat gets the first answer again (R11). */
export function commitOp(room: Room, sender: Sender, op: UpOp, answer: (frame: Ack | Refuse) => void): void {
  try {
    const repeated = findRepeat(room, sender, op);
    if (repeated) {
      answer(repeated);
      logging(() => followRepeat(room, sender, op, repeated));
      return;
    }
    takeFromBudget(room, sender);
    if (op.t === 'screening.start') makeWay(room, sender, op);
    const cameFrom = sender.peer?.seat.screeningId ?? null;
    const { entry, change, ack } = room.transact(() => write(room, sender, op));
    settle(room, entry, change, () => answer(ack));
    logging(() => leaveBehind(room, sender.peer, cameFrom));
  } catch (error) {
    answer(refuseOf(op.id, error));
  }
}

function write(room: Room, sender: Sender, op: UpOp): { entry: LogEntry; change: Change; ack: Ack } {
  const change = handleOp(room, sender, op);
  const entry = entryOf(room, { ...change, opId: op.id, userId: sender.identity.userId });
  const ack: Ack = { t: 'ack', id: op.id, epoch: room.facts.epoch, seq: entry.seq, result: change.result };
  appendLog(room.sql, entry);
  rememberOp(room.sql, op.id, { type: op.t, userId: entry.userId, seq: entry.seq, answer: ack });
  return { entry, change, ack };
}

/** Logs what happened without an op: nobody is answered. `change` is told the entry's seq. */
export function commitNote(
  room: Room,
  note: Pick<LogEntry, 'kind' | 'entityId' | 'userId'> & { opId?: string },
  change: (seq: number) => void,
): void {
  const entry = entryOf(room, { opId: '', ...note });
  room.transact(() => {
    change(entry.seq);
    appendLog(room.sql, entry);
  });
  settle(room, entry, {}, () => {});
}

const entryOf = (room: Room, note: Pick<LogEntry, 'opId' | 'kind' | 'entityId' | 'userId'>): LogEntry => ({
  seq: room.facts.seq + 1,
  opId: note.opId,
  kind: note.kind,
  entityId: note.entityId,
  userId: note.userId,
  atMs: room.nowMs(),
});

/** After the commit: memory follows, the sender first, then everyone, then Postgres. */
function settle(
  room: Room,
  entry: LogEntry,
  change: Pick<Change, 'afterCommit' | 'isUrgent'> & Partial<Pick<Change, 'result'>>,
  answer: () => void,
): void {
  room.facts.seq = entry.seq;
  if (entry.kind === 'comment.post') room.facts.commentCount += 1;
  if (entry.kind === 'comment.delete') room.facts.commentCount -= 1;
  room.requestFlush(change.isUrgent ? 0 : FLUSH_DELAY_MS);
  logging(answer);
  logging(() => change.afterCommit?.());
  logging(() => {
    const event = eventOf(room, entry, change.result);
    // Who is in a screening changes with everyone who comes and goes.
    if (event) room.outbox.queue(event, { canWait: entry.kind === 'attendance' });
  });
  logging(() => room.outbox.nudge());
}

/** What follows a commit cannot undo it: the answer stands, and our bug is told to ourselves. */
function logging(run: () => void): void {
  try {
    run();
  } catch (error) {
    logError(error);
  }
}

/** What one person may do, on whatever sockets and over REST; a repeat costs nothing (R63). */
function takeFromBudget({ guard, nowMs }: Room, { identity, peer }: Sender): void {
  const { userId } = identity;
  const takeNameless = (): number => (peer ? guard.takeNamelessOp(peer.id, nowMs()) : 0);
  const waitMs = userId === null ? takeNameless() : guard.takeOp(userId, nowMs());
  if (waitMs > 0) throw new Refusal('RATE_LIMITED', 'Too much at once. Slow down.', waitMs);
}

function findRepeat(room: Room, { identity }: Sender, op: UpOp): Ack | undefined {
  const known = findOp(room.sql, op.id);
  if (!known) return undefined;
  if (known.type !== op.t || known.userId !== identity.userId)
    throw new Refusal('CONFLICT', 'This id has already been used for something else.');
  if (known.answer) return known.answer;
  const row = findComment(room.sql, op.id);
  if (!row) throw new Refusal('CONFLICT', 'This was already done.');
  const result = { kind: 'comment' as const, comment: viewOf(row.comment) };
  return { t: 'ack', id: op.id, epoch: room.facts.epoch, seq: known.seq, result };
}

export function refuseOf(id: string | null, error: unknown): Refuse {
  if (error instanceof Refusal)
    return { t: 'refuse', id, code: error.code, message: error.message, retryAfterMs: error.retryAfterMs };
  logError(error);
  return { t: 'refuse', id, code: 'INTERNAL', message: 'The room could not do that. Nothing was changed.' };
}

function logError(error: unknown): void {
  const told = { level: 'error', where: 'room', message: String(error), stack: stackOf(error) };
  console.error(JSON.stringify(told));
}

const stackOf = (error: unknown): string | undefined => (error instanceof Error ? error.stack : undefined);
