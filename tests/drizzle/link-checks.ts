import { check, type CheckCase } from './check-case.ts';

export const LINK_CHECKS: CheckCase[] = [
  check(
    'watch_links_token_hash_format',
    'watch_links',
    [{ token_hash: 'a1'.repeat(32) }],
    [{ token_hash: 'A1'.repeat(32) }, { token_hash: 'a1'.repeat(31) }, { token_hash: '' }],
  ),
  check('watch_links_label_not_blank', 'watch_links', [{ label: 'For the press' }], [{ label: ' ' }]),
  check('watch_links_max_uses_positive', 'watch_links', [{ max_uses: 1 }, {}], [{ max_uses: 0 }]),
  check(
    'watch_links_use_count_within',
    'watch_links',
    [{ max_uses: 2, use_count: 2 }, { use_count: 99 }],
    [{ max_uses: 2, use_count: 3 }, { use_count: -1 }],
  ),
];
