import type { Context } from 'hono';
import type { CommentView } from '#protocol/comment.ts';
import type { AppEnv } from '#worker/context.ts';
import { entityTag, requireMatch } from '#worker/http/entity-tag.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';
import { findCommentVersion } from './comment-version.queries.ts';

const tagOf = (version: number): string => entityTag('v', version);

/** Answers a comment with the tag of its version. */
export function answerComment<Status extends 200 | 201>(
  c: Context<AppEnv>,
  comment: CommentView,
  status: Status,
) {
  c.header('etag', tagOf(comment.version));
  return c.json(comment, status);
}

/**
 * Refuses an edit of a version that is no more (If-Match, STALE). Looked up beforehand, since the room knows no
 * versions to write against: two who edit within the same moment still overwrite each other.
 */
export async function requireCommentMatch(
  c: Context<AppEnv>,
  where: { videoId: string; commentId: string },
): Promise<void> {
  if (c.req.header('if-match') === undefined) return;
  await settleRoom(c.env, where.videoId);
  const version = await findCommentVersion(c.get('db'), c.get('viewer'), where);
  // The room says that there is none, in its words.
  if (version !== undefined) requireMatch(c, tagOf(version));
}
