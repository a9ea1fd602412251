import type { AckResult } from '#protocol/ack.ts';
import type { RoomEvent } from '#protocol/event.ts';
import type { Position } from '#protocol/id.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { Peer } from './connections.ts';
import type { Room } from './room.ts';
import { viewOf } from './state/comment.ts';
import { mergeEvents } from './state/events.ts';
import { parseMomentKey } from './state/reaction.ts';
import { summaryOf, type StoredScreening } from './state/screening.ts';
import { isActingHost } from './state/steering.ts';
import { findComment } from './storage/comments.ts';
import { VIDEO } from './storage/likes.ts';
import { countReactions } from './storage/reactions.ts';
import { findLogBounds, listLogAfter, type LogEntry, type LogKind } from './storage/log.ts';
import { findScreening, listScreenings } from './storage/screenings.ts';

export const summarize = (room: Room, screening: StoredScreening): ScreeningSummary =>
  summarizeWith(screening, room.connections.membersOf(screening.id));

export const summarizeWith = (screening: StoredScreening, members: readonly Peer[]): ScreeningSummary =>
  summaryOf(screening, {
    memberCount: members.length,
    isHostHere: members.some(({ id, seat }) =>
      isActingHost(screening, { ...seat.identity, connectionId: id }),
    ),
  });

/** Every screening that goes on. */
export function summarizeAll(room: Room): ScreeningSummary[] {
  const members = room.connections.membersByScreening();
  return listScreenings(room.sql).map((screening) =>
    summarizeWith(screening, members.get(screening.id) ?? []),
  );
}

/**
 * What an entry tells everyone, by the present state of what it is about; undefined for what only its sender learns.
 * `result` is what its sender was answered just now, if that is known: then it need not be read again.
 */
export function eventOf(
  room: Room,
  entry: Pick<LogEntry, 'seq' | 'kind' | 'entityId'>,
  result?: AckResult,
): RoomEvent | undefined {
  const { seq, kind, entityId } = entry;
  switch (kind) {
    case 'comment.post':
    case 'comment.edit':
    case 'comment.delete':
    case 'comment.resolve': {
      if (result?.kind === 'comment') return { kind: 'comment', seq, comment: result.comment };
      const row = findComment(room.sql, entityId);
      return row && { kind: 'comment', seq, comment: viewOf(row.comment) };
    }
    case 'like': {
      if (entityId === VIDEO) return likeEvent(seq, null, room.facts.likeCount);
      const row = findComment(room.sql, entityId);
      return row && likeEvent(seq, entityId, row.comment.likeCount);
    }
    case 'reaction': {
      const at = parseMomentKey(entityId);
      return at && { kind: 'reaction', seq, reaction: { ...at, count: countReactions(room.sql, at) } };
    }
    case 'screening':
    case 'attendance': {
      const screening = findScreening(room.sql, entityId);
      return screening && { kind: 'screening', seq, screening: summarize(room, screening) };
    }
    case 'progress':
    case 'playback':
    case 'none':
      return undefined;
  }
}

const likeEvent = (seq: number, commentId: string | null, likeCount: number): RoomEvent => ({
  kind: 'like',
  seq,
  like: { commentId, likeCount },
});

/** What is nobody's news but its sender's takes no room in a gap. */
const UNTOLD = new Set<LogKind>(['progress', 'playback', 'none']);

/** Entries read at most to make up a gap: many of them may say nothing, or the same thing. */
const GAP_ENTRIES = 2_000;

/** Everything told since `resume`, or undefined when only a snapshot can say it (R21). */
export function findGap(room: Room, resume: Position): RoomEvent[] | undefined {
  const { epoch, seq } = room.facts;
  if (resume.epoch !== epoch || resume.seq > seq) return undefined;
  if (resume.seq === seq) return [];
  const bounds = findLogBounds(room.sql);
  if (!bounds || resume.seq < bounds.first - 1) return undefined;
  const entries = listLogAfter(room.sql, resume.seq, GAP_ENTRIES + 1);
  if (entries.length > GAP_ENTRIES) return undefined;
  // A comment changed twice is told once, as it stands.
  const told = entries.filter(({ kind }) => !UNTOLD.has(kind));
  const newest = new Map(told.map((entry) => [`${entry.kind.split('.')[0]} ${entry.entityId}`, entry]));
  if (newest.size > LIMITS.gapEvents) return undefined;
  const ordered = [...newest.values()].sort((a, b) => a.seq - b.seq);
  return mergeEvents(ordered.flatMap((entry) => eventOf(room, entry) ?? []));
}
