import type { Batch } from './rows.ts';

/** One query of a non-interactive transaction. */
export interface Statement {
  text: string;
  parameters: (string | number | null)[];
}

export const ACTOR: Statement = {
  text: "select set_config('app.role', 'service:room', true), set_config('app.user_id', '', true)",
  parameters: [],
};

/** The batch applies only while Postgres has not seen its end: repeats and an evicted instance's late writes are no-ops. */
const UNSEEN = `exists (
  select from room_watermarks w where w.video_id = $2 and w.epoch = $3 and w.flushed_seq < $4)`;

const COMMENTS = `
  insert into comments as c (id, video_id, parent_id, author_id, content, position_seconds, end_seconds, frame,
    is_edited, room_epoch, room_seq, version, created_at, updated_at, deleted_at)
  select r.id, $2, r.parent_id, u.id, r.content, r.position_seconds, r.end_seconds, r.frame,
    r.is_edited, $3, r.seq, r.version, app_ms(r.created_ms), app_ms(r.updated_ms), app_ms(r.deleted_ms)
  from jsonb_to_recordset($1::jsonb) as r (id uuid, seq bigint, parent_id uuid, author_id uuid, content text,
    position_seconds numeric, end_seconds numeric, frame bigint, is_edited boolean, version bigint,
    created_ms float8, updated_ms float8, deleted_ms float8)
  left join users u on u.id = r.author_id
  where ${UNSEEN}
  order by r.seq
  on conflict (id) do update set content = excluded.content, is_edited = excluded.is_edited,
    room_epoch = excluded.room_epoch, version = excluded.version, updated_at = excluded.updated_at,
    deleted_at = excluded.deleted_at
  where c.video_id = excluded.video_id and c.author_id is not distinct from excluded.author_id
    and (c.room_epoch, c.version) < (excluded.room_epoch, excluded.version)`;

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

const SCREENINGS = `
  insert into screenings as s (id, short_id, video_id, host_id, control_mode, stall_policy, started_at, ended_at)
  select r.id, r.short_id, $2, u.id, r.control_mode, r.stall_policy, app_ms(r.started_ms), app_ms(r.ended_ms)
  from jsonb_to_recordset($1::jsonb) as r (id uuid, short_id text, host_id uuid, control_mode control_mode,
    stall_policy stall_policy, started_ms float8, ended_ms float8)
  left join users u on u.id = r.host_id
  where ${UNSEEN}
  on conflict (id) do update set host_id = excluded.host_id, control_mode = excluded.control_mode,
    stall_policy = excluded.stall_policy, ended_at = excluded.ended_at
  where s.video_id = excluded.video_id`;

const ATTENDEES = `
  insert into screening_attendees as a (screening_id, user_id, joined_at, left_at)
  select r.screening_id, u.id, app_ms(r.joined_ms), app_ms(r.left_ms)
  from jsonb_to_recordset($1::jsonb) as r (screening_id uuid, user_id uuid, joined_ms float8, left_ms float8)
  join users u on u.id = r.user_id
  where ${UNSEEN}
  on conflict (screening_id, user_id) do update set left_at = greatest(excluded.left_at, a.joined_at)`;

/** Milliseconds as the rooms count them, to the database's moments. */
const withMoments = (text: string): string =>
  text.replace(/app_ms\(([\w.]+)\)/g, 'to_timestamp($1 / 1000)').replaceAll('\n', ' ');

/** Everything of a batch, one parameter for each table's rows, and the watermark last (R41). */
export function statementsOf(batch: Batch): Statement[] {
  const rows = (text: string, records: readonly object[]): Statement[] =>
    records.length === 0
      ? []
      : [
          {
            text: withMoments(text),
            parameters: [JSON.stringify(records), batch.videoId, batch.epoch, batch.upToSeq],
          },
        ];
  const likes = batch.likes.map(({ userId, target, isLiked, atMs }) => ({
    user_id: userId,
    comment_id: target === '' ? null : target,
    is_liked: isLiked,
    at_ms: atMs,
  }));
  return [
    ACTOR,
    ...watermarkLock(batch),
    ...rows(COMMENTS, batch.comments.map(commentRecord)),
    ...rows(
      LIKES_ADDED,
      likes.filter((like) => like.is_liked),
    ),
    ...rows(
      LIKES_REMOVED,
      likes.filter((like) => !like.is_liked),
    ),
    ...rows(SCREENINGS, batch.screenings.map(screeningRecord)),
    ...rows(ATTENDEES, batch.attendees.map(attendeeRecord)),
    {
      text: 'update room_watermarks set flushed_seq = $3 where video_id = $1 and epoch = $2 and flushed_seq < $3',
      parameters: [batch.videoId, batch.epoch, batch.upToSeq],
    },
  ];
}

/**
 * A database put back to an earlier day learns the room's epoch again, or it would take no batch. Two instances'
 * batches go one after the other; the answer tells where Postgres stood, and the video's length. */
const watermarkLock = ({ videoId, epoch }: Batch): Statement[] => [
  {
    text: `insert into room_watermarks (video_id, epoch, flushed_seq) select id, $2, 0 from videos where id = $1
      on conflict (video_id) do update set epoch = excluded.epoch, flushed_seq = 0
      where room_watermarks.epoch < excluded.epoch`,
    parameters: [videoId, epoch],
  },
  {
    text: `select jsonb_build_object('epoch', w.epoch, 'flushedSeq', w.flushed_seq,
        'durationSeconds', v.duration_seconds) as watermark
      from room_watermarks w join videos v on v.id = w.video_id where w.video_id = $1 for update of w`,
    parameters: [videoId],
  },
];
/** Of the answers, where `watermarkLock`'s second stands. */
export const WATERMARK_ANSWER = 2;

const commentRecord = ({ seq, comment }: Batch['comments'][number]) => ({
  id: comment.id,
  seq,
  parent_id: comment.parentId,
  author_id: comment.authorId,
  content: comment.content,
  position_seconds: comment.positionSeconds,
  end_seconds: comment.endSeconds,
  frame: comment.frame,
  is_edited: comment.isEdited,
  version: comment.version,
  created_ms: comment.createdAtMs,
  updated_ms: comment.updatedAtMs,
  deleted_ms: comment.deletedAtMs,
});

const screeningRecord = (screening: Batch['screenings'][number]) => ({
  id: screening.id,
  short_id: screening.shortId,
  host_id: screening.hostId,
  control_mode: screening.controlMode,
  stall_policy: screening.stallPolicy,
  started_ms: screening.startedAtMs,
  ended_ms: screening.endedAtMs,
});

const attendeeRecord = (attendee: Batch['attendees'][number]) => ({
  screening_id: attendee.screeningId,
  user_id: attendee.userId,
  joined_ms: attendee.joinedAtMs,
  left_ms: attendee.leftAtMs,
});
