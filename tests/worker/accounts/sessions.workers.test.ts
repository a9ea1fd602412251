import {
  createExecutionContext,
  createScheduledController,
  env,
  waitOnExecutionContext,
} from 'cloudflare:test';
import { expect, test } from 'vitest';
import { comeInAs, PASSWORD, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import worker from '#worker/index.ts';
import { query } from './accounts-tables.ts';

interface Session {
  id: string;
  device: string;
  isCurrent: boolean;
}
const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0';
const sessionsOf = async (visitor: Visitor): Promise<Session[]> =>
  (await (await visitor.get('/api/me/sessions')).json<{ items: Session[] }>()).items;

/** Signs the same person in from another device. */
async function signInElsewhere(email: string): Promise<Visitor> {
  const visitor = new Visitor();
  const headers = { 'user-agent': FIREFOX, 'cf-connecting-ip': '203.0.113.9' };
  const answer = await visitor.ask('POST', '/api/auth/sign-in/email', {
    json: { email, password: PASSWORD },
    headers,
  });
  expect(answer.status).toBe(200);
  return visitor;
}

test('one sees where one is signed in, and no token', async () => {
  const ada = await signUp('Ada');
  await signInElsewhere(ada.email);
  const answer = await ada.get('/api/me/sessions');
  const { items } = await answer.json<{ items: Session[] }>();
  const time = expect.stringMatching(/^\d{4}-\d\d-\d\dT/);
  const common = { id: expect.any(String), createdAt: time, lastUsedAt: time, expiresAt: time };
  expect(items).toEqual([
    { ...common, device: 'Firefox on Windows', ipAddress: '203.0.113.9', isCurrent: false },
    { ...common, device: 'Unknown device', ipAddress: null, isCurrent: true },
  ]);
});

test('a session that is ended is refused at once by whatever asks the database, and leaves the browser', async () => {
  const ada = await signUp('Ada');
  const there = await signInElsewhere(ada.email);
  const [other] = (await sessionsOf(ada)).filter(({ isCurrent }) => !isCurrent);
  expect((await ada.delete(`/api/me/sessions/${other?.id}`)).status).toBe(204);
  const refused = await there.get('/api/videos');
  expect([refused.status, await refused.json()]).toEqual([
    401,
    expect.objectContaining({ code: 'UNAUTHENTICATED' }),
  ]);
  expect([...there.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
  expect((await there.get('/api/videos')).status).toBe(200);
  expect(await sessionsOf(ada)).toMatchObject([{ isCurrent: true }]);
});

test('a page is loaded again, as anybody sees it', async () => {
  const ada = await signUp('Ada');
  const there = await signInElsewhere(ada.email);
  expect(await (await ada.delete('/api/me/sessions')).json()).toEqual({ endedCount: 1 });
  const page = await there.get('/?page=1', { accept: 'text/html,*/*' });
  expect([page.status, page.headers.get('location')]).toEqual([302, '/?page=1']);
  expect((await there.get('/', { accept: 'text/html' })).status).toBe(200);
  expect(await (await there.get('/api/me')).json()).toMatchObject({ kind: 'anonymous' });
});

test('who one is, is asked of the database: an ended session is nobody at once', async () => {
  const guest = await comeInAs('Grace');
  await query('delete from sessions where user_id = $1', [guest.id]);
  expect(await (await guest.get('/api/me')).json()).toMatchObject({ kind: 'anonymous', id: null });
  expect([...guest.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
});

test('nobody ends another’s session, and one’s own ends here too', async () => {
  const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
  const [hers] = await sessionsOf(ada);
  expect((await eve.delete(`/api/me/sessions/${hers?.id}`)).status).toBe(404);
  expect((await ada.delete(`/api/me/sessions/${hers?.id}`)).status).toBe(204);
  expect([...ada.cookies.keys()].filter((name) => name.includes('session'))).toEqual([]);
});

test('when somebody last signed in and last used a session is noted', async () => {
  const ada = await signUp('Ada');
  const past = `now() - interval '1 day'`;
  await query(`update users set last_login_at = ${past} where id = $1`, [ada.id]);
  await query(`update sessions set last_accessed_at = ${past} where user_id = $1`, [ada.id]);
  await signInElsewhere(ada.email);
  const [user] = await query(
    `select last_login_at > now() - interval '1 minute' as is_recent from users where id = $1`,
    [ada.id],
  );
  expect(user).toEqual({ is_recent: true });
  ada.cookies.delete('lockstep.session_data');
  await ada.get('/api/me');
  const used = () =>
    query<{ n: number }>(
      `select count(*)::int n from sessions where user_id = $1 and last_accessed_at > now() - interval '1 minute'`,
      [ada.id],
    );
  await expect.poll(async () => (await used())[0]?.n).toBe(2);
});

test('what has expired is removed hourly: sessions, and links nobody followed', async () => {
  const ada = await signUp('Ada');
  const id = crypto.randomUUID();
  const past = `now() - interval '1 minute'`;
  await query(
    `insert into verifications (id, identifier, value, expires_at) values ($1, 'reset:x', '{}', ${past})`,
    [id],
  );
  await query(`update sessions set expires_at = ${past} where user_id = $1`, [ada.id]);
  const ctx = createExecutionContext();
  await worker.scheduled(createScheduledController({ cron: '17 * * * *', scheduledTime: new Date() }), env);
  await waitOnExecutionContext(ctx);
  expect(await query('select id from sessions where user_id = $1', [ada.id])).toEqual([]);
  expect(await query('select id from verifications where id = $1', [id])).toEqual([]);
});
