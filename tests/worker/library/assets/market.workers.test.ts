import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { ageTrash, makeAsset, makeStale, offerAsset, PNG } from '#tests/support/workers/assets.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import { expireAssets } from '#worker/library/assets/asset-retention.ts';
import type { Asset } from '#worker/library/assets/asset-view.ts';
import type { MarketAsset } from '#worker/library/assets/market-view.ts';
import { SYSTEM_FILES } from '#worker/library/assets/system/system-files.ts';

interface Page<Item = Asset> {
  items: Item[];
  next: string | null;
}

const nobody = new Visitor();
/** What was let go of just now is removed a little later. */
const inTwoHours = () => new Date(Date.now() + 2 * 3_600_000);
const take = (visitor: Visitor, id: string) => visitor.post(`/api/market/${id}/takings`);
const page = async <Item = Asset>(visitor: Visitor, path: string): Promise<Page<Item>> =>
  (await visitor.get(path)).json();
const statusOf = async (answer: Promise<Response>): Promise<number> => (await answer).status;

describe('the market', () => {
  test('offers what somebody publishes, to all, once for each id', async () => {
    const ada = await signUp();
    const { id: assetId } = await makeAsset(ada, { name: 'Curtain.png' });
    const draft = { id: uuidv7(), assetId, description: 'Red', tags: ['theatre'] };
    const answers = [await ada.post('/api/market', draft), await ada.post('/api/market', draft)];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    const offer = await answers[0]?.json<MarketAsset>();
    expect(offer).toMatchObject({
      id: draft.id,
      source: 'market',
      sourceNumber: 4,
      name: 'Curtain.png',
      description: 'Red',
      tags: ['theatre'],
      creatorId: ada.id,
      isPublic: true,
      takenAs: null,
      usageCount: 0,
      contentUrl: `/api/assets/${draft.id}/content`,
    });
    expect(await (await nobody.get(`/api/market/${draft.id}`)).json()).toEqual(offer);
    const bytes = await nobody.get(`/api/assets/${draft.id}/content`);
    expect(new Uint8Array(await bytes.arrayBuffer())).toEqual(PNG);
    const found = await page(nobody, '/api/market?q=URTAIN&tag=theatre&limit=100');
    expect(found.items.map(({ id }) => id)).toContain(draft.id);
  });

  test('takes only what is one’s own, whole and no reference', async () => {
    const [ada, eve] = [await signUp(), await signUp()];
    const asset = await makeAsset(ada);
    expect(await statusOf(eve.post('/api/market', { assetId: asset.id }))).toBe(404);
    const draft = { name: 'Dot.png', mimeType: 'image/png', fileSizeBytes: PNG.length };
    const waiting = await (await ada.post('/api/assets', draft)).json<Asset>();
    expect(await statusOf(ada.post('/api/market', { assetId: waiting.id }))).toBe(409);
    const offer = await offerAsset(ada);
    const taken = await (await take(eve, offer.id)).json<Asset>();
    expect(await statusOf(eve.post('/api/market', { assetId: taken.id }))).toBe(409);
    expect(
      await statusOf(eve.post('/api/market', { id: offer.id, assetId: (await makeAsset(eve)).id })),
    ).toBe(409);
  });

  test('shows what is kept back to its creator only', async () => {
    const ada = await signUp();
    const { id } = await offerAsset(ada, { isPublic: false });
    expect(await statusOf(ada.get(`/api/market/${id}`))).toBe(200);
    const mine = await page(ada, '/api/market?creator=me');
    expect(mine.items.map((item) => item.id)).toEqual([id]);
    for (const visitor of [nobody, await signUp(), await comeInAs()]) {
      expect(await statusOf(visitor.get(`/api/market/${id}`))).toBe(404);
      expect(await statusOf(visitor.get(`/api/assets/${id}/content`))).toBe(404);
    }
    expect(await statusOf(take(await signUp(), id))).toBe(404);
  });

  test('is changed and withdrawn by who offers', async () => {
    const [ada, eve] = [await signUp(), await signUp()];
    const { id } = await offerAsset(ada);
    const path = `/api/market/${id}`;
    const tag = (await ada.get(path)).headers.get('etag') ?? '';
    expect(await statusOf(eve.patch(path, { name: 'Mine' }))).toBe(403);
    expect(await statusOf(eve.delete(path))).toBe(403);
    const changed = await ada.patch(path, { name: 'New', tags: ['x'] }, { 'if-match': tag });
    expect(await changed.json()).toMatchObject({ name: 'New', tags: ['x'] });
    expect(await statusOf(ada.patch(path, { name: 'Old' }, { 'if-match': tag }))).toBe(412);
    expect(await statusOf(ada.delete(path))).toBe(204);
    expect(await statusOf(ada.get(path))).toBe(404);
  });
});

describe('taking', () => {
  test('gives the same reference however often and at once, and counts once for each taker', async () => {
    const [ada, eve, bob] = [await signUp(), await signUp(), await signUp()];
    const offer = await offerAsset(ada, { name: 'Shared.png' });
    const answers = await Promise.all(
      [eve, eve, eve, eve, bob, bob, bob].map((taker) => take(taker, offer.id)),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 200, 201, 201]);
    const assets = await Promise.all(answers.map((answer) => answer.json<Asset>()));
    expect(new Set(assets.map(({ id }) => id)).size).toBe(2);
    expect(assets[0]).toMatchObject({
      source: 'user',
      name: 'Shared.png',
      marketAssetId: offer.id,
      usageCount: 0,
    });
    const shown = await (await eve.get(`/api/market/${offer.id}`)).json<MarketAsset>();
    expect(shown).toMatchObject({ usageCount: 2, takenAs: assets[0]?.id, updatedAt: offer.updatedAt });
    expect(await statusOf(eve.ask('PUT', `/api/assets/${assets[0]?.id}/content`, { body: PNG }))).toBe(409);
  });

  test('is kept when the offer is withdrawn and its maker’s own is purged; then the bytes go with the last', async () => {
    const [ada, eve] = [await signUp(), await signUp()];
    const offer = await offerAsset(ada);
    const taken = await (await take(eve, offer.id)).json<Asset>();
    const [own] = (await page(ada, '/api/assets?source=user')).items;
    const contentOf = (id: string) => `/api/assets/${id}/content`;
    const isStored = async () => (await env.MEDIA.list({ prefix: `assets/${own?.id}/` })).objects.length;
    expect(await statusOf(ada.delete(`/api/assets/${own?.id}`))).toBe(204);
    expect(await statusOf(ada.delete(`/api/market/${offer.id}`))).toBe(204);
    await ageTrash(ada.id, 31);
    await expireAssets(env, inTwoHours());
    expect(await statusOf(ada.post(`/api/assets/${own?.id}/restore`))).toBe(404);
    expect(await statusOf(eve.get(contentOf(taken.id)))).toBe(200);
    expect(await (await take(eve, offer.id)).json()).toMatchObject({ id: taken.id });
    expect(await statusOf(take(await signUp(), offer.id))).toBe(404);
    expect(await isStored()).toBe(1);
    await eve.delete(`/api/assets/${taken.id}`);
    await ageTrash(eve.id, 31);
    await expireAssets(env, inTwoHours());
    // The reference is gone; the offer, which nobody has any more, goes the night after.
    await expireAssets(env, inTwoHours());
    expect(await isStored()).toBe(0);
  });

  test('is for accounts', async () => {
    const offer = await offerAsset(await signUp());
    expect(await statusOf(take(nobody, offer.id))).toBe(401);
    expect(await statusOf(take(await comeInAs(), offer.id))).toBe(401);
  });
});

test('an upload nobody finishes is gone after a day', async () => {
  const ada = await signUp();
  const [fresh, stale] = [uuidv7(), uuidv7()];
  await makeStale(ada.id, { id: fresh, hours: 1 });
  await makeStale(ada.id, { id: stale, hours: 25 });
  await expireAssets(env, new Date());
  expect((await page(ada, '/api/assets?source=user')).items.map(({ id }) => id)).toEqual([fresh]);
});

describe('lists', () => {
  test('are of one source, or of all; one’s own needs somebody', async () => {
    const ada = await signUp();
    const { id } = await makeAsset(ada);
    const system = await page(nobody, '/api/assets?source=system');
    expect(system.items.map(({ reference, source }) => [reference, source]).sort()).toEqual(
      SYSTEM_FILES.map((name) => [name, 'system']).sort(),
    );
    const all = await page(ada, '/api/assets?limit=100');
    expect(all.items.map((item) => item.id)).toEqual(
      expect.arrayContaining([id, ...system.items.map((item) => item.id)]),
    );
    expect((await page(ada, '/api/assets?source=user')).items.map((item) => item.id)).toEqual([id]);
    expect((await page(ada, '/api/assets?source=generation')).items).toEqual([]);
    expect((await page(await signUp(), '/api/assets?source=user')).items).toEqual([]);
    for (const path of ['?source=user', '?source=generation', '?deleted=true'])
      expect(await statusOf(nobody.get(`/api/assets${path}`))).toBe(401);
  });

  test('find by a part of the name as it is written or not, by type and by tag', async () => {
    const ada = await signUp();
    const bytes = new TextEncoder().encode('Words');
    const one = await makeAsset(ada, { name: 'Opening — TITLE_v2.png', userTags: ['final'] });
    const two = await makeAsset(ada, { name: 'Notes 100%.txt', mimeType: 'text/plain', bytes });
    const ids = async (query: string) =>
      (await page(ada, `/api/assets?source=user&${query}`)).items.map(({ id }) => id);
    expect(await ids('q=opening+title')).toEqual([one.id]);
    expect(await ids('q=title%20v2')).toEqual([one.id]);
    expect(await ids('q=%25')).toEqual([two.id, one.id]);
    expect(await ids('q=100%25')).toEqual([two.id]);
    expect(await ids('q=nothing')).toEqual([]);
    expect(await ids('type=document')).toEqual([two.id]);
    expect(await ids('tag=final')).toEqual([one.id]);
  });

  test('walk page by page in each order, missing and repeating none', async () => {
    const ada = await signUp();
    const names = ['b', 'a', 'C', 'ä', 'a'];
    const made: Asset[] = [];
    for (const name of names) made.push(await makeAsset(ada, { name }));
    for (const index of [1, 3, 3]) await ada.post(`/api/assets/${made[index]?.id}/uses`, { id: uuidv7() });
    const walk = async (sort: string): Promise<string[]> => {
      const seen: string[] = [];
      for (let cursor = ''; ;) {
        const { items, next } = await page(ada, `/api/assets?source=user&limit=2&sort=${sort}${cursor}`);
        seen.push(...items.map(({ id }) => id));
        if (next === null) return seen.map((id) => String(made.findIndex((asset) => asset.id === id)));
        cursor = `&cursor=${next}`;
      }
    };
    expect((await walk('recent')).join('')).toBe('43210');
    expect((await walk('used')).join('')).toBe('31420');
    expect((await walk('popular')).join('')).toBe('31420');
    expect((await walk('name')).join('')).toBe('14023');
    const { next } = await page(ada, '/api/assets?source=user&limit=2&sort=name');
    expect(await statusOf(ada.get(`/api/assets?sort=recent&cursor=${next}`))).toBe(400);
    const all = await page(ada, '/api/assets?limit=4&sort=name');
    const further = await page(ada, `/api/assets?limit=100&sort=name&cursor=${all.next}`);
    const both = [...all.items, ...further.items].map(({ id }) => id);
    expect(new Set(both).size).toBe(both.length);
    expect(both).toEqual(expect.arrayContaining(made.map(({ id }) => id)));
  });
});

describe('what the product brings along', () => {
  test.each(['colour-bars', 'countdown-leader', 'two-pop'])('%s can be read by anybody', async (name) => {
    const { items } = await page(nobody, '/api/assets?source=system');
    const asset = items.find(({ reference }) => reference === name);
    const answer = await nobody.get(asset?.contentUrl ?? '');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, asset?.mimeType]);
    const part = await nobody.get(asset?.contentUrl ?? '', { range: 'bytes=0-3' });
    expect([part.status, await part.arrayBuffer()]).toEqual([206, (await answer.arrayBuffer()).slice(0, 4)]);
  });

  test('is counted when somebody uses it', async () => {
    const ada = await signUp();
    const path = '/api/assets/01900000-0000-7000-8000-000000000001';
    const { usageCount } = await (await ada.get(path)).json<Asset>();
    const used = await ada.post(`${path}/uses`, { id: uuidv7() });
    expect(used.status).toBe(201);
    expect((await used.json<Asset>()).usageCount).toBeGreaterThan(usageCount);
    expect(await statusOf(nobody.post(`${path}/uses`, { id: uuidv7() }))).toBe(401);
  });
});
