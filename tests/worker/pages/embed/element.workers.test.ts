import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { ORIGIN, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

const LISTED = 'https://blog.example.com';
const nobody = new Visitor();
let owner: Visitor;
let open: Video;
beforeAll(async () => {
  owner = await signUp('Ann');
  open = await makeVideo(owner, { title: 'Bunny' });
  await owner.patch(`/api/videos/${open.id}`, { embedDomains: ['*.example.com'] });
  const cues = [{ startSeconds: 0, endSeconds: 1, text: 'Once upon a time.' }];
  expect((await owner.put(`/api/videos/${open.id}/transcripts/de`, { cues })).status).toBe(200);
});

const ask = (visitor: Visitor, { shortId }: { shortId: string }, origin: string) =>
  visitor.get(`/embed/${shortId}/video.json`, { origin });

describe('the element in a page', () => {
  test('is told all it plays at once, where the page’s site is listed', async () => {
    const answer = await ask(nobody, open, LISTED);
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([200, '*']);
    expect(answer.headers.get('vary')).toContain('origin');
    expect(await answer.json()).toEqual({
      video: {
        title: 'Bunny',
        hlsUrl: expect.stringMatching(/^\/media\//),
        thumbnailUrl: expect.stringMatching(/^\/media\//),
        storyboardUrl: null,
        durationSeconds: 60,
        frameRate: { num: 24, den: 1 },
      },
      chapters: [],
      transcripts: [{ language: 'de', isDefault: true }],
    });
  });

  test.each(['https://example.com', 'https://other.test', 'null'])(
    'is told nothing at %s, which is not listed',
    async (origin) => {
      const answer = await ask(nobody, open, origin);
      expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([403, '*']);
      expect(await answer.json()).toMatchObject({ code: 'FORBIDDEN' });
    },
  );

  test('is told on our own site whatever is listed, of what its viewer may see', async () => {
    const hidden = await makeVideo(owner, { visibility: 'private' });
    await owner.patch(`/api/videos/${hidden.id}`, { embedDomains: [] });
    const [own, nobodys, gone] = await Promise.all([
      ask(owner, hidden, ORIGIN),
      ask(nobody, hidden, ORIGIN),
      ask(nobody, { shortId: 'aaaaaaaaaaa' }, LISTED),
    ]);
    expect([own.status, nobodys.status, gone.status]).toEqual([200, 404, 404]);
  });
});
