import type { Batch } from '../rows.ts';
import { UNSEEN, writeRows, type Statement } from '../statement.ts';

const LIKES_RECORD = 'r (user_id uuid, comment_id uuid, is_liked boolean, at_ms float8)';

const LIKES_ADDED = `
  insert into likes (user_id, video_id, comment_id, created_at)
  select u.id, case when r.comment_id is null then $2::uuid end, r.comment_id, app_ms(r.at_ms)
  from jsonb_to_recordset($1::jsonb) as ${LIKES_RECORD}
  join users u on u.id = r.user_id
  where r.is_liked and ${UNSEEN}
  on conflict do nothing`;

const LIKES_REMOVED = `
  delete from likes l using jsonb_to_recordset($1::jsonb) as ${LIKES_RECORD}
  where not r.is_liked and l.user_id = r.user_id and ${UNSEEN}
    and case when r.comment_id is null then l.video_id = $2 else l.comment_id = r.comment_id end`;

/** A like that was taken back is taken away. */
export function writeLikes(batch: Batch): Statement[] {
  const records = batch.likes.map(({ userId, target, isLiked, atMs }) => ({
    user_id: userId,
    comment_id: target === '' ? null : target,
    is_liked: isLiked,
    at_ms: atMs,
  }));
  return [
    ...writeRows(
      batch,
      LIKES_ADDED,
      records.filter((like) => like.is_liked),
    ),
    ...writeRows(
      batch,
      LIKES_REMOVED,
      records.filter((like) => !like.is_liked),
    ),
  ];
}
