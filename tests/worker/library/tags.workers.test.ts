import { v7 as uuidv7 } from 'uuid';
import { expect, test } from 'vitest';
import { foundTeam, makeTeamVideo } from '#tests/support/workers/team.ts';
import { signUp, Visitor } from '#tests/support/workers/visitor.ts';

interface Named {
  id: string;
  name: string;
}

const itemsOf = async (answer: Response) => (await answer.json<{ items: Named[] }>()).items;
const namesOf = async (answer: Response) => (await itemsOf(answer)).map(({ name }) => name);

async function withVideo() {
  const ada = await signUp();
  const [home] = await itemsOf(await ada.get('/api/organizations'));
  const video = await (await ada.post('/api/videos', { title: 'One', visibility: 'public' })).json<Named>();
  return { ada, tags: `/api/organizations/${home?.id}/tags`, ofVideo: `/api/videos/${video.id}` };
}

test('a video’s tags are set at once, by id and by name, and made where there is none', async () => {
  const { ada, tags, ofVideo } = await withVideo();
  const made = await ada.post(tags, { name: 'Release', color: '#1e90ff' });
  const tag = await made.json<Named>();
  expect([made.status, (await ada.post(tags, { name: 'RELEASE' })).status]).toEqual([201, 409]);
  const set = await ada.put(`${ofVideo}/tags`, { tagIds: [tag.id], names: ['draft', 'release'] });
  expect(await namesOf(set)).toEqual(['draft', 'Release']);
  expect(await namesOf(await ada.put(`${ofVideo}/tags`, { names: ['Release'] }))).toEqual(['Release']);
  const listed = await (await ada.get(tags)).json();
  expect(listed).toMatchObject({
    items: [
      { name: 'draft', videoCount: 0 },
      { name: 'Release', videoCount: 1 },
    ],
  });
});

test('a deactivated tag stays where it is and is set nowhere else; the system’s are set by nobody', async () => {
  const { ada, tags, ofVideo } = await withVideo();
  const tag = await (await ada.post(tags, { name: 'Old' })).json<Named>();
  await ada.put(`${ofVideo}/tags`, { tagIds: [tag.id] });
  expect((await ada.patch(`/api/tags/${tag.id}`, { isActive: false })).status).toBe(200);
  expect(await namesOf(await ada.get(`${ofVideo}/tags`))).toEqual(['Old']);
  expect((await ada.put(`${ofVideo}/tags`, { tagIds: [tag.id] })).status).toBe(200);
  await ada.put(`${ofVideo}/tags`, {});
  expect((await ada.put(`${ofVideo}/tags`, { tagIds: [tag.id] })).status).toBe(400);
  expect((await ada.put(`${ofVideo}/tags`, { names: ['workflow:done'] })).status).toBe(400);
  expect((await ada.post(tags, { name: 'Category:x' })).status).toBe(400);
});

test('tags are there for members only; categories are for all to read and for managers to set', async () => {
  const [{ ada, tags, ofVideo }, eve] = [await withVideo(), await signUp('Eve')];
  const tag = await (await ada.post(tags, { name: 'Mine' })).json<Named>();
  const asked = [eve.get(tags), eve.post(tags, { name: 'x' }), eve.delete(`/api/tags/${tag.id}`)];
  for (const answer of await Promise.all(asked)) expect(answer.status).toBe(404);
  expect((await eve.put(`${ofVideo}/tags`, { names: ['x'] })).status).toBe(403);
  const [first] = await itemsOf(await new Visitor().get('/api/categories'));
  const categoryIds = [first?.id];
  expect(await itemsOf(await ada.put(`${ofVideo}/categories`, { categoryIds }))).toEqual([first]);
  expect(await itemsOf(await ada.put(`${ofVideo}/categories`, { categoryIds: [] }))).toEqual([]);
  expect((await eve.put(`${ofVideo}/categories`, { categoryIds })).status).toBe(403);
});

test('a tag is made once by its id, read by members, changed and deleted by administrators', async () => {
  const [ada, bob, eve] = [await signUp('Ada'), await signUp('Bob'), await signUp('Eve')];
  const team = await foundTeam(ada, [[bob, 'MEMBER']]);
  const draft = { id: uuidv7(), name: ' Release ', color: '#1e90ff' };
  const path = `/api/tags/${draft.id}`;
  const first = await bob.post(`/api/organizations/${team.slug}/tags`, draft);
  const second = await bob.post(`/api/organizations/${team.slug}/tags`, draft);
  expect([first.status, second.status]).toEqual([201, 200]);
  const shown = await bob.get(path);
  expect(await shown.json()).toEqual({
    id: draft.id,
    organizationId: team.id,
    name: 'Release',
    description: null,
    color: '#1e90ff',
    isActive: true,
    videoCount: 0,
    createdAt: expect.any(String),
    updatedAt: expect.any(String),
  });
  const seen = { 'if-match': shown.headers.get('etag') ?? '' };
  for (const asked of [bob.patch(path, { isActive: false }), bob.delete(path)])
    expect((await asked).status).toBe(403);
  for (const asked of [new Visitor().get(path), eve.get(path), eve.patch(path, { isActive: false })])
    expect((await asked).status).toBe(404);
  expect(await (await ada.patch(path, { color: null }, seen)).json()).toMatchObject({ color: null });
  expect((await ada.patch(path, { color: '#000000' }, seen)).status).toBe(412);
  expect((await ada.delete(path, seen)).status).toBe(412);
  expect((await ada.delete(path)).status).toBe(204);
  expect((await ada.get(path)).status).toBe(404);
});

test('tags are walked by name however it is written; the product has none of its own to begin with', async () => {
  const ada = await signUp();
  const tags = `/api/organizations/${(await foundTeam(ada)).slug}/tags`;
  for (const name of ['b', 'C', 'A']) await ada.post(tags, { name });
  const pageAt = async (query: string) => {
    const answer = await ada.get(`${tags}?limit=2&${query}`);
    const { items, ...cursors } = await answer.json<{ items: Named[]; next: string; prev: string }>();
    return { names: items.map(({ name }) => name), ...cursors };
  };
  const first = await pageAt('');
  expect(first).toEqual({ names: ['A', 'b'], next: expect.any(String), prev: null });
  const last = await pageAt(`cursor=${first.next}`);
  expect(last).toEqual({ names: ['C'], next: null, prev: expect.any(String) });
  expect((await pageAt(`cursor=${last.prev}`)).names).toEqual(['A', 'b']);
  const global = await new Visitor().get('/api/tags');
  expect(await global.json()).toEqual({ items: [], next: null, prev: null });
});

test('what is another organization’s or nobody’s is set on no video; what is set is the version seen', async () => {
  const [ada, eve] = [await signUp('Ada'), await signUp('Eve')];
  const [team, other] = [await foundTeam(ada), await foundTeam(eve)];
  const { id } = await makeTeamVideo(ada, team, 'public');
  const hers = await (
    await eve.post(`/api/organizations/${other.slug}/tags`, { name: 'Hers' })
  ).json<Named>();
  for (const tagId of [hers.id, uuidv7()]) {
    const refused = await ada.put(`/api/videos/${id}/tags`, { tagIds: [tagId], names: ['kept out'] });
    expect(refused.status).toBe(400);
    expect(await refused.json()).toMatchObject({ errors: [{ pointer: '/tagIds' }] });
  }
  const unknown = await ada.put(`/api/videos/${id}/categories`, { categoryIds: [uuidv7()] });
  expect(await unknown.json()).toMatchObject({ status: 400, errors: [{ pointer: '/categoryIds' }] });
  const [one] = await itemsOf(await ada.get('/api/categories'));
  const edits: [string, object][] = [
    ['tags', { names: ['mine'] }],
    ['categories', { categoryIds: [one?.id] }],
  ];
  for (const [noun, edit] of edits) {
    const path = `/api/videos/${id}/${noun}`;
    const seen = { 'if-match': (await ada.get(path)).headers.get('etag') ?? '' };
    const set = await ada.put(path, edit, seen);
    expect(set.status).toBe(200);
    const shown = await ada.get(path);
    expect(await shown.json()).toEqual(await set.json());
    expect(shown.headers.get('etag')).toBe(set.headers.get('etag'));
    expect((await ada.put(path, edit, seen)).status).toBe(412);
  }
  // Labels of an organization are there for its members; categories for everybody.
  expect(await namesOf(await new Visitor().get(`/api/videos/${id}/tags`))).toEqual([]);
  expect(await namesOf(await new Visitor().get(`/api/videos/${id}/categories`))).toEqual([one?.name]);
});
