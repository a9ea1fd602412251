import type { AckResult } from '#protocol/ack.ts';
import type { CommentView } from '#protocol/comment.ts';
import type { Drawing, InkAdd } from '#protocol/drawing.ts';
import type { Activity } from '#protocol/presence.ts';
import type { Emoji } from '#protocol/reaction.ts';
import { toMillis } from './media-time.ts';
import { RoomEngine } from './room-engine.ts';
import { unexpected } from './unexpected.ts';
import type { UnsentOp } from './unsent.ts';

export interface NewComment {
  content: string;
  parentId?: string | null;
  positionSeconds?: number | null;
  endSeconds?: number | null;
  frame?: number | null;
  drawing?: Drawing | null;
  mentionedIds?: string[] | null;
}

/** What is said and shown on a video, alone or in step. */
export class SocialRoom extends RoomEngine {
  postComment = (comment: NewComment): Promise<CommentView> =>
    this.perform({ t: 'comment.post', id: this.newId(), ...comment }).then(commentOf);

  /** Tries once more, under the same id: if it was heard after all, that is what is answered. */
  sendAgain = ({ op }: UnsentOp): void => {
    this.forgetUnsent(op.id);
    this.push(op);
  };

  editComment = (commentId: string, content: string, mentionedIds?: string[]): Promise<CommentView> =>
    this.perform({ t: 'comment.edit', id: this.newId(), commentId, content, mentionedIds }).then(commentOf);

  deleteComment = (commentId: string): Promise<CommentView> =>
    this.perform({ t: 'comment.delete', id: this.newId(), commentId }).then(commentOf);

  /** That what a thread asks for is done, or is not after all: of its first comment. */
  resolveComment = (commentId: string, isResolved: boolean): Promise<CommentView> =>
    this.perform({ t: 'comment.resolve', id: this.newId(), commentId, isResolved }).then(commentOf);

  /** Of the video, or of one of its comments. Sets, so that a repeat changes nothing. */
  async setLike(isLiked: boolean, commentId: string | null = null) {
    const result = await this.perform({ t: 'like.set', id: this.newId(), commentId, isLiked });
    if (result.kind !== 'like') throw unexpected(result);
    return { likeCount: result.like.likeCount, isLiked: result.isLiked };
  }

  react = (emoji: Emoji, positionSeconds: number): Promise<void> =>
    this.perform({
      t: 'reaction.post',
      id: this.newId(),
      emoji,
      positionSeconds: toMillis(positionSeconds),
    }).then(() => undefined);

  /** How far one has watched. What was said before and has not gone out is not said any more. */
  setProgress = (positionSeconds: number, isCompleted: boolean): Promise<void> =>
    this.perform({
      t: 'progress.set',
      id: this.newId(),
      positionSeconds: toMillis(positionSeconds),
      isCompleted,
    }).then(() => undefined);

  /** Where one points, in shares of the picture; null puts the pointer away. */
  point = (at: { x: number; y: number } | null): void => this.tell({ t: 'pointer', at });

  /** The next points of a stroke under way, at most `LIMITS.inkNumbers` numbers. */
  addInk = (piece: Omit<InkAdd, 't'>): void => this.tell({ t: 'ink.add', ...piece });

  clearInk = (): void => this.tell({ t: 'ink.clear' });

  setActivity = (activity: Activity): void => this.tell({ t: 'presence.set', activity });
}

const commentOf = (result: AckResult): CommentView => {
  if (result.kind !== 'comment') throw unexpected(result);
  return result.comment;
};
