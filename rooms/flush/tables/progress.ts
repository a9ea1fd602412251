import type { Batch } from '../rows.ts';
import { UNSEEN, writeRows, type Statement } from '../statement.ts';

/** The latest word of each stands. */
const PROGRESS = `
  insert into video_progress as p (user_id, video_id, position_seconds, completed, last_watched_at)
  select u.id, $2, r.position_seconds, r.is_completed, app_ms(r.at_ms)
  from jsonb_to_recordset($1::jsonb) as r (user_id uuid, position_seconds numeric, is_completed boolean, at_ms float8)
  join users u on u.id = r.user_id
  where ${UNSEEN}
  on conflict (user_id, video_id) do update set position_seconds = excluded.position_seconds,
    completed = excluded.completed, last_watched_at = excluded.last_watched_at
  where p.last_watched_at <= excluded.last_watched_at`;

export const writeProgress = (batch: Batch): Statement[] =>
  writeRows(
    batch,
    PROGRESS,
    batch.progress.map(({ userId, positionSeconds, isCompleted, atMs }) => ({
      user_id: userId,
      position_seconds: positionSeconds,
      is_completed: isCompleted,
      at_ms: atMs,
    })),
  );
