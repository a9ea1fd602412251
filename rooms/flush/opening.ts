import { z } from 'zod';
import { ControlMode, StallPolicy } from '#protocol/screening.ts';
import { Emoji } from '#protocol/reaction.ts';
import { StoredComment } from '#rooms/state/comment.ts';
import type { Statement } from './statement.ts';

/** What Postgres knows of a room: read when the room has nothing of its own. */
export const Opening = z.object({
  epoch: z.number(),
  durationSeconds: z.number().nullable(),
});
export type Opening = z.infer<typeof Opening>;

export const KnownScreening = z.object({
  id: z.string(),
  shortId: z.string(),
  hostId: z.string().nullable(),
  hostName: z.string(),
  controlMode: ControlMode,
  stallPolicy: StallPolicy,
  startedAtMs: z.number(),
  endedAtMs: z.number().nullable(),
});
export type KnownScreening = z.infer<typeof KnownScreening>;

export const KnownLike = z.object({
  id: z.string(),
  userId: z.string(),
  target: z.string(),
  atMs: z.number(),
});
export type KnownLike = z.infer<typeof KnownLike>;
/** How often each emoji was sent in one second. */
export const KnownReactions = z.object({ second: z.number(), counts: z.partialRecord(Emoji, z.number()) });
export type KnownReactions = z.infer<typeof KnownReactions>;

export const KnownProgress = z.object({
  userId: z.string(),
  positionSeconds: z.number(),
  isCompleted: z.boolean(),
  atMs: z.number(),
});
/** Who was in a screening that goes on. */
export const KnownAttendee = z.object({
  screeningId: z.string(),
  userId: z.string(),
  name: z.string(),
  joinedAtMs: z.number(),
  leftAtMs: z.number().nullable(),
});
export type KnownAttendee = z.infer<typeof KnownAttendee>;
export const KnownComments = z.array(StoredComment);
export const KnownLikes = z.array(KnownLike);
export const KnownScreenings = z.array(KnownScreening);

export const PAGE_ROWS = 2_000;
const SCREENINGS_KEPT = 1_000;

const ms = (column: string): string => `(extract(epoch from ${column}) * 1000)::float8`;

/**
 * Takes the next epoch in the same step that reads where the room stands: whatever happens afterwards, no two
 * beginnings of a room share one, so (epoch, seq) is never used twice (R70).
 */
export const claimEpoch = (videoId: string): Statement => ({
  text: `insert into room_watermarks (video_id, epoch, flushed_seq)
    select id, 1, 0 from videos where id = $1 and deleted_at is null
    on conflict (video_id) do update set epoch = room_watermarks.epoch + 1, flushed_seq = 0
    returning (select jsonb_build_object('epoch', room_watermarks.epoch, 'durationSeconds', v.duration_seconds)
      from videos v where v.id = room_watermarks.video_id) as opening`,
  parameters: [videoId],
});

/** Comments in the order they were made, the deleted ones with them: others may answer those. */
export const commentsAfter = (
  videoId: string,
  last: { createdAtMs: number; id: string } | null,
): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page) order by page."createdAtMs", page.id), '[]') as page from (
    select c.id, c.parent_id as "parentId", c.author_id as "authorId", coalesce(u.name, 'Somebody') as "authorName",
      coalesce(u.account_type = 'guest', false) as "isGuest", c.content, c.position_seconds as "positionSeconds",
      c.end_seconds as "endSeconds", c.frame, c.drawing is not null as "hasDrawing", c.mentioned_ids as "mentionedIds", c.is_edited as "isEdited",
      ${ms('c.resolved_at')} as "resolvedAtMs", c.resolved_by as "resolvedById",
      case when c.resolved_at is not null then coalesce(b.name, 'Somebody') end as "resolvedByName", c.like_count as "likeCount", c.version,
      ${ms('c.created_at')} as "createdAtMs", ${ms('c.updated_at')} as "updatedAtMs",
      ${ms('c.deleted_at')} as "deletedAtMs"
    from comments c left join users u on u.id = c.author_id left join users b on b.id = c.resolved_by
    where c.video_id = $1 and (c.created_at, c.id) > (to_timestamp($2::float8 / 1000)::timestamptz(3), $3::uuid)
    order by c.created_at, c.id limit ${PAGE_ROWS}) page`,
  parameters: [videoId, last?.createdAtMs ?? 0, last?.id ?? '00000000-0000-0000-0000-000000000000'],
});

export const likesAfter = (videoId: string, lastId: string | null): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page) order by page.id), '[]') as page from (
    select l.id, l.user_id as "userId", coalesce(l.comment_id::text, '') as target, ${ms('l.created_at')} as "atMs"
    from likes l where l.id > $2::uuid
      and (l.video_id = $1 or l.comment_id in (select id from comments where video_id = $1))
    order by l.id limit ${PAGE_ROWS}) page`,
  parameters: [videoId, lastId ?? '00000000-0000-0000-0000-000000000000'],
});

/** By seconds, each whole: a page ends between two. */
export const reactionsAfter = (videoId: string, lastSecond: number | null): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page) order by page.second), '[]') as page from (
    select r.second, jsonb_object_agg(r.emoji, r.count) as counts from reactions r
    where r.video_id = $1 and r.second > $2::int group by r.second order by r.second limit ${PAGE_ROWS}) page`,
  parameters: [videoId, lastSecond ?? -1],
});

/** Of who watched last; whoever is not among them is known again as soon as they watch. */
export const newestProgress = (videoId: string): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page)), '[]') as page from (
    select p.user_id as "userId", p.position_seconds as "positionSeconds", p.completed as "isCompleted",
      ${ms('p.last_watched_at')} as "atMs"
    from video_progress p where p.video_id = $1 order by p.last_watched_at desc limit ${PAGE_ROWS}) page`,
  parameters: [videoId],
});

export const newestScreenings = (videoId: string): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page)), '[]') as page from (
    select s.id, s.short_id as "shortId", s.host_id as "hostId", coalesce(u.name, 'Somebody') as "hostName",
      s.control_mode as "controlMode", s.stall_policy as "stallPolicy", ${ms('s.started_at')} as "startedAtMs",
      ${ms('s.ended_at')} as "endedAtMs"
    from screenings s left join users u on u.id = s.host_id
    where s.video_id = $1 order by s.ended_at is null desc, s.started_at desc limit ${SCREENINGS_KEPT}) page`,
  parameters: [videoId],
});

/** Of the screenings that go on, who came first. */
export const firstAttendees = (videoId: string): Statement => ({
  text: `select coalesce(jsonb_agg(to_jsonb(page)), '[]') as page from (
    select a.screening_id as "screeningId", a.user_id as "userId", u.name, ${ms('a.joined_at')} as "joinedAtMs",
      ${ms('a.left_at')} as "leftAtMs"
    from screenings s join screening_attendees a on a.screening_id = s.id join users u on u.id = a.user_id
    where s.video_id = $1 and s.ended_at is null order by a.joined_at limit ${PAGE_ROWS}) page`,
  parameters: [videoId],
});
