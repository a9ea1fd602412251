import { NeonDbError } from '@neondatabase/serverless';
import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { leaveEndedSession } from '#worker/accounts/ended-session.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';

const ENDED = new AppError('UNAUTHENTICATED', 'Over.', {
  cause: Object.assign(new NeonDbError('Over.'), { code: 'LS401' }),
});
const site = new Hono<AppEnv>()
  .all('*', () => {
    throw ENDED;
  })
  .onError((error, c) => leaveEndedSession(error, c) ?? c.text('refused', 401));

const leadsTo = async (path: string, accept = 'text/html'): Promise<string | null> => {
  const url = `https://lockstep.example${path}`;
  const answer = await site.request(
    url,
    { headers: { accept } },
    { PUBLIC_ORIGIN: 'https://lockstep.example' },
  );
  const location = answer.headers.get('location');
  return location && new URL(location, url).href;
};

test.each([
  ['/v/abc?t=8', 'https://lockstep.example/v/abc?t=8'],
  ['//evil.example/v/abc', 'https://lockstep.example/evil.example/v/abc'],
  ['/\\evil.example', 'https://lockstep.example/evil.example'],
  ['/.//evil.example', 'https://lockstep.example/evil.example'],
  ['///evil.example', 'https://lockstep.example/evil.example'],
])('a page whose session has ended is loaded again on this very site: %s', async (path, address) => {
  expect(await leadsTo(path)).toBe(address);
});

test('what no browser shows is refused by whoever asked', async () => {
  expect(await leadsTo('/v/abc', 'application/json')).toBeNull();
  expect(await leadsTo('/api/videos')).toBeNull();
});
