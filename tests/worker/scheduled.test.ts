import { expect, test } from 'vitest';
import { readProjectFile } from '#tests/support/source-files.ts';
import { jobsOf, NIGHTLY } from '#worker/scheduled.ts';

test('wrangler.toml asks for two runs, the nightly comparison and the hourly clean-up', () => {
  const [, crons = ''] = /^crons = \[(.*)\]$/m.exec(readProjectFile('wrangler.toml')) ?? [];
  const named = [...crons.matchAll(/"([^"]+)"/g)].map((match) => match[1]);
  expect(named).toEqual([expect.any(String), NIGHTLY]);
  expect(named.map((cron) => Object.keys(jobsOf(cron ?? '')))).toEqual([
    ['uploads', 'accounts', 'sweep', 'rights', 'seats', 'answers', 'linkViews', 'webhooks'],
    ['trash', 'comments', 'archive', 'assets', 'reconcile', 'organizations'],
  ]);
});
