import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { createTestDatabase, type TestDatabase } from '#tests/support/database.ts';
import { createDatabase } from '#worker/db/client.ts';
import { deleteOldSeats } from '#worker/rooms/seats.queries.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { insert, validRows, type Anchors } from './rows.ts';
import { untilSettled } from './until-settled.ts';

let database: TestDatabase;
let superuser: Client;
let app: Client;
const at = {} as Anchors;
let session: string;
let key: string;

beforeAll(async () => {
  database = await createTestDatabase();
  superuser = await connectAs('postgres', database);
  app = await connectAs('lockstep_app', database);
});
afterAll(async () => {
  await Promise.all([app.end(), superuser.end()]);
  await database.drop();
});
beforeEach(async () => {
  at.user = await insert(superuser, 'users', validRows(at).users());
  at.organization = await insert(superuser, 'organizations', validRows(at).organizations());
  at.video = await insert(superuser, 'videos', validRows(at).videos());
  session = await insert(superuser, 'sessions', validRows(at).sessions());
  key = await insert(superuser, 'api_keys', validRows(at).api_keys());
});

/** Takes a seat as somebody, in a transaction that stays open. */
async function begin(client: Client, userId = at.user): Promise<void> {
  await client.query('begin');
  await client.query(
    `select set_config('app.user_id', $1, true), set_config('app.role', 'registered', true)`,
    [userId],
  );
}
const take = (client: Client, by: { session?: string; key?: string }): Promise<number | null> =>
  client
    .query<{ ends: number | null }>('select app.take_seat($1, $2, $3) as ends', [
      at.video,
      by.session ?? null,
      by.key ?? null,
    ])
    .then(({ rows }) => rows[0]?.ends ?? null);
async function seat(
  by: { session?: string; key?: string },
  userId = at.user,
): Promise<number | string | null> {
  await begin(app, userId);
  const outcome = await take(app, by).catch((error: { code?: string }) => error.code ?? 'failed');
  await app.query('commit');
  return outcome;
}
const seats = async () =>
  (
    await superuser.query<{ credential_id: string; has_ended: boolean }>(
      'select credential_id, ended_at is not null as has_ended from room_seats where user_id = $1 order by created_at',
      [at.user],
    )
  ).rows;

test('a seat lasts as long as the session or key it was taken by, at most a day', async () => {
  const day = Date.now() + 86_400_000;
  expect(Math.abs(Number(await seat({ session })) - day)).toBeLessThan(60_000);
  expect(Math.abs(Number(await seat({ key })) - day)).toBeLessThan(60_000);
  const soon = new Date(Date.now() + 600_000);
  await superuser.query('update sessions set expires_at = $2 where id = $1', [session, soon]);
  await superuser.query('update api_keys set expires_at = $2 where id = $1', [key, soon]);
  expect([await seat({ session }), await seat({ key })]).toEqual([soon.getTime(), soon.getTime()]);
  expect(await seats()).toEqual([
    { credential_id: session, has_ended: false },
    { credential_id: key, has_ended: false },
  ]);
});

test('nobody takes one by what is another’s, has ended or never was', async () => {
  const stranger = await insert(superuser, 'users', validRows(at).users());
  expect([await seat({ session }, stranger), await seat({ key }, stranger)]).toEqual(['LS401', 'LS401']);
  expect([await seat({ session: randomUUID() }), await seat({})]).toEqual(['LS401', 'LS401']);
  await superuser.query(`update api_keys set expires_at = now() - interval '1 s' where id = $1`, [key]);
  await superuser.query(`update sessions set expires_at = now() - interval '1 s' where id = $1`, [session]);
  expect([await seat({ session }), await seat({ key })]).toEqual(['LS401', 'LS401']);
  expect(await seats()).toEqual([]);
});

test.each([
  ['a session is deleted', () => ['delete from sessions where id = $1', session], ['session']],
  ['a key is revoked', () => ['update api_keys set revoked_at = now() where id = $1', key], ['key']],
  ['a key is deleted', () => ['delete from api_keys where id = $1', key], ['key']],
  [
    'an account is deactivated',
    () => ['update users set is_active = false where id = $1', at.user],
    ['session', 'key'],
  ],
  ['an account is deleted', () => ['delete from users where id = $1', at.user], ['session', 'key']],
] as const)('when %s, its seats are noted as ended', async (_, change, ended) => {
  await seat({ session });
  await seat({ key });
  const [sql, id] = change();
  await superuser.query(sql ?? '', [id]);
  const names = new Map([
    [session, 'session'],
    [key, 'key'],
  ]);
  expect((await seats()).filter((one) => one.has_ended).map((one) => names.get(one.credential_id))).toEqual(
    ended,
  );
});

test('of a seat and the end of its session at one moment the later knows of the earlier', async () => {
  const other = await connectAs('lockstep_app', database);
  const end = (client: Client) => client.query('select app.end_session($1)', [session]);
  await begin(app);
  await begin(other);
  await take(app, { session });
  const ending = end(other).then(() => 'ended');
  await untilSettled(superuser, ending);
  await app.query('commit');
  await ending;
  await other.query('commit');
  expect(await seats()).toEqual([{ credential_id: session, has_ended: true }]);

  session = await insert(superuser, 'sessions', validRows(at).sessions());
  await begin(app);
  await begin(other);
  await end(other);
  const taking = take(app, { session }).then(
    () => 'taken',
    (error: { code?: string }) => error.code,
  );
  await untilSettled(superuser, taking);
  await other.query('commit');
  expect(await taking).toBe('LS401');
  await app.query('rollback');
  await other.end();
});

test('of a seat and the revocation of its key, too', async () => {
  const other = await connectAs('lockstep_app', database);
  const revoke = () => other.query('update api_keys set revoked_at = now() where id = $1', [key]);
  await begin(app);
  await begin(other);
  await take(app, { key });
  const revoking = revoke().then(() => 'revoked');
  await untilSettled(superuser, revoking);
  await app.query('commit');
  await revoking;
  await other.query('commit');
  expect(await seats()).toEqual([{ credential_id: key, has_ended: true }]);
  await other.end();
});

test('nobody but the clean-up reads who sits where, and nobody writes it by hand', async () => {
  await seat({ session });
  const read = () => orRefusal(app.query('select id from room_seats').then(({ rows }) => rows.length));
  expect(await tryAs(app, { role: 'registered', userId: at.user }, read)).toBe(0);
  expect(await tryAs(app, { role: 'service:room', userId: null }, read)).toBe(0);
  expect(await tryAs(app, { role: 'service:cron', userId: null }, read)).toBeGreaterThan(0);
  const write = () => orRefusal(app.query('update room_seats set ended_at = null'));
  expect(await tryAs(app, { role: 'service:cron', userId: null }, write)).toBe('refused');
});

test('who sat where is forgotten once it is old, unless they have come back since', async () => {
  const dayAgo = new Date(Date.now() - 86_400_000);
  const age = () => superuser.query(`update room_seats set taken_at = now() - interval '2 days'`);
  await seat({ session });
  await seat({ key });
  await age();
  await seat({ session });
  expect(await deleteOldSeats(createDatabase(database.databaseUrl), dayAgo)).toBeGreaterThan(0);
  expect(await seats()).toEqual([{ credential_id: session, has_ended: false }]);
});
