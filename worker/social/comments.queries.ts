import { and, eq, isNull, sql, type SQL } from 'drizzle-orm';
import type { BatchResponse } from 'drizzle-orm/batch';
import { alias } from 'drizzle-orm/pg-core';
import type { CommentView } from '#protocol/comment.ts';
import { users } from '#tables/accounts.ts';
import { comments, likes } from '#tables/social.ts';
import { actorOf, type Viewer } from '#worker/accounts/viewer.ts';
import { runAs } from '#worker/db/actor.ts';
import type { Database } from '#worker/db/client.ts';
import { byCount, byId, byMoment, keyset, type Page } from '#worker/db/page.ts';
import { getVideoAlong, type VideoRow } from '#worker/library/videos.queries.ts';
import type { CommentListQuery } from './comment-input.ts';
import { inOrder, orderMsOf } from './comment-order.ts';
import { toCommentView, toTombstoneView } from './comment-row.ts';

const resolvers = alias(users, 'resolvers');

export type CommentList = Page<CommentView> & { likedCommentIds: string[] };

type VideoId = string | SQL<string>;

/**
 * One page of a video's comments, replies among them, each with its parent's id. Deleted ones under which
 * something stands keep their place; they come from a function, since no reader sees them in the table.
 */
export async function listComments(
  db: Database,
  viewer: Viewer,
  videoId: string,
  query: CommentListQuery,
): Promise<CommentList> {
  const results = await runAs(db, actorOf(viewer), (db) => commentQueries(db, viewer, videoId, query));
  return toCommentList(results, query);
}

/** The same and the video, found by id or short id, in one request. Throws NOT_FOUND. */
export async function getVideoAndComments(
  db: Database,
  viewer: Viewer,
  ref: string,
  query: CommentListQuery,
): Promise<{ video: VideoRow; list: CommentList }> {
  const { video, results } = await getVideoAlong(db, viewer, ref, (db, videoId) =>
    commentQueries(db, viewer, videoId, query),
  );
  return { video, list: toCommentList(results, query) };
}

const commentQueries = (db: Database, viewer: Viewer, videoId: VideoId, query: CommentListQuery) =>
  [selectComments(db, viewer, { videoId, query }), selectTombstones(db, videoId, query)] as const;

type CommentRows = BatchResponse<ReturnType<typeof commentQueries>>;

function toCommentList([rows, tombstones]: CommentRows, query: CommentListQuery): CommentList {
  const page = pageOf(query, table);
  const merged = [...rows.map(toCommentView), ...tombstones.map(toTombstoneView)].sort(inOrder(query.order));
  const { items, ...cursors } = page.cut(page.isBack ? merged.toReversed() : merged);
  const liked = new Set(rows.flatMap(({ id, isLiked }) => (isLiked ? id : [])));
  const likedCommentIds = items.flatMap(({ id }) => (liked.has(id) ? id : []));
  return { items, ...cursors, likedCommentIds };
}

const selectComments = (
  db: Database,
  viewer: Viewer,
  { videoId, query }: { videoId: VideoId; query: CommentListQuery },
) =>
  db
    .select({
      id: comments.id,
      parentId: comments.parentId,
      authorId: comments.authorId,
      authorName: users.name,
      authorType: users.accountType,
      content: comments.content,
      positionSeconds: comments.positionSeconds,
      endSeconds: comments.endSeconds,
      frame: comments.frame,
      hasDrawing: sql<boolean>`${comments.drawing} is not null`,
      mentionedIds: comments.mentionedIds,
      isEdited: comments.isEdited,
      resolvedAt: comments.resolvedAt,
      resolverName: resolvers.name,
      likeCount: comments.likeCount,
      // Not EXISTS, which may be planned as a read of all likes.
      isLiked: sql<boolean>`(select true from ${likes} where ${likes.commentId} = ${comments.id}
        and ${likes.userId} = ${viewer.userId}::uuid) is not null`,
      version: comments.version,
      createdAt: comments.createdAt,
      updatedAt: comments.updatedAt,
    })
    .from(comments)
    .leftJoin(users, eq(users.id, comments.authorId))
    .leftJoin(resolvers, eq(resolvers.id, comments.resolvedBy))
    .where(
      and(
        eq(comments.videoId, videoId),
        isNull(comments.deletedAt),
        among(query, table),
        pageOf(query, table).where,
      ),
    )
    .orderBy(...pageOf(query, table).orderBy)
    .limit(query.limit + 1);

const selectTombstones = (db: Database, videoId: VideoId, query: CommentListQuery) =>
  db
    .select({
      id: sql<string>`gone.id`,
      parentId: sql<string | null>`gone.parent_id`,
      positionSeconds: sql`gone.position_seconds`.mapWith(comments.positionSeconds),
      version: sql`gone.version`.mapWith(comments.version),
      createdAt: sql`gone.created_at`.mapWith(comments.createdAt),
      deletedAt: sql`gone.deleted_at`.mapWith(comments.updatedAt),
    })
    .from(sql`app.comment_tombstones(${videoId}::uuid) as gone`)
    .where(and(among(query, gone), pageOf(query, gone).where))
    .orderBy(...pageOf(query, gone).orderBy)
    .limit(query.limit + 1);

/** The columns that order and cut a list, in the table and in the function. */
const table = {
  id: sql`${comments.id}`,
  parentId: sql`${comments.parentId}`,
  orderMs: sql`${comments.orderMs}`,
  createdAt: sql`${comments.createdAt}`,
};
const gone = {
  id: sql`gone.id`,
  parentId: sql`gone.parent_id`,
  orderMs: sql`gone.order_ms`,
  createdAt: sql`gone.created_at`,
};
type Columns = typeof table;

/** The page asked for, in the table or in the function; both give their rows in one order, and are merged. */
const pageOf = (query: CommentListQuery, { id, orderMs, createdAt }: Columns) =>
  query.order === 'time'
    ? keyset<CommentView>(
        { name: 'comments:time', columns: [byCount(orderMs, orderMsOf), byId(id)], direction: 'ascending' },
        query,
      )
    : keyset<CommentView>(
        {
          name: 'comments:newest',
          columns: [byMoment(createdAt, (row) => new Date(row.createdAt)), byId(id)],
          direction: 'descending',
        },
        query,
      );

/** Which of them: the replies to one, those that begin a thread, those of a time. */
const among = ({ parentId, since, until }: CommentListQuery, columns: Columns): SQL | undefined =>
  and(
    parentId === undefined ? undefined : isAnswerTo(parentId, columns),
    since === undefined ? undefined : sql`${columns.createdAt} >= ${since}::timestamptz`,
    until === undefined ? undefined : sql`${columns.createdAt} < ${until}::timestamptz`,
  );

const isAnswerTo = (parentId: string, columns: Columns): SQL =>
  parentId === 'none' ? isNull(columns.parentId) : sql`${columns.parentId} = ${parentId}::uuid`;
