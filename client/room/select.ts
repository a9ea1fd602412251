import type { CommentView } from '#protocol/comment.ts';
import type { Person } from '#protocol/presence.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { RoomState } from './room-state.ts';

/** A comment to show; a pending one is the viewer's own and not yet acknowledged. */
export interface ListedComment extends CommentView {
  isPending: boolean;
}

/** Comments and replies with the viewer's own unacknowledged ones, by media time or newest first. */
export function listComments(state: RoomState, order: 'time' | 'newest'): ListedComment[] {
  const listed = new Map<string, ListedComment>();
  for (const comment of state.comments.values()) listed.set(comment.id, { ...comment, isPending: false });
  for (const { op, madeAtMs } of state.pending) {
    if (op.t === 'comment.post' && !listed.has(op.id)) listed.set(op.id, draftOf(state, op, madeAtMs));
    if (op.t !== 'comment.edit' && op.t !== 'comment.delete') continue;
    const known = listed.get(op.commentId);
    if (known === undefined) continue;
    if (op.t === 'comment.edit') listed.set(known.id, { ...known, content: op.content, isPending: true });
    else listed.set(known.id, { ...known, isPending: true });
  }
  return [...listed.values()].sort(order === 'time' ? byTime : byNewest);
}

export const listScreenings = (state: RoomState): ScreeningSummary[] =>
  [...state.screenings.values()].sort((a, b) => b.startedAtMs - a.startedAtMs);

/** Everyone known by name; the viewer first. */
export const listPeople = (state: RoomState): Person[] => {
  const isYou = (person: Person) => person.connectionId === state.you?.connectionId;
  return [...state.presence.people.values()].sort(
    (a, b) => Number(isYou(b)) - Number(isYou(a)) || a.name.localeCompare(b.name),
  );
};

const byNewest = (a: CommentView, b: CommentView): number =>
  b.createdAt.localeCompare(a.createdAt) || b.id.localeCompare(a.id);

/** Comments about no moment come after those that have one. */
const byTime = (a: CommentView, b: CommentView): number =>
  timeOf(a) - timeOf(b) || a.createdAt.localeCompare(b.createdAt) || a.id.localeCompare(b.id);

const timeOf = (comment: CommentView): number => comment.positionSeconds ?? Number.MAX_SAFE_INTEGER;

function draftOf(
  state: RoomState,
  op: Extract<RoomState['pending'][number]['op'], { t: 'comment.post' }>,
  madeAtMs: number,
): ListedComment {
  const madeAt = new Date(madeAtMs).toISOString();
  return {
    id: op.id,
    parentId: op.parentId ?? null,
    authorId: state.you?.userId ?? null,
    authorName: state.you?.name ?? '',
    isGuest: false,
    content: op.content,
    positionSeconds: op.positionSeconds ?? null,
    endSeconds: op.endSeconds ?? null,
    frame: op.frame ?? null,
    mentionedIds: op.mentionedIds ?? [],
    hasDrawing: op.drawing != null,
    isEdited: false,
    isDeleted: false,
    resolvedAt: null,
    resolvedByName: null,
    likeCount: 0,
    version: 1,
    createdAt: madeAt,
    updatedAt: madeAt,
    isPending: true,
  };
}
