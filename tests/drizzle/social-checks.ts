import { check, given, ITSELF, type CheckCase } from './check-case.ts';

/** An array of so many ids, in Postgres' own words. */
const mentioned = (count: number): string => `{${Array.from({ length: count }, () => ITSELF).join(',')}}`;

export const SOCIAL_CHECKS: CheckCase[] = [
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
  check(
    'comments_mentioned_at_most',
    'comments',
    [{ mentioned_ids: mentioned(20) }],
    [{ mentioned_ids: mentioned(21) }],
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
  check('reactions_second_not_negative', 'reactions', [{ second: 0 }], [{ second: -1 }]),
  check('reactions_count_positive', 'reactions', [{ count: 2 }], [{ count: 0 }]),
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
