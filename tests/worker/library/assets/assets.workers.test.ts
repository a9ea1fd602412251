import { env } from 'cloudflare:workers';
import { v7 as uuidv7 } from 'uuid';
import { describe, expect, test } from 'vitest';
import { film } from '#tests/support/mp4/films.ts';
import { writeMp4 } from '#tests/support/mp4/write-mp4.ts';
import { makeAsset, PNG } from '#tests/support/workers/assets.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Asset } from '#worker/library/assets/asset-view.ts';

interface Page {
  items: Asset[];
  next: string | null;
}

const nobody = new Visitor();
const draft = { name: 'Dot.png', mimeType: 'image/png', fileSizeBytes: PNG.length };
const make = async (owner: Visitor, more: object = {}): Promise<Asset> =>
  (await owner.post('/api/assets', { ...draft, ...more })).json();
const send = (owner: Visitor, id: string, body: BodyInit) =>
  owner.ask('PUT', `/api/assets/${id}/content`, { body });
const codeOf = async (answer: Response) => [answer.status, (await answer.json<{ code: string }>()).code];
const keysOf = async (id: string) =>
  (await env.MEDIA.list({ prefix: `assets/${id}/` })).objects.map(({ key }) => key);
const text = (words: string) => new TextEncoder().encode(words);

describe('an asset', () => {
  test('waits for its bytes, then is what its first bytes say', async () => {
    const ada = await signUp();
    const answer = await ada.post('/api/assets', { ...draft, userTags: ['a', 'a'] });
    const made = await answer.json<Asset>();
    expect([answer.status, answer.headers.get('location')]).toEqual([201, `/api/assets/${made.id}`]);
    expect((await ada.get(`/api/assets/${made.id}/content`)).status).toBe(404);
    const sent = await send(ada, made.id, PNG);
    expect(sent.status).toBe(200);
    expect(await sent.json()).toEqual({
      id: made.id,
      source: 'user',
      sourceNumber: 1,
      reference: expect.stringMatching(/^[\w-]{11}$/),
      name: 'Dot.png',
      originalFilename: 'Dot.png',
      description: null,
      type: 'image',
      mimeType: 'image/png',
      fileSizeBytes: PNG.length,
      dimensions: { width: 1, height: 1 },
      durationSeconds: null,
      sha256: Buffer.from(await crypto.subtle.digest('SHA-256', PNG)).toString('hex'),
      tags: ['a'],
      systemTags: [],
      classification: { automatic: null, model: null },
      organizationId: expect.any(String),
      marketAssetId: null,
      usageCount: 0,
      lastUsedAt: null,
      isUploaded: true,
      contentUrl: `/api/assets/${made.id}/content`,
      createdAt: expect.any(String),
      updatedAt: expect.any(String),
      deletedAt: null,
    });
    expect(await keysOf(made.id)).toHaveLength(1);
  });

  test('made twice with one id is one; the id of another’s is taken', async () => {
    const ada = await signUp();
    const id = uuidv7();
    const answers = [
      await ada.post('/api/assets', { ...draft, id }),
      await ada.post('/api/assets', { ...draft, id }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([201, 200]);
    expect(await answers[1]?.json()).toEqual(await answers[0]?.json());
    const eve = await signUp();
    expect(await codeOf(await eve.post('/api/assets', { ...draft, id }))).toEqual([409, 'CONFLICT']);
  });

  test('belongs to an organization only its maker is in', async () => {
    const [ada, eve] = [await signUp(), await signUp()];
    const { organizationId } = await make(ada);
    expect(await make(ada, { organizationId })).toMatchObject({ organizationId });
    for (const other of [organizationId, uuidv7()])
      expect(await codeOf(await eve.post('/api/assets', { ...draft, organizationId: other }))).toEqual([
        404,
        'NOT_FOUND',
      ]);
  });

  test('is a film of some length and size', async () => {
    const ada = await signUp();
    const asset = await makeAsset(ada, { bytes: writeMp4(film()), name: 'Film.mp4', mimeType: 'video/mp4' });
    expect(asset).toMatchObject({
      type: 'video',
      mimeType: 'video/mp4',
      durationSeconds: expect.any(Number),
      dimensions: { width: expect.any(Number), height: expect.any(Number) },
    });
  });

  test.each([
    ['fewer bytes than announced', PNG.subarray(1), [400, 'INVALID']],
    ['more bytes than announced', new Uint8Array([...PNG, 0]), [413, 'TOO_LARGE']],
    ['no bytes', '', [400, 'INVALID']],
    ['a program', text('MZ'.padEnd(PNG.length)), [415, 'UNSUPPORTED_MEDIA']],
    ['a PDF called a picture', text('%PDF-1.7'.padEnd(PNG.length)), [415, 'UNSUPPORTED_MEDIA']],
  ] as [string, BodyInit, unknown][])(
    'sent %s leaves nothing, and can be sent again',
    async (_, body, said) => {
      const ada = await signUp();
      const { id } = await make(ada);
      expect(await codeOf(await send(ada, id, body))).toEqual(said);
      expect(await keysOf(id)).toEqual([]);
      expect((await send(ada, id, PNG)).status).toBe(200);
    },
  );

  test('whose sender goes away in the middle leaves nothing', async () => {
    const ada = await signUp();
    const { id } = await make(ada);
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(PNG.subarray(0, 20)),
      pull: (controller) => controller.error(new Error('gone')),
    });
    const answer = await send(ada, id, body).catch(() => undefined);
    expect(answer?.status ?? 400).toBe(400);
    expect(await keysOf(id)).toEqual([]);
  });

  test('that was called a film but is damaged is refused, with why', async () => {
    const ada = await signUp();
    const bytes = writeMp4(film()).subarray(0, 400);
    const { id } = await make(ada, { mimeType: 'video/mp4', fileSizeBytes: bytes.length });
    const answer = await send(ada, id, bytes);
    expect(answer.status).toBe(415);
    expect(await answer.json()).toMatchObject({ detail: expect.stringMatching(/cut short|index/) });
    expect(await keysOf(id)).toEqual([]);
  });

  test('never changes under its id: the same bytes again are fine, others are not', async () => {
    const ada = await signUp();
    const { id } = await makeAsset(ada);
    expect((await send(ada, id, PNG)).status).toBe(200);
    const other = Uint8Array.from(PNG);
    other[other.length - 1] = 0;
    expect(await codeOf(await send(ada, id, other))).toEqual([409, 'CONFLICT']);
    expect(await keysOf(id)).toHaveLength(1);
  });

  test('sent twice at once is one of both, whole', async () => {
    const ada = await signUp();
    const { id } = await make(ada);
    const answers = await Promise.all([send(ada, id, PNG), send(ada, id, PNG)]);
    const statuses = answers.map(({ status }) => status);
    expect(statuses).toContain(200);
    expect(statuses.every((status) => status === 200 || status === 409)).toBe(true);
    expect(await keysOf(id)).toHaveLength(1);
  });
});

describe('the bytes of an asset', () => {
  test('are its owner’s alone, in ranges, conditionally, and never run', async () => {
    const ada = await signUp();
    const { id } = await makeAsset(ada, { name: 'Ü.png' });
    const path = `/api/assets/${id}/content`;
    const whole = await ada.get(path);
    expect(new Uint8Array(await whole.arrayBuffer())).toEqual(PNG);
    expect(Object.fromEntries(whole.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-disposition': "inline; filename*=UTF-8''%C3%9C.png",
      'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-cache',
      'content-length': String(PNG.length),
    });
    const part = await ada.get(path, { range: 'bytes=1-3' });
    expect([
      part.status,
      part.headers.get('content-range'),
      new TextDecoder().decode(await part.arrayBuffer()),
    ]).toEqual([206, `bytes 1-3/${PNG.length}`, 'PNG']);
    expect((await ada.get(path, { 'if-none-match': whole.headers.get('etag') ?? '' })).status).toBe(304);
    const beyond = await ada.get(path, { range: 'bytes=9999-' });
    expect([beyond.status, beyond.headers.get('content-type'), await beyond.json()]).toEqual([
      416,
      'application/problem+json',
      expect.objectContaining({ code: 'INVALID', status: 416 }),
    ]);
    for (const other of [nobody, await signUp(), await comeInAs()])
      expect((await other.get(path)).status).toBe(404);
  });

  test('that are HTML are a file to be saved', async () => {
    const ada = await signUp();
    const bytes = text('<html><script>alert(1)</script>');
    const { id, type } = await makeAsset(ada, { bytes, name: 'x.html', mimeType: 'text/html' });
    const answer = await ada.get(`/api/assets/${id}/content`);
    expect([type, answer.headers.get('content-type'), answer.headers.get('content-disposition')]).toEqual([
      'document',
      'application/octet-stream',
      "attachment; filename*=UTF-8''x.html",
    ]);
  });
});

describe('one’s own assets', () => {
  test('are changed by their owner only, from the version they have seen', async () => {
    const ada = await signUp();
    const { id } = await makeAsset(ada);
    const path = `/api/assets/${id}`;
    const tag = (await ada.get(path)).headers.get('etag') ?? '';
    const changed = await ada.patch(path, { name: 'New', userTags: ['x'] }, { 'if-match': tag });
    expect(await changed.json()).toMatchObject({ name: 'New', originalFilename: 'Dot.png', tags: ['x'] });
    expect((await ada.patch(path, { name: 'Old' }, { 'if-match': tag })).status).toBe(412);
    expect((await ada.delete(path, { 'if-match': tag })).status).toBe(412);
    for (const [visitor, status] of [
      [nobody, 401],
      [await signUp(), 404],
      [await comeInAs(), 404],
    ] as const) {
      expect((await visitor.patch(path, { name: 'Mine' })).status).toBe(status);
      expect((await visitor.delete(path)).status).toBe(status);
      expect((await visitor.post(`${path}/restore`)).status).toBe(status);
      expect((await visitor.post(`${path}/uses`, { id: uuidv7() })).status).toBe(status);
    }
    expect(
      (await ada.patch('/api/assets/01900000-0000-7000-8000-000000000001', { name: 'Mine' })).status,
    ).toBe(403);
  });

  test('go to the trash and come back', async () => {
    const ada = await signUp();
    const { id } = await makeAsset(ada);
    const path = `/api/assets/${id}`;
    expect((await ada.delete(path)).status).toBe(204);
    for (const gone of [path, `${path}/content`]) expect((await ada.get(gone)).status).toBe(404);
    expect((await ada.delete(path)).status).toBe(404);
    expect((await ada.post(`${path}/uses`, { id: uuidv7() })).status).toBe(404);
    const trash = await (await ada.get('/api/assets?deleted=true')).json<Page>();
    expect(trash.items).toEqual([
      expect.objectContaining({ id, contentUrl: null, deletedAt: expect.any(String) }),
    ]);
    expect((await ada.post(`${path}/restore`)).status).toBe(200);
    expect((await ada.post(`${path}/restore`)).status).toBe(200);
    expect((await ada.get(`${path}/content`)).status).toBe(200);
  });

  test('count a use once for each id', async () => {
    const ada = await signUp();
    const [one, two] = [await makeAsset(ada), await makeAsset(ada)];
    const use = (id: string, useId = uuidv7()) => ada.post(`/api/assets/${id}/uses`, { id: useId });
    const useId = uuidv7();
    const repeated = await Promise.all(Array.from({ length: 5 }, () => use(one.id, useId)));
    expect(repeated.map(({ status }) => status).sort()).toEqual([200, 200, 200, 200, 201]);
    expect(await codeOf(await use(two.id, useId))).toEqual([409, 'CONFLICT']);
    const counted = await (await use(one.id)).json<Asset>();
    expect(counted).toMatchObject({
      usageCount: 2,
      lastUsedAt: expect.any(String),
      updatedAt: one.updatedAt,
    });
  });
});
