import { env } from 'cloudflare:workers';
import { expect, test } from 'vitest';

test('workers tests see the database and the buckets of wrangler.toml', async () => {
  expect(env).toMatchObject({ DATABASE_URL: expect.stringMatching(/^postgres:\/\/lockstep_app:/) });
});
