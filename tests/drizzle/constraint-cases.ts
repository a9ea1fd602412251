import type { Anchors, Row, Table } from './rows.ts';

type Values = (at: Anchors) => Row;
const given =
  (row: Row): Values =>
  () =>
    row;

/** A check: rows it takes and rows it refuses, each a valid row but for these values. */
export type Check = { name: string; table: Table; passes: Values[]; fails: Values[] };

const check = (name: string, table: Table, passes: Row[], fails: Row[]): Check => ({
  name,
  table,
  passes: passes.map(given),
  fails: fails.map(given),
});

const ITSELF = '11111111-1111-4111-8111-111111111111';
const blank = [{ name: ' ' }, { name: '' }];
const badSlugs = [{ slug: 'Upper' }, { slug: 'a--b' }, { slug: '-a' }, { slug: '' }];

export const CHECKS: Check[] = [
  check(
    'users_email_lower_case',
    'users',
    [{ email: 'ada@lockstep.test' }],
    [{ email: 'Ada@lockstep.test' }],
  ),
  check(
    'users_email_format',
    'users',
    [{ email: 'a.b+c@d.test' }],
    [{ email: 'ada' }, { email: 'a b@c.test' }, { email: 'a@b' }, { email: 'a@b@c.test' }],
  ),
  check(
    'users_email_present',
    'users',
    [
      { email: null, account_type: 'guest' },
      { email: null, account_type: 'system' },
    ],
    [{ email: null }],
  ),
  check(
    'users_username_length',
    'users',
    [{ username: 'ada' }, { username: null }, { username: 'a'.repeat(50) }],
    [{ username: 'ad' }],
  ),
  check('users_name_not_blank', 'users', [{ name: 'A' }], blank),
  check('users_credits_not_negative', 'users', [{ credits: 0 }], [{ credits: -1 }]),
  check('organizations_name_not_blank', 'organizations', [{ name: 'A' }], blank),
  check('organizations_slug_format', 'organizations', [{ slug: 'a-1' }], badSlugs),
  check('channels_name_not_blank', 'channels', [{ name: 'A' }], blank),
  check('channels_slug_format', 'channels', [{ slug: 'a-1' }], badSlugs),
  check('channels_member_count_not_negative', 'channels', [{ member_count: 0 }], [{ member_count: -1 }]),
  check('series_name_not_blank', 'series', [{ name: 'A' }], blank),
  check(
    'videos_short_id_format',
    'videos',
    [{ short_id: 'aZ09_-aZ09_' }],
    [{ short_id: 'short' }, { short_id: 'aZ09_-aZ09 ' }],
  ),
  check('videos_title_not_blank', 'videos', [{ title: 'x'.repeat(255) }], [{ title: '  ' }]),
  check(
    'videos_duration_positive',
    'videos',
    [{ duration_seconds: 0.001 }],
    [{ duration_seconds: 0 }, { duration_seconds: -1 }],
  ),
  check('videos_file_size_positive', 'videos', [{ file_size_bytes: 1 }], [{ file_size_bytes: 0 }]),
  check(
    'videos_size_positive',
    'videos',
    [{ width: 1, height: 1 }],
    [{ width: 0, height: 1 }, { height: 0 }],
  ),
  check(
    'videos_frame_rate_positive',
    'videos',
    [{ frame_rate_num: 30_000, frame_rate_den: 1001 }],
    [{ frame_rate_num: 0, frame_rate_den: 1 }],
  ),
  check(
    'videos_frame_rate_whole',
    'videos',
    [{ frame_rate_num: 25, frame_rate_den: 1 }],
    [{ frame_rate_num: 25 }, { frame_rate_den: 1 }],
  ),
  check(
    'videos_progress_range',
    'videos',
    [{ processing_progress: 0 }, { processing_progress: 100 }],
    [{ processing_progress: -1 }, { processing_progress: 101 }],
  ),
  {
    name: 'videos_series_position_positive',
    table: 'videos',
    passes: [(at) => ({ series_id: at.series, series_position: 1 })],
    fails: [(at) => ({ series_id: at.series, series_position: 0 })],
  },
  {
    name: 'videos_series_position_present',
    table: 'videos',
    passes: [(at) => ({ series_id: at.series, series_position: 1 }), given({})],
    fails: [(at) => ({ series_id: at.series })],
  },
  {
    name: 'videos_not_own_version',
    table: 'videos',
    passes: [(at) => ({ version_of: at.video })],
    fails: [given({ id: ITSELF, version_of: ITSELF })],
  },
  check(
    'videos_counts_not_negative',
    'videos',
    [{ like_count: 0, comment_count: 0, view_count: 0 }],
    [{ like_count: -1 }, { comment_count: -1 }, { view_count: -1 }],
  ),
  check('uploads_length_positive', 'uploads', [{ length_bytes: 1 }], [{ length_bytes: 0 }]),
  check(
    'uploads_offset_within_length',
    'uploads',
    [{ offset_bytes: 10 }],
    [{ offset_bytes: 11 }, { offset_bytes: -1 }],
  ),
  check(
    'uploads_tail_within_offset',
    'uploads',
    [{ offset_bytes: 5, tail_bytes: 5 }],
    [{ offset_bytes: 5, tail_bytes: 6 }, { tail_bytes: -1 }],
  ),
  check('uploads_parts_list', 'uploads', [{ parts: '[]' }], [{ parts: '{}' }]),
  check('chapters_title_not_blank', 'chapters', [{ title: 'A' }], [{ title: ' ' }]),
  check(
    'chapters_start_not_negative',
    'chapters',
    [{ start_seconds: 20, end_seconds: 30, position: 2 }],
    [{ start_seconds: -1 }],
  ),
  check(
    'chapters_end_after_start',
    'chapters',
    [{ end_seconds: 500.001 }],
    [{ end_seconds: 500 }, { end_seconds: 499 }],
  ),
  check('chapters_position_positive', 'chapters', [{ position: 2 }], [{ position: 0 }]),
  check(
    'chapters_confidence_range',
    'chapters',
    [{ confidence: 0 }, { confidence: 1 }],
    [{ confidence: 1.01 }, { confidence: -0.01 }],
  ),
  check('chapters_past_end', 'chapters', [{ end_seconds: 600 }], [{ end_seconds: 600.001 }]),
  check(
    'comments_content_length',
    'comments',
    [
      { content: 'x'.repeat(2000) },
      { content: ` ${'😀'.repeat(2000)}\n` },
      { content: '', deleted_at: '2026-01-01' },
    ],
    [{ content: 'x'.repeat(2001) }, { content: ' \t\n\r ' }, { content: '' }],
  ),
  check(
    'comments_position_not_negative',
    'comments',
    [{ position_seconds: 0 }],
    [{ position_seconds: -0.001 }],
  ),
  check(
    'comments_end_has_start',
    'comments',
    [{ position_seconds: 1, end_seconds: 2 }],
    [{ end_seconds: 2 }],
  ),
  check(
    'comments_end_not_before_start',
    'comments',
    [{ position_seconds: 2, end_seconds: 2 }],
    [{ position_seconds: 2, end_seconds: 1.999 }],
  ),
  check('comments_frame_not_negative', 'comments', [{ frame: 0 }], [{ frame: -1 }]),
  {
    name: 'comments_not_own_parent',
    table: 'comments',
    passes: [(at) => ({ parent_id: at.comment })],
    fails: [given({ id: ITSELF, parent_id: ITSELF })],
  },
  check('comments_like_count_not_negative', 'comments', [{ like_count: 0 }], [{ like_count: -1 }]),
  {
    name: 'likes_one_target',
    table: 'likes',
    passes: [given({}), (at) => ({ video_id: null, comment_id: at.comment })],
    fails: [given({ video_id: null }), (at) => ({ comment_id: at.comment })],
  },
  check(
    'video_progress_position_not_negative',
    'video_progress',
    [{ position_seconds: 0 }],
    [{ position_seconds: -1 }],
  ),
  check('screenings_short_id_format', 'screenings', [{ short_id: 'aZ09_-aZ09_' }], [{ short_id: 'short' }]),
  check(
    'screenings_end_after_start',
    'screenings',
    [{ started_at: '2026-01-01', ended_at: '2026-01-01' }],
    [{ started_at: '2026-01-02', ended_at: '2026-01-01' }],
  ),
  check(
    'screening_attendees_left_after_joined',
    'screening_attendees',
    [{ joined_at: '2026-01-01', left_at: '2026-01-01' }],
    [{ joined_at: '2026-01-02', left_at: '2026-01-01' }],
  ),
  check(
    'room_watermarks_not_negative',
    'room_watermarks',
    [{ epoch: 0, flushed_seq: 0 }],
    [{ epoch: -1 }, { flushed_seq: -1 }],
  ),
];
