import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { comeInAs, type Visitor } from '#tests/support/workers/visitor.ts';
import { teamCast, walkThree } from './team-cast.ts';

interface Channel {
  id: string;
  slug: string;
  memberCount: number;
}

const cast = teamCast();

const channelsOf = ({ slug }: Team) => `/api/organizations/${slug}/channels`;
const open = async (slug: string, of = cast.team): Promise<Channel> => {
  const answer = await cast.ada.post(channelsOf(of), { name: 'News', slug });
  expect(answer.status).toBe(201);
  return answer.json();
};
const at = ({ id }: Channel, who?: { id: string }) => `/api/channels/${id}${who ? `/members/${who.id}` : ''}`;
const show = async (channel: Channel, who: Visitor = cast.ada) =>
  (await who.get(at(channel))).json<Channel>();
const errorsOf = async (answer: Response) => {
  const { errors } = await answer.json<{ errors: { pointer: string }[] }>();
  return { status: answer.status, pointers: errors.map(({ pointer }) => pointer) };
};

describe('a channel', () => {
  test('is opened once by its id, with a slug from its name', async () => {
    const draft = { id: uuidv7(), name: ' Señor News! ' };
    const first = await cast.ada.post(channelsOf(cast.team), draft);
    const second = await cast.ada.post(channelsOf(cast.team), draft);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.headers.get('location')).toBe(`/api/channels/${draft.id}`);
    const channel = {
      id: draft.id,
      organizationId: cast.team.id,
      slug: 'senor-news',
      name: 'Señor News!',
      description: null,
      memberCount: 0,
      isJoinedByYou: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect(await second.json()).toEqual(channel);
    expect(await (await cast.bob.get(`/api/channels/${draft.id}`)).json()).toEqual(channel);
    const elsewhere = await foundTeam(cast.eve);
    expect((await cast.eve.post(channelsOf(elsewhere), draft)).status).toBe(409);
  });

  test('has its slug to itself in the organization, and not beyond it', async () => {
    const [taken, other] = [await open('taken'), await open('other')];
    const conflict = { status: 409, pointers: ['/slug'] };
    expect(
      await errorsOf(await cast.ada.post(channelsOf(cast.team), { name: 'B', slug: taken.slug })),
    ).toEqual(conflict);
    expect(await errorsOf(await cast.ada.patch(at(other), { slug: taken.slug }))).toEqual(conflict);
    await open('taken', await foundTeam(cast.ada));
  });

  test('is changed and closed by administrators, of the version they saw', async () => {
    const channel = await open('edited');
    for (const asked of [
      cast.bob.post(channelsOf(cast.team), { name: 'Mine' }),
      cast.bob.patch(at(channel), { name: 'Mine' }),
      cast.bob.delete(at(channel)),
    ])
      expect((await asked).status).toBe(403);
    const seen = (await cast.ada.get(at(channel))).headers.get('etag') ?? '';
    const edit = { name: 'Newer', slug: 'newer', description: 'What is new' };
    const changed = await cast.ada.patch(at(channel), edit, { 'if-match': seen });
    expect(await changed.json()).toMatchObject(edit);
    expect(changed.headers.get('etag')).not.toBe(seen);
    expect((await cast.ada.patch(at(channel), { name: 'Older' }, { 'if-match': seen })).status).toBe(412);
    expect((await cast.ada.delete(at(channel), { 'if-match': seen })).status).toBe(412);
    expect((await cast.ada.patch(at(channel), {})).status).toBe(200);
    expect((await cast.ada.delete(at(channel))).status).toBe(204);
    expect((await cast.ada.get(at(channel))).status).toBe(404);
  });

  test('is not there for whoever is in another organization', async () => {
    const channel = await open('walled');
    for (const visitor of [cast.eve, await comeInAs('Grace')])
      for (const asked of [
        visitor.get(channelsOf(cast.team)),
        visitor.get(at(channel)),
        visitor.patch(at(channel), { name: 'Mine' }),
        visitor.delete(at(channel)),
        visitor.get(`${at(channel)}/members`),
        visitor.put(at(channel, cast.eve)),
        visitor.delete(at(channel, cast.bob)),
      ])
        expect((await asked).status).toBe(404);
    for (const id of ['x', uuidv7()]) expect((await cast.ada.get(`/api/channels/${id}`)).status).toBe(404);
  });

  test('closed, leaves its videos in no channel', async () => {
    const channel = await open('closing');
    const { id } = await makeTeamVideo(cast.ada, cast.team);
    expect((await cast.ada.patch(`/api/videos/${id}`, { channelId: channel.id })).status).toBe(200);
    expect((await cast.ada.delete(at(channel))).status).toBe(204);
    expect(await (await cast.ada.get(`/api/videos/${id}`)).json()).toMatchObject({ id, channelId: null });
  });
});

test('channels are walked in the order of their slugs, forward and back', async () => {
  const own = await foundTeam(cast.ada);
  for (const slug of ['b', 'c', 'a']) await open(slug, own);
  expect(await walkThree(cast.ada, channelsOf(own), 'slug')).toEqual([
    { items: ['a', 'b'], next: expect.any(String), prev: null },
    { items: ['c'], next: null, prev: expect.any(String) },
    { items: ['a', 'b'], next: expect.any(String), prev: null },
  ]);
});

describe('members of a channel', () => {
  test('join and leave by themselves, and are counted', async () => {
    const channel = await open('joined');
    const joined = await cast.bob.put(at(channel, cast.bob));
    expect(joined.status).toBe(201);
    const member = {
      user: { id: cast.bob.id, name: 'Bob', username: null, avatarUrl: null },
      joinedAt: expect.any(String),
    };
    expect(await joined.json()).toEqual(member);
    expect((await cast.bob.put(at(channel, cast.bob))).status).toBe(200);
    expect(await show(channel, cast.bob)).toMatchObject({ memberCount: 1, isJoinedByYou: true });
    expect(await show(channel)).toMatchObject({ memberCount: 1, isJoinedByYou: false });
    const listed = await cast.ada.get(`${at(channel)}/members`);
    expect(await listed.json()).toEqual({ items: [member], next: null, prev: null });
    expect((await cast.bob.delete(at(channel, cast.bob))).status).toBe(204);
    expect((await cast.bob.delete(at(channel, cast.bob))).status).toBe(404);
    expect((await show(channel)).memberCount).toBe(0);
  });

  test('are added and removed by administrators, out of the organization only', async () => {
    const channel = await open('added');
    expect((await cast.bob.put(at(channel, cast.ada))).status).toBe(403);
    expect((await cast.ada.put(at(channel, cast.bob))).status).toBe(201);
    expect((await cast.ada.put(at(channel, cast.ada))).status).toBe(201);
    expect((await cast.bob.delete(at(channel, cast.ada))).status).toBe(403);
    for (const id of [cast.eve.id, uuidv7(), 'x'])
      expect((await cast.ada.put(at(channel, { id }))).status).toBe(404);
    expect((await cast.ada.delete(at(channel, cast.bob))).status).toBe(204);
    expect((await show(channel)).memberCount).toBe(1);
  });

  test('leave it with the organization', async () => {
    const own = await foundTeam(cast.ada, [[cast.bob, 'MEMBER']]);
    const channel = await open('left', own);
    expect((await cast.bob.put(at(channel, cast.bob))).status).toBe(201);
    expect((await cast.ada.delete(`/api/organizations/${own.slug}/members/${cast.bob.id}`)).status).toBe(204);
    expect((await show(channel)).memberCount).toBe(0);
  });
});
