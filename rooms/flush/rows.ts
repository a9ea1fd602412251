import type { Drawing } from '#protocol/drawing.ts';
import type { ReactionCount } from '#protocol/reaction.ts';
import type { Recap } from '#protocol/recap.ts';
import type { StoredComment } from '#rooms/state/comment.ts';
import type { StoredScreening } from '#rooms/state/screening.ts';
import { findAttendee, type Attendee } from '#rooms/storage/attendees.ts';
import { parseMomentKey } from '#rooms/state/reaction.ts';
import { findComment, findDrawing } from '#rooms/storage/comments.ts';
import type { Facts } from '#rooms/storage/facts.ts';
import { findLike, VIDEO, type Like } from '#rooms/storage/likes.ts';
import { listLogAfter, type LogEntry } from '#rooms/storage/log.ts';
import { findProgress, type StoredProgress } from '#rooms/storage/progress.ts';
import { countReactions } from '#rooms/storage/reactions.ts';
import { findRecap } from '#rooms/storage/recaps.ts';
import { findScreening } from '#rooms/storage/screenings.ts';
import type { RoomSql } from '#rooms/storage/sql.ts';

/** Part of the log's unflushed end: what it touched, as that stands now. Writing it twice changes nothing. */
export interface Batch {
  videoId: string;
  epoch: number;
  /** The room's own newest, to tell a repeated write from lost storage. */
  roomSeq: number;
  upToSeq: number;
  entries: LogEntry[];
  comments: { seq: number; comment: StoredComment; drawing: Drawing | null }[];
  likes: Like[];
  reactions: ReactionCount[];
  progress: StoredProgress[];
  screenings: (StoredScreening & { recap: Recap | null })[];
  attendees: Attendee[];
}

/** The next at most `limit` unflushed entries; undefined when Postgres has everything. */
export function nextBatch(sql: RoomSql, facts: Facts, limit: number): Batch | undefined {
  if (facts.flushedSeq >= facts.seq) return undefined;
  const entries = listLogAfter(sql, facts.flushedSeq, limit);
  const last = entries.at(-1);
  if (!last) return undefined;
  const of = (...kinds: LogEntry['kind'][]) => entries.filter((entry) => kinds.includes(entry.kind));
  const commentIds = unique(
    of('comment.post', 'comment.edit', 'comment.delete', 'comment.resolve', 'like')
      .map((entry) => entry.entityId)
      .filter((id) => id !== VIDEO),
  );
  const likes = uniqueBy(of('like'), (entry) => `${entry.userId} ${entry.entityId}`);
  const attendance = uniqueBy(of('attendance', 'screening'), (entry) => `${entry.userId} ${entry.entityId}`);
  return {
    videoId: facts.videoId,
    epoch: facts.epoch,
    roomSeq: facts.seq,
    upToSeq: last.seq,
    entries,
    comments: commentIds.flatMap((id) => findDrawn(sql, id) ?? []),
    likes: likes.flatMap(({ userId, entityId }) => (userId && findLike(sql, userId, entityId)) || []),
    reactions: unique(of('reaction').map((entry) => entry.entityId)).flatMap(
      (key) => findReaction(sql, key) ?? [],
    ),
    progress: unique(of('progress').flatMap(({ userId }) => userId ?? [])).flatMap(
      (userId) => findProgress(sql, userId) ?? [],
    ),
    screenings: unique(of('screening', 'attendance').map((entry) => entry.entityId)).flatMap(
      (id) => findScreeningWithRecap(sql, id) ?? [],
    ),
    attendees: attendance.flatMap(
      ({ userId, entityId }) => (userId && findAttendee(sql, entityId, userId)) || [],
    ),
  };
}

function findDrawn(sql: RoomSql, id: string): Batch['comments'][number] | undefined {
  const row = findComment(sql, id);
  return row && { ...row, drawing: row.comment.hasDrawing ? findDrawing(sql, row.seq) : null };
}

function findScreeningWithRecap(sql: RoomSql, id: string): Batch['screenings'][number] | undefined {
  const screening = findScreening(sql, id);
  return (
    screening && { ...screening, recap: screening.endedAtMs === null ? null : (findRecap(sql, id) ?? null) }
  );
}

function findReaction(sql: RoomSql, key: string): ReactionCount | undefined {
  const at = parseMomentKey(key);
  const count = at ? countReactions(sql, at) : 0;
  return at && count > 0 ? { ...at, count } : undefined;
}

const unique = (ids: readonly string[]): string[] => [...new Set(ids)];

const uniqueBy = <T>(items: readonly T[], keyOf: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [keyOf(item), item])).values(),
];
