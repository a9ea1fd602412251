import { beforeAll, describe, expect, test } from 'vitest';
import { editAsMedia, makeVideo } from '#tests/support/workers/library.ts';
import { comeInAs, signUp, Visitor } from '#tests/support/workers/visitor.ts';

const nobody = new Visitor();
let ada: Awaited<ReturnType<typeof signUp>>;
let grace: Awaited<ReturnType<typeof comeInAs>>;
beforeAll(async () => {
  ada = await signUp('Ada');
  grace = await comeInAs('Grace');
});

async function makeDiscussed(of: object = {}): Promise<string> {
  const { shortId } = await makeVideo(ada, of);
  const path = `/api/videos/${shortId}/comments`;
  const first = await grace.post(path, { content: 'Too dark', positionSeconds: 2.02, frame: 48 });
  const { id } = await first.json<{ id: string }>();
  await ada.post(path, { content: 'Will do', parentId: id });
  const done = await grace.post(path, { content: 'Title is late', positionSeconds: 1.02, frame: 24 });
  const settled = await done.json<{ id: string }>();
  await ada.put(`${path}/${settled.id}/resolution`, { isResolved: true });
  return `${path}/export`;
}

describe('comments are taken along', () => {
  test.each([
    ['csv', 'text/csv', 'csv', '\uFEFF"Number","Timecode"'],
    ['json', 'application/json', 'json', '{'],
    ['vtt', 'text/vtt', 'vtt', 'WEBVTT'],
    ['edl', 'text/plain', 'edl', 'TITLE: '],
    ['fcpxml', 'application/xml', 'fcpxml', '<?xml'],
    ['fcp7xml', 'application/xml', 'xml', '<?xml'],
  ])('as %s, with what was said a moment ago', async (format, type, ending, start) => {
    const path = await makeDiscussed();
    const answer = await nobody.get(`${path}?format=${format}`);
    const [text, headers] = [await answer.clone().text(), answer.headers];
    expect([answer.status, text]).toEqual([200, expect.stringContaining('Will do')]);
    // A reader of text takes the mark off.
    expect(`\uFEFF${text}`.endsWith(text) && `\uFEFF${text}`).toContain(start);
    expect(headers.get('content-type')).toBe(`${type}; charset=utf-8`);
    expect(headers.get('content-disposition')).toContain(` comments.${ending}"`);
    expect(headers.get('cache-control')).toBe('private, no-cache');
  });

  test('or only those that are open', async () => {
    const path = await makeDiscussed();
    const text = await (await nobody.get(`${path}?format=edl&filter=open`)).text();
    expect(text).toContain('01:00:02:00');
    expect(text).not.toContain('Title is late');
  });

  test('where the frame rate is not known it is asked for, by a problem of its own type', async () => {
    const { id } = await makeVideo(ada);
    await editAsMedia(id, { frameRateNum: null, frameRateDen: null });
    const path = `/api/videos/${id}/comments/export`;
    const answer = await nobody.get(`${path}?format=fcpxml`);
    expect([answer.status, await answer.json()]).toMatchObject([
      409,
      { code: 'CONFLICT', type: 'urn:lockstep:problem:fps-required', errors: [{ pointer: '/fps' }] },
    ]);
    expect(await (await nobody.get(`${path}?format=fcpxml&fps=29.97`)).text()).toContain('"1001/30000s"');
    expect((await nobody.get(`${path}?format=csv`)).status).toBe(200);
  });

  test('by whoever may read them, and nobody else', async () => {
    const path = await makeDiscussed({ visibility: 'private' });
    expect((await ada.get(`${path}?format=csv`)).status).toBe(200);
    expect((await nobody.get(`${path}?format=csv`)).status).toBe(404);
  });

  test.each(['', '?format=doc', '?format=csv&filter=mine', '?format=edl&fps=26'])(
    'not as %j',
    async (query) => {
      const answer = await nobody.get(`${await makeDiscussed()}${query}`);
      expect(answer.status).toBe(400);
    },
  );
});
