import type { RoomEvent } from '#protocol/event.ts';
import type { Welcome } from '#protocol/hello.ts';
import { mergeComments } from './comments.ts';
import type { RoomState } from './room-state.ts';

type ApplyEvent = (state: RoomState, event: RoomEvent) => RoomState;

/** A welcome says where the room stands: it replaces what is absolute and fills in what was missed. */
export function applyWelcome(state: RoomState, welcome: Welcome, applyEvent: ApplyEvent): RoomState {
  const { history, you } = welcome;
  const filled = history.kind === 'gap' ? history.events.reduce(applyEvent, state) : state;
  const snapshot = history.kind === 'snapshot' ? history.comments : [];
  const shown =
    history.kind === 'snapshot'
      ? snapshot
      : history.events.flatMap((e) => (e.kind === 'comment' ? [e.comment] : []));
  // What somebody else liked is not one's own.
  const isSame = you.userId === state.you?.userId;
  const likedCommentIds = new Set(isSame ? state.likedCommentIds : []);
  for (const comment of shown) likedCommentIds.delete(comment.id);
  for (const commentId of welcome.likedCommentIds) likedCommentIds.add(commentId);
  const isSameScreening = welcome.screening !== null && welcome.screening.id === state.screening?.id;
  return {
    ...filled,
    you: {
      connectionId: welcome.connectionId,
      userId: you.userId,
      name: you.name,
      role: you.role,
      progress: you.progress,
    },
    position: { epoch: welcome.epoch, seq: welcome.seq },
    // After the gap's events, because the welcome's counts already hold them.
    video: welcome.video,
    comments: mergeComments(filled.comments, snapshot),
    likedCommentIds,
    hasMoreComments: history.kind === 'snapshot' ? history.isTruncated : state.hasMoreComments,
    screenings: new Map(
      welcome.screenings.filter((one) => one.endedAtMs === null).map((one) => [one.id, one]),
    ),
    screening: welcome.screening,
    presence: {
      total: welcome.presence.total,
      people: new Map(welcome.presence.people.map((person) => [person.connectionId, person])),
    },
    skew: isSameScreening ? state.skew : null,
    persist: welcome.persist,
    reconnectWindowMs: welcome.reconnectWindowMs,
  };
}
