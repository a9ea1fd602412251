import { env } from 'cloudflare:workers';
import { sql, type SQL } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import { hideVideo, updateVideo } from '#worker/library/video-edit.queries.ts';
import type { Video } from '#worker/library/view.ts';
import { organizationRevocationsKey, videoRevocationsKey } from '#worker/media/keys.ts';
import { closeEndedRights } from '#worker/rooms/ended-rights.ts';
import { revokeLink } from '#worker/rooms/links.queries.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';

const MINUTE_MS = 60_000;
const inMinutes = (minutes: number): Date => new Date(Date.now() + minutes * MINUTE_MS);

let ada: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
});

const makeSecret = (): Promise<Video> => makeVideo(ada, { visibility: 'private' });
async function makeLink({ id }: Video, expiresInMinutes: number): Promise<string> {
  const expiresAt = inMinutes(expiresInMinutes).toISOString();
  const answer = await ada.post(`/api/videos/${id}/links`, { expiresAt });
  return (await answer.json<{ id: string }>()).id;
}

test('R124 who is in by a link that has expired is out with the next run, nobody else', async () => {
  const video = await makeSecret();
  const [short, long] = [await makeLink(video, 30), await makeLink(video, 90)];
  const [late, early] = [
    await enter(video.id, { name: 'Late', linkId: long }),
    await enter(video.id, { name: 'Early', linkId: short }),
  ];
  const found = await closeEndedRights(env, inMinutes(60));
  expect(await early.untilClosed()).toEqual({ code: 4503, reason: 'This link has expired.' });
  expect(found).toMatchObject({ sockets: 1, unreachable: 0 });
  expect(await late.ask({ t: 'like.set', isLiked: true })).toMatchObject({ code: 'UNAUTHENTICATED' });
  expect(late.closed).toBeUndefined();
});

test('R124 an organization that lets no link be good for so long ends it the same way', async () => {
  const video = await makeSecret();
  const answer = await ada.post(`/api/videos/${video.id}/links`, {});
  const link = await answer.json<{ id: string; token: string }>();
  expect((await new Visitor().post(`/api/links/${link.token}`)).status).toBe(200);
  const guest = await enter(video.id, { linkId: link.id });
  const settle = (settings: string) =>
    runAs(
      createDatabase(env.DATABASE_URL),
      { role: 'registered', userId: ada.id },
      (db) =>
        [
          db.execute(
            sql`update organizations set settings = ${settings}::jsonb where id = ${video.organizationId}`,
          ),
        ] as const,
    );
  await settle('{"linkPolicy": {"longestDays": 1}}');
  await closeEndedRights(env, inMinutes(24 * 60 + 30));
  expect(await guest.untilClosed()).toEqual({ code: 4503, reason: 'This link has expired.' });
  await settle('{}');
});

test('R124 runs that failed are made up for, for a day', async () => {
  const video = await makeSecret();
  const guest = await enter(video.id, { linkId: await makeLink(video, 30) });
  await closeEndedRights(env, inMinutes(24 * 60));
  expect(await guest.untilClosed()).toMatchObject({ code: 4503 });
});

test('R62 a room that could not be told is told within the hour: of a link, and that its video is gone', async () => {
  const [kept, doomed] = [await makeSecret(), await makeSecret()];
  const linkId = await makeLink(kept, 90);
  const [byLink, author, watcher] = [
    await enter(kept.id, { linkId }),
    await enter(kept.id, { userId: ada.id, name: 'Ada', role: 'manage' }),
    await enter(doomed.id, { userId: ada.id, name: 'Ada', role: 'manage' }),
  ];
  const [db, viewer] = [
    createDatabase(env.DATABASE_URL),
    { kind: 'registered', userId: ada.id, name: 'Ada' } as const,
  ];
  await revokeLink(db, viewer, { videoId: kept.id, linkId });
  await hideVideo(db, viewer, doomed.id);
  await closeEndedRights(env, inMinutes(1));
  expect(await byLink.untilClosed()).toEqual({ code: 4503, reason: 'This link has been taken back.' });
  expect(await watcher.untilClosed()).toEqual({ code: 4503, reason: 'The video has been deleted.' });
  expect((await author.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
});

test('R62 a room that could not be told hears within the hour of fewer who share and of members gone', async () => {
  const bob = await signUp('Bob');
  const video = await makeVideo(ada, { visibility: 'public' });
  const [db, viewer] = [
    createDatabase(env.DATABASE_URL),
    { kind: 'registered', userId: ada.id, name: 'Ada' } as const,
  ];
  const asAda = (query: SQL) =>
    runAs(db, { role: 'registered', userId: ada.id }, (db) => [db.execute(query)] as const);
  const ofAda = sql`(select organization_id from videos where id = ${video.id})`;
  await asAda(sql`insert into organization_members (organization_id, user_id, role)
    select ${ofAda}, ${bob.id}::uuid, 'ADMIN'`);
  const inRoom = { userId: ada.id, name: 'Ada', role: 'manage' } as const;
  const [author, member, passer] = [
    await enter(video.id, inRoom),
    await enter(video.id, { ...inRoom, userId: bob.id, name: 'Bob' }),
    await enter(video.id, { name: 'Passer' }),
  ];
  expect((await author.do({ t: 'comment.post', content: 'So that the room is known' })).t).toBe('ack');
  await settleRoom(env, video.id);
  await asAda(sql`delete from organization_members where organization_id = ${ofAda} and user_id = ${bob.id}`);
  await updateVideo(db, viewer, { id: video.id, edit: { visibility: 'private' }, ifUpdatedAt: undefined });
  await closeEndedRights(env, inMinutes(1));
  expect(await passer.untilClosed()).toMatchObject({ code: 4408 });
  expect(await member.untilClosed()).toMatchObject({ code: 4408 });
  expect((await author.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
  const of = async (key: string) => (await env.MEDIA.get(key))?.json();
  const [{ rows }] = await asAda(sql`select ${ofAda} as id`);
  expect(await of(videoRevocationsKey(video.shortId))).toMatchObject({ open: expect.any(Number) });
  expect(await of(organizationRevocationsKey(String(rows[0]?.['id'])))).toMatchObject({
    [`admin:${bob.id}`]: expect.any(Number),
  });
});
