import { env } from 'cloudflare:workers';
import { sql } from 'drizzle-orm';
import { beforeEach, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { enter } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { runAs } from '#worker/db/actor.ts';
import { createDatabase } from '#worker/db/client.ts';
import type { Video } from '#worker/library/view.ts';

type Somebody = Visitor & { id: string };
let ada: Somebody;
let bob: Somebody;
let video: Video;

beforeEach(async () => {
  ada = await signUp('Ada');
  bob = await signUp('Bob');
  video = await makeVideo(ada, { visibility: 'organization' });
});

/** Makes somebody a member of the organization Ada's videos belong to; its id. */
async function admit(member: Somebody, role = 'MEMBER'): Promise<string> {
  const [{ rows }] = await runAs(
    createDatabase(env.DATABASE_URL),
    { role: 'registered', userId: ada.id },
    (db) =>
      [
        db.execute<{ id: string }>(sql`
          insert into organization_members (organization_id, user_id, role)
          select organization_id, ${member.id}::uuid, ${role}::organization_role from videos where id = ${video.id}
          returning organization_id as id`),
      ] as const,
  );
  return rows[0]?.id ?? '';
}
const remove = async (who: Visitor, organization: string, userId: string) => {
  const answer = await who.delete(`/api/organizations/${organization}/members/${userId}`);
  return answer.status === 204 ? 204 : { status: answer.status, ...(await answer.json<object>()) };
};
const sees = async (who: Visitor) => (await who.get(`/api/videos/${video.id}`)).status === 200;

test('R123 who is removed sees the organization’s videos no more and is out of their rooms', async () => {
  const organization = await admit(bob);
  expect(await sees(bob)).toBe(true);
  const [his, hers] = [
    await enter(video.id, { userId: bob.id, name: 'Bob' }),
    await enter(video.id, { userId: ada.id, name: 'Ada', role: 'manage' }),
  ];
  expect(await remove(ada, organization, bob.id)).toBe(204);
  expect(await his.untilClosed()).toEqual({
    code: 4503,
    reason: 'You are no longer a member of this organization.',
  });
  expect(await sees(bob)).toBe(false);
  expect((await hers.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
  expect(await remove(ada, organization, bob.id)).toMatchObject({ status: 404 });
});

test('R123 who leaves by themselves is out, too; in a public video nobody loses anything', async () => {
  const organization = await admit(bob);
  const open = await makeVideo(ada);
  const [shared, everybodys] = [
    await enter(video.id, { userId: bob.id, name: 'Bob' }),
    await enter(open.id, { userId: bob.id, name: 'Bob' }),
  ];
  expect(await remove(bob, organization, bob.id)).toBe(204);
  expect(await shared.untilClosed()).toMatchObject({ code: 4503 });
  expect((await everybodys.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
});

test('R123 an administrator who goes manages nothing any more, in public videos neither', async () => {
  const organization = await admit(bob, 'ADMIN');
  const open = await makeVideo(ada);
  const socket = await enter(open.id, { userId: bob.id, name: 'Bob', role: 'manage' });
  expect(await remove(ada, organization, bob.id)).toBe(204);
  expect(await socket.untilClosed()).toMatchObject({ code: 4503 });
});

test('R123 the last owner stays, in words about a field', async () => {
  const organization = await admit(bob);
  expect(await remove(ada, organization, ada.id)).toMatchObject({
    status: 400,
    code: 'INVALID',
    errors: [{ pointer: '/userId', detail: 'An organization keeps at least one owner.' }],
  });
});

test('R123 members do not remove others, strangers and guests find nobody, nobody has to sign in', async () => {
  const organization = await admit(bob);
  const carol = await signUp('Carol');
  await admit(carol);
  expect(await remove(bob, organization, carol.id)).toMatchObject({ status: 403, code: 'FORBIDDEN' });
  expect(await remove(bob, organization, ada.id)).toMatchObject({ status: 403 });
  expect(await remove(await signUp('Eve'), organization, bob.id)).toMatchObject({ status: 404 });
  expect(await remove(await comeInAs('Grace'), organization, bob.id)).toMatchObject({ status: 404 });
  expect(await remove(new Visitor(), organization, bob.id)).toMatchObject({ status: 401 });
  for (const id of ['x', "'; --", organization])
    expect(await remove(ada, organization, encodeURIComponent(id))).toMatchObject({ status: 404 });
});
