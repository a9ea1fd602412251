import type { CommentView } from '#protocol/comment.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { formatTime } from '#client/ui/timecode.ts';

/** What others have said between two states of the room. */
export function freshComments(state: RoomState, previous: RoomState): CommentView[] {
  if (state.comments === previous.comments) return [];
  // Older ones come in too, when a page of them is loaded: only what is newer than all known is news.
  const newest = [...previous.comments.values()].reduce(
    (max, { createdAt }) => (createdAt > max ? createdAt : max),
    '',
  );
  return [...state.comments.values()].filter(
    (comment) =>
      !previous.comments.has(comment.id) &&
      !comment.isDeleted &&
      comment.createdAt > newest &&
      comment.authorId !== state.you?.userId,
  );
}

/** Those in which others name the viewer and did not before: new ones, and those an edit has put the name in. */
export function newlyNaming(state: RoomState, previous: RoomState): CommentView[] {
  const own = state.you?.userId;
  if (!own || state.comments === previous.comments) return [];
  const edited = [...state.comments.values()].filter((comment) => {
    const before = previous.comments.get(comment.id);
    return before && !before.mentionedIds.includes(own) && comment.authorId !== own;
  });
  return [...freshComments(state, previous), ...edited].filter(({ mentionedIds }) =>
    mentionedIds.includes(own),
  );
}

/** "Ann named you at 0:40". */
export const describeNaming = ({ authorName, positionSeconds }: CommentView): string =>
  whoAndWhere({ authorName: `${authorName} named you`, positionSeconds });

/** "Ann at 0:40". */
export const whoAndWhere = ({
  authorName,
  positionSeconds,
}: Pick<CommentView, 'authorName' | 'positionSeconds'>): string =>
  positionSeconds === null ? authorName : `${authorName} at ${formatTime(positionSeconds)}`;
