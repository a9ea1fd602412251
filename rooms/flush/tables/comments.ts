import type { Batch } from '../rows.ts';
import { UNSEEN, writeRows, type Statement } from '../statement.ts';

const COMMENTS = `
  insert into comments as c (id, video_id, parent_id, author_id, content, position_seconds, end_seconds, frame,
    drawing, mentioned_ids, is_edited, resolved_at, resolved_by, room_epoch, room_seq, version, created_at, updated_at, deleted_at)
  select r.id, $2, r.parent_id, u.id, r.content, r.position_seconds, r.end_seconds, r.frame,
    r.drawing, r.mentioned_ids, r.is_edited, app_ms(r.resolved_ms), b.id, $3, r.seq, r.version, app_ms(r.created_ms), app_ms(r.updated_ms), app_ms(r.deleted_ms)
  from jsonb_to_recordset($1::jsonb) as r (id uuid, seq bigint, parent_id uuid, author_id uuid, content text,
    position_seconds numeric, end_seconds numeric, frame bigint, drawing jsonb, mentioned_ids uuid[], is_edited boolean,
    resolved_ms float8, resolver_id uuid, version bigint,
    created_ms float8, updated_ms float8, deleted_ms float8)
  left join users u on u.id = r.author_id
  left join users b on b.id = r.resolver_id
  where ${UNSEEN}
  order by r.seq
  on conflict (id) do update set content = excluded.content, mentioned_ids = excluded.mentioned_ids, is_edited = excluded.is_edited,
    resolved_at = excluded.resolved_at, resolved_by = excluded.resolved_by,
    room_epoch = excluded.room_epoch, version = excluded.version, updated_at = excluded.updated_at,
    deleted_at = excluded.deleted_at
  where c.video_id = excluded.video_id and c.author_id is not distinct from excluded.author_id
    and (c.room_epoch, c.version) < (excluded.room_epoch, excluded.version)`;

export const writeComments = (batch: Batch): Statement[] =>
  writeRows(batch, COMMENTS, batch.comments.map(toRecord));

const toRecord = ({ seq, comment, drawing }: Batch['comments'][number]) => ({
  id: comment.id,
  seq,
  parent_id: comment.parentId,
  author_id: comment.authorId,
  content: comment.content,
  position_seconds: comment.positionSeconds,
  end_seconds: comment.endSeconds,
  frame: comment.frame,
  drawing,
  mentioned_ids: comment.mentionedIds,
  is_edited: comment.isEdited,
  resolved_ms: comment.resolvedAtMs,
  resolver_id: comment.resolvedById,
  version: comment.version,
  created_ms: comment.createdAtMs,
  updated_ms: comment.updatedAtMs,
  deleted_ms: comment.deletedAtMs,
});
