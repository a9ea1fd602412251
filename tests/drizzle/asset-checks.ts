import { check, given, type CheckCase } from './check-case.ts';

const blank = [{ display_name: ' ' }, { display_name: '' }];
const hash = 'a1'.repeat(32);
const badHashes = ['A1'.repeat(32), 'a1'.repeat(31), ''].map((sha256) => ({ sha256 }));

export const ASSET_CHECKS: CheckCase[] = [
  check('user_assets_name_not_blank', 'user_assets', [{ display_name: 'A' }], blank),
  check('user_assets_file_size_positive', 'user_assets', [{ file_size_bytes: 1 }], [{ file_size_bytes: 0 }]),
  check(
    'user_assets_duration_positive',
    'user_assets',
    [{ duration_seconds: 0.001 }],
    [{ duration_seconds: 0 }, { duration_seconds: -1 }],
  ),
  check('user_assets_usage_count_not_negative', 'user_assets', [{ usage_count: 0 }], [{ usage_count: -1 }]),
  check('user_assets_sha256_format', 'user_assets', [{ sha256: hash }, { sha256: null }], badHashes),
  check('system_assets_name_not_blank', 'system_assets', [{ display_name: 'A' }], blank),
  check(
    'system_assets_usage_count_not_negative',
    'system_assets',
    [{ usage_count: 0 }],
    [{ usage_count: -1 }],
  ),
  check('market_assets_name_not_blank', 'market_assets', [{ display_name: 'A' }], blank),
  check(
    'market_assets_usage_count_not_negative',
    'market_assets',
    [{ usage_count: 0 }],
    [{ usage_count: -1 }],
  ),
  check('market_assets_sha256_format', 'market_assets', [{ sha256: hash }, { sha256: null }], badHashes),
  {
    name: 'asset_uses_of_one',
    table: 'asset_uses',
    passes: [
      given({}),
      (at) => ({ user_asset_id: null, system_asset_id: at.systemAsset }),
      (at) => ({ user_asset_id: null, market_asset_id: at.marketAsset }),
    ],
    fails: [given({ user_asset_id: null }), (at) => ({ market_asset_id: at.marketAsset })],
  },
];
