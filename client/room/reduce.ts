import type { Ack } from '#protocol/ack.ts';
import type { CommentView } from '#protocol/comment.ts';
import type { Down } from '#protocol/down.ts';
import type { RoomEvent } from '#protocol/event.ts';
import type { Presence } from '#protocol/presence.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { ConnectionState } from './connection-state.ts';
import { commentCountChange, mergeComments, withLikeCount } from './comments.ts';
import { leaveEnded, withAnswered, withControl, withPlayback, withScreening } from './screenings.ts';
import { byAge } from './outbox.ts';
import { withReactions } from './reactions.ts';
import type { PendingOp, RoomState } from './room-state.ts';
import { withoutUnsent, withUnsent, type UnsentOp } from './unsent.ts';
import { applyWelcome } from './welcome.ts';

export type RoomChange =
  | { kind: 'connection'; connection: ConnectionState }
  | { kind: 'frame'; frame: Down }
  | { kind: 'made'; pending: PendingOp }
  | { kind: 'dropped'; opId: string }
  | { kind: 'unsent'; unsent: UnsentOp }
  | { kind: 'read'; comments: readonly CommentView[] };

/** The one way a room's state moves. Pure; a change that says nothing new answers the same object. */
export function reduce(state: RoomState, change: RoomChange): RoomState {
  switch (change.kind) {
    case 'connection':
      return { ...state, connection: change.connection };
    case 'made':
      return { ...state, pending: byAge(state.pending, change.pending) };
    case 'dropped':
      return withoutPending(withoutUnsent(state, change.opId), change.opId);
    case 'unsent':
      return withUnsent(withoutPending(state, change.unsent.op.id), change.unsent);
    case 'read':
      return withComments(state, mergeComments(state.comments, change.comments));
    case 'frame':
      return applyFrame(state, change.frame);
  }
}

function applyFrame(state: RoomState, frame: Down): RoomState {
  switch (frame.t) {
    case 'welcome':
      return applyWelcome(state, frame, applyEvent);
    case 'events': {
      // A coalesced frame may reach back over what a welcome has already told.
      const isKnown = (event: RoomEvent) =>
        state.position?.epoch === frame.epoch && event.seq <= state.position.seq;
      const next = frame.events.filter((event) => !isKnown(event)).reduce(applyEvent, state);
      const seq = Math.max(frame.seq, state.position?.epoch === frame.epoch ? state.position.seq : 0);
      return { ...next, position: { epoch: frame.epoch, seq } };
    }
    case 'ack':
      return applyAck(state, frame);
    case 'refuse':
      return frame.id ? withoutPending(state, frame.id) : state;
    case 'playback':
      return withPlayback(state, frame.screeningId, frame.playback);
    case 'presence':
      return applyPresence(state, frame);
    case 'control':
      return withControl(state, frame.screeningId, frame.control);
    case 'skew':
      if (state.screening?.id !== frame.screeningId) return state;
      return { ...state, skew: { reporting: frame.reporting, p50Ms: frame.p50Ms, p95Ms: frame.p95Ms } };
    case 'persist':
      return { ...state, persist: frame.persist };
    case 'pointers':
    case 'ink':
    case 'mark':
    case 'bye':
      return state;
  }
}

function applyEvent(state: RoomState, event: RoomEvent): RoomState {
  switch (event.kind) {
    case 'comment': {
      const change = commentCountChange(state.comments, event.comment);
      const video = { ...state.video, commentCount: Math.max(state.video.commentCount + change, 0) };
      return { ...state, video, comments: mergeComments(state.comments, [event.comment]) };
    }
    case 'like': {
      const { commentId, likeCount } = event.like;
      if (commentId === null) return { ...state, video: { ...state.video, likeCount } };
      return withComments(state, withLikeCount(state.comments, commentId, likeCount));
    }
    case 'reaction':
      return { ...state, reactions: withReactions(state.reactions, [event.reaction]) };
    case 'screening':
      return leaveEnded(withScreening(state, event.screening));
  }
}

/** An ack is the op's effect, ahead of the broadcast. It does not move `position`: others' events may lie between. */
function applyAck(state: RoomState, ack: Ack): RoomState {
  const op = state.pending.find((one) => one.op.id === ack.id)?.op;
  const next = withoutPending(state, ack.id);
  const { result } = ack;
  switch (result.kind) {
    case 'comment':
      return applyEvent(next, { kind: 'comment', seq: ack.seq, comment: result.comment });
    case 'like':
      return applyOwnLike(
        isOutdated(state, ack) ? next : applyEvent(next, { kind: 'like', seq: ack.seq, like: result.like }),
        result.like.commentId,
        result.isLiked,
      );
    case 'screening':
      return withAnswered(next, op?.t ?? 'screening.join', {
        ...result,
        screening: newestOf(state, ack, result.screening),
      });
    case 'playback':
      return next.screening ? withPlayback(next, next.screening.id, result.playback) : next;
    case 'control':
      return next.screening ? withControl(next, next.screening.id, result.control) : next;
    case 'reaction':
      return applyEvent(next, { kind: 'reaction', seq: ack.seq, reaction: result.reaction });
    case 'progress':
      return next.you ? { ...next, you: { ...next.you, progress: result.progress } } : next;
    case 'none':
      if (op?.t === 'screening.leave') return { ...next, screening: null, skew: null };
      return next;
  }
}

/** Counts that were told since are newer than those of a repeat's first answer. */
const isOutdated = ({ position }: RoomState, { epoch, seq }: Ack): boolean =>
  position !== null && (epoch < position.epoch || (epoch === position.epoch && seq <= position.seq));

/** A repeat is answered as the first time; what has been told since is newer. */
function newestOf(
  { position, screenings }: RoomState,
  { epoch, seq }: Ack,
  answered: ScreeningSummary,
): ScreeningSummary {
  const isOld = position?.epoch === epoch && seq <= position.seq;
  return (isOld && screenings.get(answered.id)) || answered;
}

function applyOwnLike(state: RoomState, commentId: string | null, isLiked: boolean): RoomState {
  if (commentId === null) return { ...state, video: { ...state.video, isLikedByYou: isLiked } };
  const likedCommentIds = new Set(state.likedCommentIds);
  if (isLiked) likedCommentIds.add(commentId);
  else likedCommentIds.delete(commentId);
  return { ...state, likedCommentIds };
}

function applyPresence(state: RoomState, frame: Presence): RoomState {
  const people = new Map(state.presence.people);
  for (const connectionId of frame.gone) people.delete(connectionId);
  for (const person of frame.upserts) people.set(person.connectionId, person);
  return { ...state, presence: { total: frame.total, people } };
}

const withComments = (state: RoomState, comments: RoomState['comments']): RoomState =>
  comments === state.comments ? state : { ...state, comments };

function withoutPending(state: RoomState, opId: string): RoomState {
  const pending = state.pending.filter((one) => one.op.id !== opId);
  return pending.length === state.pending.length ? state : { ...state, pending };
}
