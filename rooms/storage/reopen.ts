import type { Reopened } from '#rooms/flush/postgres.ts';
import { EMOJIS } from '#protocol/emojis.ts';
import type { ReactionCount } from '#protocol/reaction.ts';
import type { KnownReactions, KnownScreening } from '#rooms/flush/opening.ts';
import type { StoredScreening } from '#rooms/state/screening.ts';
import { takeInAttendees } from './attendees.ts';
import { countComments, findComment, writeComment } from './comments.ts';
import { findFacts, writeFacts, type Facts } from './facts.ts';
import { countLikes, findLike, VIDEO, writeLike } from './likes.ts';
import { countCommentsBetween } from './log.ts';
import { rememberOp } from './ops.ts';
import { findProgress, writeProgress } from './progress.ts';
import { raiseReactions } from './reactions.ts';
import { findScreening, writeScreening } from './screenings.ts';
import type { RoomSql } from './sql.ts';

/** Playback is not in Postgres: it stands at the start, under a revision no client has seen a greater one of. */
const REVISIONS_PER_EPOCH = 1_000_000;

/**
 * Takes in what Postgres knows, in one transaction of the caller's. What the room still has and Postgres has not
 * stays and is flushed under the new epoch; of two versions the greater wins.
 */
export function takeIn(sql: RoomSql, videoId: string, known: Reopened): Facts {
  const before = findFacts(sql);
  let seq = before?.seq ?? 0;
  for (const comment of known.comments) {
    const row = findComment(sql, comment.id);
    if (row && row.comment.version >= comment.version) continue;
    if (!row) seq += 1;
    writeComment(sql, { seq: row?.seq ?? seq, comment });
    if (!row)
      rememberOp(sql, comment.id, { type: 'comment.post', userId: comment.authorId, seq, answer: null });
  }
  for (const { userId, target, atMs } of known.likes)
    if (!findLike(sql, userId, target)) writeLike(sql, { userId, target, isLiked: true, atMs });
  raiseReactions(sql, known.reactions.flatMap(countsOf));
  for (const progress of known.progress)
    if ((findProgress(sql, progress.userId)?.atMs ?? 0) < progress.atMs) writeProgress(sql, progress);
  for (const screening of known.screenings)
    if (!findScreening(sql, screening.id)) writeScreening(sql, atStart(screening, known.epoch));
  takeInAttendees(sql, known.attendees);
  const flushedSeq = before?.flushedSeq ?? seq;
  writeFacts(sql, {
    videoId,
    epoch: known.epoch,
    seq,
    flushedSeq,
    failures: 0,
    durationSeconds: known.durationSeconds,
    // Counted, not taken over: what the room has kept and Postgres has not counts too.
    likeCount: countLikes(sql, VIDEO),
    commentCount: countComments(sql) - countCommentsBetween(sql, flushedSeq, seq),
  });
  const facts = findFacts(sql);
  if (!facts) throw new Error('A room was opened without facts.');
  return facts;
}

const countsOf = ({ second, counts }: KnownReactions): ReactionCount[] =>
  EMOJIS.flatMap((emoji) => {
    const count = counts[emoji] ?? 0;
    return count > 0 ? { second, emoji, count } : [];
  });

const atStart = (screening: KnownScreening, epoch: number): StoredScreening => ({
  ...screening,
  hostConnectionId: null,
  touchedAtMs: screening.startedAtMs,
  control: { asking: [], granted: [] },
  playback: {
    revision: epoch * REVISIONS_PER_EPOCH,
    isPlaying: false,
    positionSeconds: 0,
    rate: 1,
    atServerMs: screening.startedAtMs,
    byConnectionId: null,
    byName: null,
    awaited: [],
  },
});
