import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { enter } from '#tests/support/workers/room-client.ts';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { comeInAs, type Person, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

interface Member {
  user: { id: string; name: string };
  role: string;
}
let ada: Person;
let bob: Person;
let carol: Person;
let eve: Person;
beforeAll(async () => {
  [ada, bob] = [await signUp('Ada'), await signUp('Bob')];
  [carol, eve] = [await signUp('Carol 100%'), await signUp('Eve')];
});

const at = (team: Team, who?: { id: string }) =>
  `/api/organizations/${team.slug}/members${who ? `/${who.id}` : ''}`;
const rolesOf = async (team: Team): Promise<Record<string, string>> => {
  const { items } = await (await ada.get(at(team))).json<{ items: Member[] }>();
  return Object.fromEntries(items.map(({ user, role }) => [user.name, role]));
};
const give = async (giver: Visitor, team: Team, who: { id: string }, role: string) => {
  const answer = await giver.patch(at(team, who), { role });
  return answer.status === 200 ? (await answer.json<Member>()).role : answer.status;
};

describe('members are listed', () => {
  test('to each other, in the order they came, by part of a name and by role, page by page', async () => {
    const team = await foundTeam(ada, [
      [bob, 'ADMIN'],
      [carol, 'MEMBER'],
    ]);
    const namesOf = async (query: string) => {
      const page = await (
        await carol.get(`${at(team)}?${query}`)
      ).json<{ items: Member[]; next: string | null }>();
      return { names: page.items.map(({ user }) => user.name), next: page.next };
    };
    expect(await namesOf('')).toEqual({ names: ['Ada', 'Bob', 'Carol 100%'], next: null });
    const first = await namesOf('limit=2');
    expect(first.names).toEqual(['Ada', 'Bob']);
    expect((await namesOf(`limit=2&cursor=${first.next}`)).names).toEqual(['Carol 100%']);
    expect((await namesOf('q=B')).names).toEqual(['Bob']);
    expect((await namesOf('q=0%25')).names).toEqual(['Carol 100%']);
    expect((await namesOf('q=_')).names).toEqual([]);
    expect((await namesOf('role=OWNER')).names).toEqual(['Ada']);
    expect(await (await carol.get(at(team, bob))).json()).toEqual({
      user: { id: bob.id, name: 'Bob', username: null, avatarUrl: null },
      role: 'ADMIN',
      joinedAt: expect.any(String),
      updatedAt: expect.any(String),
    });
  });

  test('to nobody else', async () => {
    const team = await foundTeam(ada);
    for (const visitor of [eve, await comeInAs('Grace')])
      for (const path of [at(team), at(team, ada)]) expect((await visitor.get(path)).status).toBe(404);
    for (const id of ['x', uuidv7()]) expect((await ada.get(at(team, { id }))).status).toBe(404);
  });
});

describe('a role', () => {
  test('is changed by who stands high enough, never above them', async () => {
    const team = await foundTeam(ada, [
      [bob, 'ADMIN'],
      [carol, 'MEMBER'],
    ]);
    expect(await give(carol, team, carol, 'ADMIN')).toBe(403);
    expect(await give(bob, team, carol, 'ADMIN')).toBe('ADMIN');
    expect(await give(bob, team, carol, 'OWNER')).toBe(403);
    expect(await give(bob, team, ada, 'MEMBER')).toBe(403);
    expect(await give(bob, team, bob, 'OWNER')).toBe(403);
    expect(await give(eve, team, carol, 'MEMBER')).toBe(404);
    expect(await give(ada, team, carol, 'OWNER')).toBe('OWNER');
    expect(await rolesOf(team)).toEqual({ Ada: 'OWNER', Bob: 'ADMIN', 'Carol 100%': 'OWNER' });
  });

  test('is changed of the version that was seen', async () => {
    const team = await foundTeam(ada, [[bob, 'MEMBER']]);
    const seen = (await ada.get(at(team, bob))).headers.get('etag') ?? '';
    expect((await ada.patch(at(team, bob), { role: 'ADMIN' }, { 'if-match': seen })).status).toBe(200);
    expect((await ada.patch(at(team, bob), { role: 'OWNER' }, { 'if-match': seen })).status).toBe(412);
  });

  test('of the last owner stays, in words about the field', async () => {
    const team = await foundTeam(ada, [[bob, 'ADMIN']]);
    const answer = await ada.patch(at(team, ada), { role: 'ADMIN' });
    expect([answer.status, await answer.json()]).toEqual([
      400,
      expect.objectContaining({
        code: 'INVALID',
        errors: [{ pointer: '/role', detail: 'An organization keeps at least one owner.' }],
      }),
    ]);
  });

  test('taken down closes the rooms it managed within a second, to come back as less', async () => {
    const team = await foundTeam(ada, [[bob, 'ADMIN']]);
    const video = await makeTeamVideo(ada, team, 'organization');
    const [his, hers] = [
      await enter(video.id, { userId: bob.id, name: 'Bob', role: 'manage' }),
      await enter(video.id, { userId: ada.id, name: 'Ada', role: 'manage' }),
    ];
    const startedMs = Date.now();
    expect(await give(ada, team, bob, 'MEMBER')).toBe('MEMBER');
    expect(await his.untilClosed()).toEqual({
      code: 4408,
      reason: 'You may do less in this organization now.',
    });
    expect(Date.now() - startedMs).toBeLessThan(1000);
    expect((await hers.do({ t: 'comment.post', content: 'still here' })).t).toBe('ack');
    expect((await (await bob.get(`/api/videos/${video.id}`)).json<{ role: string }>()).role).toBe('control');
  });
});

describe('an organization is handed over', () => {
  const hand = (giver: Visitor, team: Team, userId: string) =>
    giver.post(`/api/organizations/${team.id}/transfer`, { userId });

  test('by its owner to a member: both change', async () => {
    const team = await foundTeam(ada, [
      [bob, 'MEMBER'],
      [carol, 'ADMIN'],
    ]);
    expect((await hand(carol, team, bob.id)).status).toBe(403);
    expect((await hand(ada, team, eve.id)).status).toBe(404);
    expect((await hand(ada, team, ada.id)).status).toBe(400);
    const answer = await hand(ada, team, bob.id);
    expect([answer.status, (await answer.json<{ role: string }>()).role]).toEqual([200, 'ADMIN']);
    expect(await rolesOf(team)).toEqual({ Ada: 'ADMIN', Bob: 'OWNER', 'Carol 100%': 'ADMIN' });
  });

  test('but not a personal one', async () => {
    const { items } = await (await eve.get('/api/organizations')).json<{ items: Team[] }>();
    const own = items[0] as Team;
    expect((await hand(eve, own, ada.id)).status).toBe(404);
    expect(await rolesOf(await foundTeam(ada))).toEqual({ Ada: 'OWNER' });
  });
});
