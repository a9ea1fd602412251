import { neonConfig } from '@neondatabase/serverless';
import { expect, test } from 'vitest';
import { createDatabase } from '#worker/db/client.ts';

test('only a database on this machine is asked over the local endpoint', () => {
  createDatabase('postgres://a:b@127.0.0.1:1/c');
  const { fetchEndpoint } = neonConfig;
  if (typeof fetchEndpoint === 'string') throw new Error('an endpoint for every host');
  expect(fetchEndpoint('127.0.0.1', 4321)).toBe('http://127.0.0.1:4321/sql');
  expect(fetchEndpoint('localhost', 4321)).toBe('http://localhost:4321/sql');
  expect(fetchEndpoint('ep-one.eu.aws.neon.tech', 5432)).toMatch(/^https:\/\/api\.eu\.aws\.neon\.tech/);
  expect(fetchEndpoint('localhost.example.org', 5432)).toMatch(/^https:/);
});
