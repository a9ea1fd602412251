import { check, given, ITSELF, type CheckCase } from './check-case.ts';

const blank = [{ name: ' ' }, { name: '' }];
const badSlugs = [{ slug: 'Upper' }, { slug: 'a--b' }, { slug: '-a' }, { slug: '' }];

export const LIBRARY_CHECKS: CheckCase[] = [
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
  check(
    'videos_embed_domains_few',
    'videos',
    [{ embed_domains: null }, { embed_domains: '{}' }, { embed_domains: '{example.com}' }],
    [{ embed_domains: `{${'a.test,'.repeat(50)}b.test}` }],
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
    [{ like_count: 0, comment_count: 0, view_count: 0, open_comment_count: 0 }],
    [{ like_count: -1 }, { comment_count: -1 }, { view_count: -1 }, { open_comment_count: -1 }],
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
];
