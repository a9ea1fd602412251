import '@hono/zod-openapi';
import { randomUUID } from 'node:crypto';
import { beforeEach, expect, test } from 'vitest';
import { ownDatabase } from '#tests/drizzle/own-database.ts';
import { EVENTS, isEventType, payloadOf } from '#worker/webhooks/events.ts';

const own = ownDatabase();
const query = async <Row extends object>(text: string, values: unknown[] = []): Promise<Row[]> =>
  (await own.superuser.query<Row>(text, values)).rows;

let at: { user: string; other: string; organization: string; video: string };
let count = 0;
const shortId = () => `w${String((count += 1)).padStart(10, '0')}`;
beforeEach(async () => {
  at = { user: randomUUID(), other: randomUUID(), organization: randomUUID(), video: randomUUID() };
  await query(`insert into users (id, name, email) values ($1, 'A', $3), ($2, 'B', $4)`, [
    at.user,
    at.other,
    `${at.user}@a.test`,
    `${at.other}@a.test`,
  ]);
  await query(`insert into organizations (id, name, slug) values ($1, 'A', $2)`, [
    at.organization,
    `o${at.organization}`,
  ]);
  await query(`insert into organization_members (organization_id, user_id, role) values ($1, $2, 'OWNER')`, [
    at.organization,
    at.user,
  ]);
});
const hear = (events: string[] = []) =>
  query(
    `insert into webhook_endpoints (organization_id, url, sealed_secret, events) values ($1, 'https://a.test', 'x', $2)`,
    [at.organization, events],
  );
const makeVideo = () =>
  query(`insert into videos (id, short_id, title, organization_id, author_id) values ($1, $2, 'T', $3, $4)`, [
    at.video,
    shortId(),
    at.organization,
    at.user,
  ]);
/** An organization that hears nothing. */
async function foundAnother(): Promise<string> {
  const id = randomUUID();
  await query(`insert into organizations (id, name, slug) values ($1, 'B', $2)`, [id, `o${id}`]);
  return id;
}
const told = () =>
  query<{ type: string; data: object; created_at: Date }>(
    'select type, data, created_at from webhook_messages where organization_id = $1 order by created_at, type',
    [at.organization],
  );
const typesTold = async () => (await told()).map(({ type }) => type);

test('all that the catalogue names is told, in its words', async () => {
  await hear();
  const { organization, user, other, video } = at;
  await makeVideo();
  await query(`update videos set title = 'U', tags = '{a}', processing_status = 'complete' where id = $1`, [
    video,
  ]);
  await query(
    `insert into comments (video_id, author_id, content, position_seconds, room_epoch, room_seq, version)
      select $1, $2, 'x', 1.5, 1, n, 1 from generate_series(1, 3) n`,
    [video, user],
  );
  await query(`update comments set content = 'y' where video_id = $1 and room_seq = 1`, [video]);
  await query(
    `update comments set resolved_at = now(), resolved_by = $2 where video_id = $1 and room_seq = 1`,
    [video, user],
  );
  await query(`update comments set deleted_at = now() where video_id = $1 and room_seq = 2`, [video]);
  await query(`insert into screenings (short_id, video_id, host_id) values ($1, $2, $3)`, [
    shortId(),
    video,
    user,
  ]);
  await query(`update screenings set ended_at = now() + interval '1 s' where video_id = $1`, [video]);
  await query(
    `insert into watch_links (video_id, created_by, token_hash, role, expires_at) values ($1, $2, encode(sha256($3), 'hex'), 'view', now())`,
    [video, user, video],
  );
  await query(`update watch_links set revoked_at = now() where video_id = $1`, [video]);
  await query(`insert into video_approvals (video_id, user_id, status) values ($1, $2, 'approved')`, [
    video,
    user,
  ]);
  await query(`insert into organization_members (organization_id, user_id) values ($1, $2)`, [
    organization,
    other,
  ]);
  await query(`update organization_members set role = 'ADMIN' where user_id = $1`, [other]);
  await query(`delete from organization_members where user_id = $1`, [other]);
  await query(`update videos set deleted_at = now() where id = $1`, [video]);
  await query(`update videos set deleted_at = null where id = $1`, [video]);
  await query(`update videos set organization_id = $2 where id = $1`, [video, await foundAnother()]);
  const messages = await told();
  const heard = new Set(messages.map(({ type }) => type));
  expect([...heard, 'webhook.test'].sort()).toEqual(Object.keys(EVENTS).sort());
  for (const { type, data, created_at } of messages) {
    if (!isEventType(type)) throw new Error(type);
    const payload = { type, timestamp: created_at.toISOString(), data };
    // Nothing is left out of what is sent, and nothing is sent that is not written down.
    expect(payloadOf(type).parse(payload)).toEqual(payload);
  }
  expect(messages.find(({ type }) => type === 'video.updated')?.data).toMatchObject({
    changed: ['title', 'tags'],
  });
  expect(messages.filter(({ type }) => type === 'comment.created')).toHaveLength(3);
});

test('a move is told in both organizations, and is no update besides', async () => {
  const elsewhere = await foundAnother();
  const [left, entered] = [at.organization, elsewhere];
  for (const organization of [left, entered]) {
    at.organization = organization;
    await hear(['video.moved', 'video.updated']);
  }
  at.organization = left;
  const [{ id: channel } = { id: '' }] = await query<{ id: string }>(
    `insert into channels (organization_id, name, slug) values ($1, 'C', $2) returning id`,
    [left, `c${randomUUID()}`],
  );
  await makeVideo();
  await query('update videos set channel_id = $2 where id = $1', [at.video, channel]);
  await query('update videos set organization_id = $2, channel_id = null where id = $1', [at.video, entered]);
  const ways = { fromOrganizationId: left, toOrganizationId: entered };
  const moved = (organizationId: string) => ({
    type: 'video.moved',
    data: expect.objectContaining({ organizationId, videoId: at.video, ...ways }),
  });
  const both = (
    await query<{ type: string; data: { organizationId: string } }>(
      `select type, data from webhook_messages where organization_id = any ($1) and type <> 'video.updated'`,
      [[left, entered]],
    )
  ).toSorted((a) => (a.data.organizationId === left ? -1 : 1));
  expect(both).toEqual([moved(left), moved(entered)]);
  expect((await typesTold()).toSorted()).toEqual(['video.moved', 'video.updated']);
  at.organization = entered;
  expect(await typesTold()).toEqual(['video.moved']);
});

test('what was rolled back was never told', async () => {
  await hear();
  await query('begin');
  await makeVideo();
  await query('rollback');
  expect(await told()).toEqual([]);
});

test('counters, progress and likes are told to nobody', async () => {
  await hear();
  await makeVideo();
  await query('update videos set view_count = 3, processing_progress = 50 where id = $1', [at.video]);
  expect(await typesTold()).toEqual(['video.created']);
});

test('a transaction learns whom it has told, and one that told nobody nothing', async () => {
  await hear(['video.created']);
  const toldNow = () => query<{ told: string }>(`select current_setting('app.told_webhooks', true) as told`);
  await query('begin');
  await makeVideo();
  expect(await toldNow()).toEqual([{ told: at.organization }]);
  await query('commit');
  await query('begin');
  await query(`update videos set title = 'V' where id = $1`, [at.video]);
  expect(await toldNow()).toEqual([{ told: '' }]);
  await query('commit');
});

test('an organization goes with all its videos, members and webhooks', async () => {
  await hear();
  await makeVideo();
  await query('delete from organizations where id = $1', [at.organization]);
  expect(await told()).toEqual([]);
});

test('there are twenty endpoints at most', async () => {
  for (let n = 0; n < 20; n += 1) await hear();
  await expect(hear()).rejects.toMatchObject({ constraint: 'webhook_endpoints_at_most' });
});
