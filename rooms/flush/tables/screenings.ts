import type { Batch } from '../rows.ts';
import { UNSEEN, writeRows, type Statement } from '../statement.ts';

const SCREENINGS = `
  insert into screenings as s (id, short_id, video_id, host_id, control_mode, stall_policy, started_at, ended_at,
    recap)
  select r.id, r.short_id, $2, u.id, r.control_mode, r.stall_policy, app_ms(r.started_ms), app_ms(r.ended_ms),
    r.recap
  from jsonb_to_recordset($1::jsonb) as r (id uuid, short_id text, host_id uuid, control_mode control_mode,
    stall_policy stall_policy, started_ms float8, ended_ms float8, recap jsonb)
  left join users u on u.id = r.host_id
  where ${UNSEEN}
  on conflict (id) do update set host_id = excluded.host_id, control_mode = excluded.control_mode,
    stall_policy = excluded.stall_policy, ended_at = excluded.ended_at,
    recap = coalesce(excluded.recap, s.recap)
  where s.video_id = excluded.video_id`;

const ATTENDEES = `
  insert into screening_attendees as a (screening_id, user_id, joined_at, left_at)
  select r.screening_id, u.id, app_ms(r.joined_ms), app_ms(r.left_ms)
  from jsonb_to_recordset($1::jsonb) as r (screening_id uuid, user_id uuid, joined_ms float8, left_ms float8)
  join users u on u.id = r.user_id
  where ${UNSEEN}
  on conflict (screening_id, user_id) do update set
    left_at = case when excluded.left_at is not null then greatest(excluded.left_at, a.joined_at) end`;

/** Whoever is still in leaves with the end: so their rows, however many, need not travel for it. */
const LEFT_WITH_END = `
  update screening_attendees a set left_at = greatest(app_ms(r.ended_ms), a.joined_at)
  from jsonb_to_recordset($1::jsonb) as r (id uuid, ended_ms float8)
  where a.screening_id = r.id and a.left_at is null and ${UNSEEN}`;

export const writeScreenings = (batch: Batch): Statement[] => [
  ...writeRows(batch, SCREENINGS, batch.screenings.map(toScreening)),
  ...writeRows(batch, ATTENDEES, batch.attendees.map(toAttendee)),
  ...writeRows(
    batch,
    LEFT_WITH_END,
    batch.screenings.flatMap(({ id, endedAtMs }) => (endedAtMs === null ? [] : { id, ended_ms: endedAtMs })),
  ),
];

const toScreening = (screening: Batch['screenings'][number]) => ({
  id: screening.id,
  short_id: screening.shortId,
  host_id: screening.hostId,
  control_mode: screening.controlMode,
  stall_policy: screening.stallPolicy,
  started_ms: screening.startedAtMs,
  ended_ms: screening.endedAtMs,
  recap: screening.recap,
});

const toAttendee = (attendee: Batch['attendees'][number]) => ({
  screening_id: attendee.screeningId,
  user_id: attendee.userId,
  joined_ms: attendee.joinedAtMs,
  left_ms: attendee.leftAtMs,
});
