import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { ORIGIN, signUp, Visitor } from '#tests/support/workers/visitor.ts';
import type { Video } from '#worker/library/view.ts';

let owner: Visitor;
let open: Video;
let hidden: Video;
beforeAll(async () => {
  owner = await signUp('Ann');
  open = await makeVideo(owner, { title: 'Bunny & friends' });
  hidden = await makeVideo(owner, { visibility: 'private' });
});

const ask = (visitor: Visitor, path: string, more: Record<string, string> = {}) => {
  const query = new URLSearchParams({ url: new URL(path, ORIGIN).href, ...more });
  return visitor.get(`/oembed?${query}`, { origin: 'https://elsewhere.test' });
};
const nobody = new Visitor();

describe('oEmbed', () => {
  test('says how to embed a video, to any origin', async () => {
    const answer = await ask(nobody, `/v/${open.shortId}`, { maxwidth: '480', format: 'json' });
    expect(answer.status).toBe(200);
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('content-type')).toMatch(/^application\/json/);
    expect(await answer.json()).toEqual({
      type: 'video',
      version: '1.0',
      title: 'Bunny & friends',
      author_name: 'Ann',
      provider_name: 'Lockstep',
      provider_url: ORIGIN,
      cache_age: 43_200,
      html:
        `<iframe src="${ORIGIN}/embed/${open.shortId}" title="Bunny &#38; friends" width="480" height="270" ` +
        'style="border:0" allow="autoplay; fullscreen; picture-in-picture; encrypted-media; clipboard-write" ' +
        'allowfullscreen loading="lazy"></iframe>',
      width: 480,
      height: 270,
    });
  });

  test('brings the poster where no smaller one is asked for', async () => {
    const answer = await (await ask(nobody, `/v/${open.shortId}`)).json<Record<string, unknown>>();
    expect(answer).toMatchObject({ thumbnail_width: 1280, thumbnail_height: 720 });
    expect(answer['thumbnail_url']).toMatch(new RegExp(`^${ORIGIN}/media/.+poster\\.jpg$`));
  });

  test('carries nobody’s own right to the video: its manager is answered what everybody is', async () => {
    const answers = await Promise.all([ask(nobody, `/v/${open.shortId}`), ask(owner, `/v/${open.shortId}`)]);
    const [everybodys, managers] = await Promise.all(answers.map((answer) => answer.json()));
    expect(managers).toEqual(everybodys);
  });

  test('is for no video that no site may embed', async () => {
    const own = await makeVideo(owner, {});
    const set = (embedDomains: string[] | null) => owner.patch(`/api/videos/${own.id}`, { embedDomains });
    await set([]);
    const answers = await Promise.all([nobody, owner].map((visitor) => ask(visitor, `/v/${own.shortId}`)));
    expect(answers.map(({ status }) => status)).toEqual([401, 401]);
    await set(['example.com']);
    expect((await ask(nobody, `/v/${own.shortId}`)).status).toBe(200);
    await set(null);
    expect((await ask(nobody, `/v/${own.shortId}`)).status).toBe(200);
  });

  test('takes the address of an unlisted video, of an embed and of a screening', async () => {
    const unlisted = await makeVideo(owner, { visibility: 'unlisted' });
    expect((await ask(nobody, `/embed/${unlisted.shortId}`)).status).toBe(200);
    const started = await owner.post(`/api/videos/${open.id}/screenings`);
    const { screening } = await started.json<{ screening: { shortId: string } }>();
    const { html } = await (await ask(nobody, `/s/${screening.shortId}`)).json<{ html: string }>();
    expect(html).toContain(`/embed/${open.shortId}?screening=${screening.shortId}"`);
  });

  test('tells of what is private to nobody, and who may see it to link to it instead', async () => {
    const [absent, private_] = await Promise.all([
      ask(nobody, '/v/aaaaaaaaaaa'),
      ask(nobody, `/v/${hidden.shortId}`),
    ]);
    expect([absent.status, private_.status]).toEqual([404, 404]);
    const withoutId = (text: string) => text.replace(/"instance":"[^"]*"/, '');
    expect(withoutId(await private_.text())).toBe(withoutId(await absent.text()));
    expect((await ask(owner, `/v/${hidden.shortId}`)).status).toBe(401);
    expect((await ask(nobody, `/w/${'a'.repeat(24)}`)).status).toBe(401);
  });

  test('knows no other site, no other page and no size that is none', async () => {
    const statuses = await Promise.all([
      ask(nobody, 'https://elsewhere.test/v/aaaaaaaaaaa'),
      ask(nobody, '/library'),
      ask(nobody, `/v/${open.shortId}`, { maxwidth: '0' }),
      ask(nobody, `/v/${open.shortId}`, { format: 'yaml' }),
      ask(nobody, `/v/${open.shortId}`, { format: 'xml' }),
    ]);
    expect(statuses.map(({ status }) => status)).toEqual([404, 404, 400, 400, 501]);
  });
});
