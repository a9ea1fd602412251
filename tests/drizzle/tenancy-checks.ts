import { check, type CheckCase } from './check-case.ts';

const hash = 'a1'.repeat(32);
const badHashes = ['A1'.repeat(32), 'a1'.repeat(31), ''];
const blank = [{ name: ' ' }, { name: '' }];

export const TENANCY_CHECKS: CheckCase[] = [
  check(
    'organization_storage_not_negative',
    'organization_storage',
    [{ video_bytes: 0, asset_bytes: 1, trash_bytes: 2 }],
    [{ video_bytes: -1 }, { asset_bytes: -1 }, { trash_bytes: -1 }],
  ),
  check(
    'organization_storage_limit_not_negative',
    'organization_storage',
    [{ limit_bytes: 0 }, { limit_bytes: null }],
    [{ limit_bytes: -1 }],
  ),
  check(
    'invitations_email_lower_case',
    'invitations',
    [{ email: 'a@b.test' }, { email: null }],
    [{ email: 'A@b.test' }],
  ),
  check(
    'invitations_token_hash_format',
    'invitations',
    [{ token_hash: hash }],
    badHashes.map((token_hash) => ({ token_hash })),
  ),
  check('invitations_max_uses_positive', 'invitations', [{ max_uses: 3 }], [{ max_uses: 0 }]),
  check(
    'invitations_use_count_within',
    'invitations',
    [{ max_uses: 2, use_count: 2 }],
    [{ use_count: 2 }, { use_count: -1 }],
  ),
  check('api_keys_name_not_blank', 'api_keys', [{ name: 'A' }], blank),
  check(
    'api_keys_key_hash_format',
    'api_keys',
    [{ key_hash: hash }],
    badHashes.map((key_hash) => ({ key_hash })),
  ),
  check('api_keys_scopes_some', 'api_keys', [{ scopes: '{videos:read,videos:write}' }], [{ scopes: '{}' }]),
  check(
    'idempotency_keys_request_hash_format',
    'idempotency_keys',
    [{ request_hash: hash }],
    badHashes.map((request_hash) => ({ request_hash })),
  ),
  check(
    'webhook_endpoints_url_format',
    'webhook_endpoints',
    [{ url: 'https://a.test' }, { url: 'http://a.test' }],
    [{ url: 'ftp://a.test' }, { url: ' https://a.test' }],
  ),
  check(
    'webhook_messages_type_format',
    'webhook_messages',
    [{ type: 'video.ready' }, { type: 'member.role_changed' }],
    [{ type: 'video' }, { type: 'Video.ready' }, { type: 'a..b' }],
  ),
  check(
    'webhook_deliveries_attempts_not_negative',
    'webhook_deliveries',
    [{ attempts: 3 }],
    [{ attempts: -1 }],
  ),
  check(
    'webhook_attempts_duration_not_negative',
    'webhook_attempts',
    [{ duration_ms: 0 }],
    [{ duration_ms: -1 }],
  ),
  check(
    'videos_version_number_positive',
    'videos',
    [{ version_number: 1, version_count: 1 }],
    [{ version_number: 0 }, { version_count: 0 }],
  ),
  check('tags_name_not_blank', 'tags', [{ name: 'A' }], blank),
  check(
    'tags_color_format',
    'tags',
    [{ color: '#00ff7f' }, { color: null }],
    [{ color: '#00FF7F' }, { color: 'red' }, { color: '#fff' }],
  ),
  check(
    'tags_hidden_are_global',
    'tags',
    [{ organization_id: null, name: 'workflow:upscale' }, { name: 'workflow' }],
    [{ name: 'workflow:upscale' }, { name: 'Category:news' }],
  ),
  check('tags_usage_count_not_negative', 'tags', [{ usage_count: 0 }], [{ usage_count: -1 }]),
  check('categories_name_not_blank', 'categories', [{ name: 'A' }], blank),
  check(
    'transcripts_language_format',
    'transcripts',
    [{ language: 'fr' }, { language: 'pt-BR' }, { language: 'zh-Hant-TW' }],
    [{ language: 'x' }, { language: 'german' }, { language: 'de_DE' }, { language: '' }],
  ),
  check('transcript_cues_position_positive', 'transcript_cues', [{ position: 1 }], [{ position: 0 }]),
  check(
    'transcript_cues_start_not_negative',
    'transcript_cues',
    [{ start_seconds: 0 }],
    [{ start_seconds: -0.001 }],
  ),
  check(
    'transcript_cues_end_after_start',
    'transcript_cues',
    [{ end_seconds: 1.001 }],
    [{ end_seconds: 1 }, { end_seconds: 0.5 }],
  ),
  check('transcript_cues_text_not_blank', 'transcript_cues', [{ text: 'A' }], [{ text: ' ' }, { text: '' }]),
];
