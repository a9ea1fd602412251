import type { Room } from './room.ts';
import { thingKey, type Thing } from './state/thing.ts';
import { appendLog, listLogAfter, type LogKind } from './storage/log.ts';

/** Unwritten entries looked at; beyond them a thing may be queued twice, which changes nothing. */
const QUEUE_LOOKED_AT = 5_000;

/**
 * Logs things once more, so that the flush writes them as they stand; what waits to be written anyway is left as it
 * is. Nobody is told, since nothing has changed. Answers how many were queued.
 */
export function requeue(room: Room, things: readonly (Thing & { kind: LogKind })[]): number {
  const { sql, facts } = room;
  const queued = new Set(listLogAfter(sql, facts.flushedSeq, QUEUE_LOOKED_AT).map(thingKey));
  const missing = things.filter((thing) => !queued.has(thingKey(thing)));
  if (missing.length === 0) return 0;
  const atMs = room.nowMs();
  room.transact(() => {
    for (const [index, { kind, entityId, userId }] of missing.entries())
      appendLog(sql, {
        seq: facts.seq + index + 1,
        opId: '',
        kind: uncounted(kind),
        entityId,
        userId,
        atMs,
      });
  });
  facts.seq += missing.length;
  room.requestFlush(0);
  return missing.length;
}

/** A comment that is written again neither comes nor goes: the log's comment count must not move. */
const uncounted = (kind: LogKind): LogKind => (kind.startsWith('comment.') ? 'comment.edit' : kind);
