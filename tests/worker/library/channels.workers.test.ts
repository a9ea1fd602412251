import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { foundTeam, makeTeamVideo, type Team } from '#tests/support/workers/team.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';

type Person = Awaited<ReturnType<typeof signUp>>;
interface Channel {
  id: string;
  slug: string;
  memberCount: number;
}
interface Page {
  items: Channel[];
  next: string | null;
  prev: string | null;
}

let ada: Person;
let bob: Person;
let eve: Person;
let team: Team;
beforeAll(async () => {
  [ada, bob, eve] = [await signUp('Ada'), await signUp('Bob'), await signUp('Eve')];
  team = await foundTeam(ada, [[bob, 'MEMBER']]);
});

const channelsOf = ({ slug }: Team) => `/api/organizations/${slug}/channels`;
const open = async (slug: string, of = team): Promise<Channel> => {
  const answer = await ada.post(channelsOf(of), { name: 'News', slug });
  expect(answer.status).toBe(201);
  return answer.json();
};
const at = ({ id }: Channel, who?: { id: string }) => `/api/channels/${id}${who ? `/members/${who.id}` : ''}`;
const show = async (channel: Channel, who: Visitor = ada) => (await who.get(at(channel))).json<Channel>();
const errorsOf = async (answer: Response) => {
  const { errors } = await answer.json<{ errors: { pointer: string }[] }>();
  return { status: answer.status, pointers: errors.map(({ pointer }) => pointer) };
};

describe('a channel', () => {
  test('is opened once by its id, with a slug from its name', async () => {
    const draft = { id: uuidv7(), name: ' Señor News! ' };
    const first = await ada.post(channelsOf(team), draft);
    const second = await ada.post(channelsOf(team), draft);
    expect([first.status, second.status]).toEqual([201, 200]);
    expect(first.headers.get('location')).toBe(`/api/channels/${draft.id}`);
    const channel = {
      id: draft.id,
      organizationId: team.id,
      slug: 'senor-news',
      name: 'Señor News!',
      description: null,
      memberCount: 0,
      isJoinedByYou: false,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
    };
    expect(await second.json()).toEqual(channel);
    expect(await (await bob.get(`/api/channels/${draft.id}`)).json()).toEqual(channel);
    const elsewhere = await foundTeam(eve);
    expect((await eve.post(channelsOf(elsewhere), draft)).status).toBe(409);
  });

  test('has its slug to itself in the organization, and not beyond it', async () => {
    const [taken, other] = [await open('taken'), await open('other')];
    const conflict = { status: 409, pointers: ['/slug'] };
    expect(await errorsOf(await ada.post(channelsOf(team), { name: 'B', slug: taken.slug }))).toEqual(
      conflict,
    );
    expect(await errorsOf(await ada.patch(at(other), { slug: taken.slug }))).toEqual(conflict);
    await open('taken', await foundTeam(ada));
  });

  test('is changed and closed by administrators, of the version they saw', async () => {
    const channel = await open('edited');
    for (const asked of [
      bob.post(channelsOf(team), { name: 'Mine' }),
      bob.patch(at(channel), { name: 'Mine' }),
      bob.delete(at(channel)),
    ])
      expect((await asked).status).toBe(403);
    const seen = (await ada.get(at(channel))).headers.get('etag') ?? '';
    const edit = { name: 'Newer', slug: 'newer', description: 'What is new' };
    const changed = await ada.patch(at(channel), edit, { 'if-match': seen });
    expect(await changed.json()).toMatchObject(edit);
    expect(changed.headers.get('etag')).not.toBe(seen);
    expect((await ada.patch(at(channel), { name: 'Older' }, { 'if-match': seen })).status).toBe(412);
    expect((await ada.delete(at(channel), { 'if-match': seen })).status).toBe(412);
    expect((await ada.patch(at(channel), {})).status).toBe(200);
    expect((await ada.delete(at(channel))).status).toBe(204);
    expect((await ada.get(at(channel))).status).toBe(404);
  });

  test('is not there for whoever is in another organization', async () => {
    const channel = await open('walled');
    for (const visitor of [eve, await comeInAs('Grace')])
      for (const asked of [
        visitor.get(channelsOf(team)),
        visitor.get(at(channel)),
        visitor.patch(at(channel), { name: 'Mine' }),
        visitor.delete(at(channel)),
        visitor.get(`${at(channel)}/members`),
        visitor.put(at(channel, eve)),
        visitor.delete(at(channel, bob)),
      ])
        expect((await asked).status).toBe(404);
    for (const id of ['x', uuidv7()]) expect((await ada.get(`/api/channels/${id}`)).status).toBe(404);
  });

  test('closed, leaves its videos in no channel', async () => {
    const channel = await open('closing');
    const { id } = await makeTeamVideo(ada, team);
    expect((await ada.patch(`/api/videos/${id}`, { channelId: channel.id })).status).toBe(200);
    expect((await ada.delete(at(channel))).status).toBe(204);
    expect(await (await ada.get(`/api/videos/${id}`)).json()).toMatchObject({ id, channelId: null });
  });
});

test('channels are walked in the order of their slugs, forward and back', async () => {
  const own = await foundTeam(ada);
  for (const slug of ['b', 'c', 'a']) await open(slug, own);
  const pageAt = async (query: string) => {
    const { items, ...cursors } = await (await ada.get(`${channelsOf(own)}?limit=2&${query}`)).json<Page>();
    return { slugs: items.map(({ slug }) => slug), ...cursors };
  };
  const first = await pageAt('');
  expect(first).toEqual({ slugs: ['a', 'b'], next: expect.any(String), prev: null });
  const last = await pageAt(`cursor=${first.next}`);
  expect(last).toEqual({ slugs: ['c'], next: null, prev: expect.any(String) });
  expect((await pageAt(`cursor=${last.prev}`)).slugs).toEqual(['a', 'b']);
});

describe('members of a channel', () => {
  test('join and leave by themselves, and are counted', async () => {
    const channel = await open('joined');
    const joined = await bob.put(at(channel, bob));
    expect(joined.status).toBe(201);
    const member = {
      user: { id: bob.id, name: 'Bob', username: null, avatarUrl: null },
      joinedAt: expect.any(String),
    };
    expect(await joined.json()).toEqual(member);
    expect((await bob.put(at(channel, bob))).status).toBe(200);
    expect(await show(channel, bob)).toMatchObject({ memberCount: 1, isJoinedByYou: true });
    expect(await show(channel)).toMatchObject({ memberCount: 1, isJoinedByYou: false });
    const listed = await ada.get(`${at(channel)}/members`);
    expect(await listed.json()).toEqual({ items: [member], next: null, prev: null });
    expect((await bob.delete(at(channel, bob))).status).toBe(204);
    expect((await bob.delete(at(channel, bob))).status).toBe(404);
    expect((await show(channel)).memberCount).toBe(0);
  });

  test('are added and removed by administrators, out of the organization only', async () => {
    const channel = await open('added');
    expect((await bob.put(at(channel, ada))).status).toBe(403);
    expect((await ada.put(at(channel, bob))).status).toBe(201);
    expect((await ada.put(at(channel, ada))).status).toBe(201);
    expect((await bob.delete(at(channel, ada))).status).toBe(403);
    for (const id of [eve.id, uuidv7(), 'x']) expect((await ada.put(at(channel, { id }))).status).toBe(404);
    expect((await ada.delete(at(channel, bob))).status).toBe(204);
    expect((await show(channel)).memberCount).toBe(1);
  });

  test('leave it with the organization', async () => {
    const own = await foundTeam(ada, [[bob, 'MEMBER']]);
    const channel = await open('left', own);
    expect((await bob.put(at(channel, bob))).status).toBe(201);
    expect((await ada.delete(`/api/organizations/${own.slug}/members/${bob.id}`)).status).toBe(204);
    expect((await show(channel)).memberCount).toBe(0);
  });
});
