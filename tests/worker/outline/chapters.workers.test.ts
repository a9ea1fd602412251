import { v7 as uuidv7 } from 'uuid';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Chapter } from '#worker/outline/chapter.ts';

interface List {
  items: Chapter[];
  next: null;
}
interface Problem {
  code: string;
  errors: { pointer: string; detail: string }[];
}

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
beforeAll(async () => {
  ada = await signUp('Ada');
});

/** Ada's minute-long video, with these chapters. */
async function outlined(chapters: object[] = []) {
  const video = await makeVideo(ada);
  const path = `/api/videos/${video.shortId}/chapters`;
  const put = (list: object[], headers?: Record<string, string>) =>
    ada.put(path, { chapters: list }, headers);
  if (chapters.length > 0) expect((await put(chapters)).status).toBe(200);
  const list = async (): Promise<List> => (await nobody.get(path)).json();
  const short = async () =>
    (await list()).items.map((c) => [c.title, c.startSeconds, c.endSeconds, c.position]);
  return { video, path, put, list, short };
}

const THREE = [
  { title: 'One', startSeconds: 0 },
  { title: 'Two', startSeconds: 10, description: 'Words' },
  { title: 'Three', startSeconds: 20.0004, endSeconds: 30 },
];

describe('the whole list', () => {
  test('is put, with the ends filled in, and read by anybody', async () => {
    const { list, short } = await outlined(THREE);
    expect(await short()).toEqual([
      ['One', 0, 10, 1],
      ['Two', 10, 20, 2],
      ['Three', 20, 30, 3],
    ]);
    expect((await list()).items[1]).toEqual({
      id: expect.any(String),
      title: 'Two',
      description: 'Words',
      startSeconds: 10,
      endSeconds: 20,
      position: 2,
    });
  });

  test('keeps the chapters whose ids it names, and swaps them without a clash', async () => {
    const { put, list, short } = await outlined(THREE);
    const [one, two] = (await list()).items;
    const answer = await put([
      { id: two?.id, title: 'Two', startSeconds: 0, endSeconds: 10 },
      { id: one?.id, title: 'One', startSeconds: 10, endSeconds: 20 },
    ]);
    expect(answer.status).toBe(200);
    expect((await list()).items.map((chapter) => chapter.id)).toEqual([two?.id, one?.id]);
    expect((await put([])).status).toBe(200);
    expect(await short()).toEqual([]);
  });

  test.each([
    [
      'overlap',
      [
        { startSeconds: 0, endSeconds: 10 },
        { startSeconds: 5, endSeconds: 20 },
      ],
      '/chapters/1/startSeconds',
    ],
    [
      'order',
      [
        { startSeconds: 20, endSeconds: 30 },
        { startSeconds: 0, endSeconds: 10 },
      ],
      '/chapters/1/startSeconds',
    ],
    ['past the end', [{ startSeconds: 0 }, { startSeconds: 50, endSeconds: 61 }], '/chapters/1/endSeconds'],
    [
      'begins past the end',
      [{ startSeconds: 0 }, { startSeconds: 70, endSeconds: 80 }],
      '/chapters/1/startSeconds',
    ],
    ['ends before it starts', [{ startSeconds: 9, endSeconds: 5 }], '/chapters/0/endSeconds'],
    ['negative', [{ startSeconds: -1 }], '/chapters/0/startSeconds'],
    ['no number', [{ startSeconds: '1:00' }], '/chapters/0/startSeconds'],
    ['no title', [{ startSeconds: 0 }, { startSeconds: 1, title: ' ' }], '/chapters/1/title'],
  ])('refuses %s, and changes nothing', async (_, times, pointer) => {
    const { put, short } = await outlined(THREE);
    const before = await short();
    const answer = await put(times.map((time) => ({ title: 'T', ...time })));
    expect(answer.status).toBe(400);
    const problem = await answer.json<Problem>();
    expect(problem).toMatchObject({ code: 'INVALID', errors: [{ pointer }] });
    expect(await short()).toEqual(before);
  });

  test('put from an old version is STALE', async () => {
    const { path, put } = await outlined(THREE);
    const tag = (await ada.get(path)).headers.get('etag') ?? '';
    expect((await put([{ title: 'New', startSeconds: 0 }], { 'if-match': tag })).status).toBe(200);
    const stale = await put([{ title: 'Newer', startSeconds: 0 }], { 'if-match': tag });
    expect(stale.status).toBe(412);
    expect(await stale.json()).toMatchObject({ code: 'STALE' });
    const unchanged = await ada.get(path, {
      'if-none-match': (await ada.get(path)).headers.get('etag') ?? '',
    });
    expect(unchanged.status).toBe(304);
  });

  test('of two put at once from one version exactly one succeeds', async () => {
    const { path, put } = await outlined(THREE);
    const tag = (await ada.get(path)).headers.get('etag') ?? '';
    const both = await Promise.all(
      ['A', 'B'].map((title) => put([{ title, startSeconds: 0 }], { 'if-match': tag })),
    );
    expect(both.map((answer) => answer.status).toSorted()).toEqual([200, 412]);
  });

  test('does not take over a chapter of another video', async () => {
    const { list } = await outlined(THREE);
    const [theirs] = (await list()).items;
    const { put } = await outlined();
    const answer = await put([{ id: theirs?.id, title: 'Mine', startSeconds: 0 }]);
    expect(answer.status).toBe(409);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/chapters/0/id' }] });
    expect((await list()).items[0]).toEqual(theirs);
  });
});

describe('one chapter', () => {
  test('is added where it belongs in time', async () => {
    const { path, short } = await outlined([{ title: 'Late', startSeconds: 30 }]);
    const id = uuidv7();
    const first = await ada.post(path, { id, title: 'Early', startSeconds: 5 });
    expect(first.status).toBe(201);
    expect(await first.json()).toMatchObject({ id, position: 1, endSeconds: 30 });
    expect((await ada.post(path, { id, title: 'Early', startSeconds: 5 })).status).toBe(200);
    expect(await short()).toEqual([
      ['Early', 5, 30, 1],
      ['Late', 30, 60, 2],
    ]);
  });

  test('is changed and moved', async () => {
    const { path, list, short } = await outlined(THREE);
    const [one] = (await list()).items;
    const moved = await ada.patch(`${path}/${one?.id}`, { title: 'Last', startSeconds: 40, endSeconds: 50 });
    expect(await moved.json()).toMatchObject({ title: 'Last', position: 3 });
    expect((await short()).map(([title]) => title)).toEqual(['Two', 'Three', 'Last']);
  });

  test('is deleted, and the rest is numbered anew', async () => {
    const { path, list, short } = await outlined(THREE);
    const [one] = (await list()).items;
    expect((await ada.delete(`${path}/${one?.id}`)).status).toBe(204);
    expect((await ada.delete(`${path}/${one?.id}`)).status).toBe(404);
    expect(await short()).toEqual([
      ['Two', 10, 20, 1],
      ['Three', 20, 30, 2],
    ]);
  });

  test.each([
    ['overlaps', { title: 'T', startSeconds: 25, endSeconds: 35 }, '/startSeconds'],
    ['ends past the video', { title: 'T', startSeconds: 50, endSeconds: 60.001 }, '/endSeconds'],
    ['ends before it starts', { title: 'T', startSeconds: 50, endSeconds: 45 }, '/endSeconds'],
    ['begins past the end', { title: 'T', startSeconds: 99 }, '/'],
  ])('that %s is refused', async (_, chapter, pointer) => {
    const { path } = await outlined(THREE);
    const answer = await ada.post(path, chapter);
    expect(answer.status).toBe(400);
    const { errors } = await answer.json<Problem>();
    expect(errors[0]?.pointer).toContain(pointer);
  });

  test('that would reach into the next is refused when changed, at the field given', async () => {
    const { path, list } = await outlined(THREE);
    const [one] = (await list()).items;
    const answer = await ada.patch(`${path}/${one?.id}`, { endSeconds: 15 });
    expect(answer.status).toBe(400);
    expect(await answer.json()).toMatchObject({ errors: [{ pointer: '/endSeconds' }] });
  });
});

describe('who may', () => {
  test('only who manages the video writes', async () => {
    const { path, list } = await outlined(THREE);
    const [one] = (await list()).items;
    const stranger = await signUp();
    const guest = await comeInAs();
    for (const [visitor, status] of [
      [nobody, 401],
      [guest, 403],
      [stranger, 403],
    ] as const) {
      expect((await visitor.put(path, { chapters: [] })).status).toBe(status);
      expect((await visitor.post(path, { title: 'T', startSeconds: 40 })).status).toBe(status);
      expect((await visitor.patch(`${path}/${one?.id}`, { title: 'T' })).status).toBe(status);
      expect((await visitor.delete(`${path}/${one?.id}`)).status).toBe(status);
    }
    expect((await list()).items).toHaveLength(3);
  });

  test('chapters are as hidden as their video', async () => {
    const video = await makeVideo(ada, { visibility: 'private' });
    const path = `/api/videos/${video.id}/chapters`;
    expect((await ada.get(path)).status).toBe(200);
    expect((await nobody.get(path)).status).toBe(404);
    expect((await (await signUp()).put(path, { chapters: [] })).status).toBe(404);
  });
});

describe('as text', () => {
  const send = (path: string, type: string, body: string) =>
    ada.ask('PUT', path, { body, headers: { 'content-type': type } });

  test('WebVTT goes out and in', async () => {
    const { video, path, short } = await outlined(THREE);
    const out = await nobody.get(`/api/videos/${video.shortId}/chapters.vtt`);
    expect(out.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
    const text = await out.text();
    expect(text).toBe(await (await nobody.get(path, { accept: 'text/vtt' })).text());
    const before = await short();
    expect((await send(path, 'text/vtt', text)).status).toBe(200);
    expect(await short()).toEqual(before);
  });

  test('a pasted list goes in', async () => {
    const { path, short } = await outlined();
    const answer = await send(
      path,
      'text/plain; charset=utf-8',
      '0:00 Intro\r\n\r\n00:12.5 - The meadow\n(0:40) End\n',
    );
    expect(answer.status).toBe(200);
    expect(await short()).toEqual([
      ['Intro', 0, 12.5, 1],
      ['The meadow', 12.5, 40, 2],
      ['End', 40, 60, 3],
    ]);
  });

  test('what cannot be read, or stored, is told line by line', async () => {
    const { path } = await outlined();
    const unread = await send(path, 'text/plain', '0:00 Intro\nno time\n0:99 Bad\n0:20');
    expect(unread.status).toBe(400);
    expect((await unread.json<Problem>()).errors.map((error) => error.pointer)).toEqual([
      '/lines/2',
      '/lines/3',
      '/lines/4',
    ]);
    const late = await send(path, 'text/plain', '0:00 Intro\n\n2:00 Past the end');
    expect(late.status).toBe(400);
    expect((await late.json<Problem>()).errors[0]?.pointer).toBe('/lines/3');
    expect((await send(path, 'application/xml', '<x/>')).status).toBe(415);
  });
});
