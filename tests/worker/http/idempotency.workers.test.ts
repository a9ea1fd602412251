import { env } from 'cloudflare:workers';
import { eq, sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { idempotencyKeys } from '#tables/rights.ts';
import { makeVideo } from '#tests/support/workers/library.ts';
import { keyOf } from '#tests/support/workers/api/actors.ts';
import {
  comeInAs,
  linkIn,
  mailTo,
  PASSWORD,
  type Person,
  signUp,
  Visitor,
} from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import { purgeIdempotencyKeys } from '#worker/http/idempotency.queries.ts';

let ada: Person;
beforeAll(async () => {
  ada = await signUp('Ada');
});

const VIDEOS = '/api/videos';
const once = (who: Visitor, path: string, json: unknown, key: string) =>
  who.ask('POST', path, { json, headers: { 'idempotency-key': key } });
const newKey = () => crypto.randomUUID();
const wasReplayed = (answer: Response) => answer.headers.get('idempotency-replayed');

/** What the table holds of somebody, changed first where `edit` is given. */
async function stored(who: Person, edit?: Partial<typeof idempotencyKeys.$inferInsert>) {
  const [, rows] = await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: who.id },
    (db) =>
      [
        edit
          ? db.update(idempotencyKeys).set(edit).where(eq(idempotencyKeys.userId, who.id))
          : db.execute(sql`select`),
        db.select().from(idempotencyKeys).where(eq(idempotencyKeys.userId, who.id)),
      ] as const,
  );
  return rows;
}

/** A request that has begun and never ended. */
const leaveUnderWay = (who: Person, key: string, createdAt: Date) =>
  runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: who.id },
    (db) =>
      [
        db.insert(idempotencyKeys).values({
          userId: who.id,
          key,
          requestHash: '0'.repeat(64),
          expiresAt: new Date('2099-01-01'),
          createdAt,
        }),
      ] as const,
  );

describe('a POST with an Idempotency-Key', () => {
  test('is done once; its repeats hear what the first was answered', async () => {
    const key = newKey();
    const first = await once(ada, VIDEOS, { title: 'Once' }, key);
    const again = await once(ada, VIDEOS, { title: 'Once' }, `"${key}"`);
    expect([first.status, wasReplayed(first)]).toEqual([201, null]);
    expect([again.status, wasReplayed(again)]).toEqual([201, 'true']);
    for (const name of ['location', 'etag', 'content-type'])
      expect(again.headers.get(name)).toBe(first.headers.get(name));
    expect(await again.json()).toEqual(await first.json());
    const other = await once(ada, VIDEOS, { title: 'Once' }, newKey());
    expect([other.status, wasReplayed(other)]).toEqual([201, null]);
  });

  test('asking for something else is a conflict, whatever else it is', async () => {
    const key = newKey();
    await once(ada, VIDEOS, { title: 'Once' }, key);
    for (const answer of [
      await once(ada, VIDEOS, { title: 'Twice' }, key),
      await once(ada, `${VIDEOS}?x=1`, { title: 'Once' }, key),
      await once(ada, '/api/me/keys', { title: 'Once' }, key),
    ])
      expect(await answer.json()).toMatchObject({
        code: 'CONFLICT',
        detail: 'This Idempotency-Key was used for another request. Take a new one.',
      });
  });

  test('at the same moment as its repeats is done by one of them', async () => {
    const eve = await signUp('Eve');
    const key = newKey();
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => once(eve, VIDEOS, { title: 'Once' }, key)),
    );
    const made = answers.filter(({ status }) => status === 201);
    const late = answers.filter(({ status }) => status === 409);
    expect(made.filter((answer) => wasReplayed(answer) === null)).toHaveLength(1);
    expect(made.length + late.length).toBe(5);
    for (const answer of late) expect(answer.headers.get('retry-after')).toBe('1');
  });

  test('hears a refusal again, with the id of the request at hand; not one that signing in would heal', async () => {
    const key = newKey();
    const first = await once(ada, VIDEOS, { title: '' }, key);
    const again = await once(ada, VIDEOS, { title: '' }, key);
    expect([first.status, again.status, wasReplayed(again)]).toEqual([400, 400, 'true']);
    expect(await again.json()).toEqual({
      ...(await first.json<object>()),
      instance: again.headers.get('x-request-id'),
    });
    const grace = await comeInAs('Grace');
    const refused = await once(grace, VIDEOS, { title: 'x' }, key);
    expect([refused.status, wasReplayed(refused)]).toEqual([401, null]);
  });

  test('that died is taken up again after a minute, and all is forgotten after a day', async () => {
    const eve = await signUp('Eve');
    const key = newKey();
    await once(eve, VIDEOS, { title: 'Once' }, key);
    await stored(eve, { status: null, body: null, headers: null });
    const soon = await once(eve, VIDEOS, { title: 'Once' }, key);
    expect([soon.status, soon.headers.get('retry-after')]).toEqual([409, '1']);
    await stored(eve, { expiresAt: new Date('2026-01-01') });
    const later = await once(eve, VIDEOS, { title: 'Twice' }, key);
    expect([later.status, wasReplayed(later)]).toEqual([201, null]);
    await stored(eve, { expiresAt: new Date('2026-01-01') });
    expect(await purgeIdempotencyKeys(env)).toBeGreaterThan(0);
    expect(await stored(eve)).toEqual([]);
    await leaveUnderWay(eve, key, new Date(Date.now() - 61_000));
    expect((await once(eve, VIDEOS, { title: 'Once' }, key)).status).toBe(201);
  });

  test('stores nothing that can be read: no secret that was answered', async () => {
    const eve = await signUp('Eve');
    const idempotencyKey = newKey();
    const draft = { name: 'Robot', scopes: ['videos:read'] };
    const made = await once(eve, '/api/me/keys', draft, idempotencyKey);
    const { key } = await made.json<{ key: string }>();
    const [row] = await stored(eve);
    expect(row).toMatchObject({ status: 201, key: idempotencyKey, body: expect.any(String) });
    expect(JSON.stringify(row)).not.toContain(key);
    expect(JSON.stringify(row)).not.toContain('Robot');
    expect(await (await once(eve, '/api/me/keys', draft, idempotencyKey)).json()).toMatchObject({ key });
    // What was sealed for one cannot be opened as another’s.
    await stored(eve, { body: `${row?.body?.slice(0, -4)}AAA=` });
    const unread = await once(eve, '/api/me/keys', draft, idempotencyKey);
    expect(await unread.json()).toMatchObject({ code: 'CONFLICT' });
  });

  test('that signed somebody in does not hand the session out again', async () => {
    const grace = await comeInAs('Grace');
    const email = `grace-${crypto.randomUUID().slice(0, 8)}@example.com`;
    await grace.post('/api/auth/sign-up/email', { name: 'Grace', email, password: PASSWORD });
    const token = linkIn(await mailTo(email));
    const guestCookies = [...grace.cookies];
    const key = newKey();
    expect((await once(grace, '/api/auth/verify-email', { token }, key)).status).toBe(200);
    for (const [name, value] of guestCookies) grace.cookies.set(name, value);
    const again = await once(grace, '/api/auth/verify-email', { token }, key);
    expect(again.status).toBeGreaterThanOrEqual(400);
  });

  test('is its caller’s alone, and works by API key', async () => {
    const key = newKey();
    const eve = await signUp('Eve');
    await once(ada, VIDEOS, { title: 'Once' }, key);
    expect(wasReplayed(await once(eve, VIDEOS, { title: 'Once' }, key))).toBeNull();
    const robot = await keyOf(eve, ['videos:write']);
    expect(wasReplayed(await once(robot, VIDEOS, { title: 'Once' }, key))).toBe('true');
  });

  test.each(['', ' ', 'x'.repeat(256), 'a"b', 'a b'])('named %j is refused', async (key) => {
    const answer = await once(ada, VIDEOS, { title: 'Once' }, key);
    expect(answer.status).toBe(400);
  });

  test('of nobody, or another method, does not look at it', async () => {
    const video = await makeVideo(ada);
    const headers = { 'idempotency-key': newKey() };
    for (const title of ['One', 'Two'])
      expect((await ada.patch(`${VIDEOS}/${video.id}`, { title }, headers)).status).toBe(200);
    const nobody = new Visitor();
    for (const name of ['Ann', 'Bob']) {
      nobody.cookies.clear();
      expect((await nobody.ask('POST', '/api/guests', { json: { name }, headers })).status).toBe(201);
    }
  });
});

test('the start of an upload brings no file: with a key for repeats nothing large is read into memory', async () => {
  const ada = await signUp('Ada');
  const answer = await ada.ask('POST', '/api/uploads', {
    body: new Uint8Array(1024 * 1024 + 1),
    headers: { 'idempotency-key': crypto.randomUUID(), 'tus-resumable': '1.0.0', 'upload-length': '10' },
  });
  expect(answer.status).toBe(413);
});
