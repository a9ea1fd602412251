import { expect, test } from 'vitest';
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
