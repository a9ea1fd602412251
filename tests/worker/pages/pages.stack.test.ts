import { beforeAll, describe, expect, test } from 'vitest';
import { ApiSession } from '../../../worker/local/seed/api.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { FILM } from '#tests/browser/film.ts';

const NASTY_TITLE = '</script><script>alert("1")</script> & <b>bold</b>';
const CHAPTERS = [
  { title: 'Counting starts', startSeconds: 0, endSeconds: 20 },
  { title: 'Counting goes on', startSeconds: 20, endSeconds: 60 },
];

let owner: Person;
let film: Film;
let hidden: Film;
beforeAll(async () => {
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM, title: NASTY_TITLE });
  hidden = await uploadFilm(owner, { file: FILM, visibility: 'private' });
  await owner.session.json('PUT', `/api/videos/${film.id}/chapters`, { chapters: CHAPTERS });
});

const get = (path: string) => fetch(new URL(path, sharedStack().origin), { redirect: 'manual' });
const bodyOf = async (path: string) => (await get(path)).text();
const dataIn = (page: string, attribute: string): unknown => {
  const text = new RegExp(`<script type="application/${attribute}>([^<]*)</script>`).exec(page)?.[1];
  return JSON.parse(text ?? 'null');
};

describe('/compare/{a}/{b}', () => {
  test('hands its script both videos, in their order', async () => {
    const page = await bodyOf(`/compare/${film.shortId}/${film.id}`);
    const video = await new ApiSession(sharedStack().origin).json('GET', `/api/videos/${film.id}`);
    expect(dataIn(page, 'json" id="boot"')).toEqual({
      a: video,
      b: video,
      viewer: { kind: 'anonymous', userId: null, name: null },
    });
  });

  test('where one is not there, or not shared, there is nothing', async () => {
    for (const other of [hidden.shortId, 'AAAAAAAAAAA'])
      for (const path of [`/compare/${film.shortId}/${other}`, `/compare/${other}/${film.shortId}`])
        expect((await get(path)).status).toBe(404);
  });
});

describe('/v/{shortId}', () => {
  test('hands its script what the API answers, and the outline', async () => {
    const page = await bodyOf(`/v/${film.shortId}`);
    const video = await new ApiSession(sharedStack().origin).json('GET', `/api/videos/${film.id}`);
    expect(dataIn(page, 'json" id="boot"')).toEqual({
      video,
      chapters: CHAPTERS.map((chapter) => ({ id: expect.any(String), ...chapter })),
      screening: null,
      endedScreening: null,
      viewer: { kind: 'anonymous', userId: null, name: null },
      review: null,
    });
  });

  test('tells other sites what it is, and lets no title break out', async () => {
    const page = await bodyOf(`/v/${film.shortId}`);
    expect(page).not.toContain('<script>alert');
    expect(page).not.toContain('<b>bold');
    expect(page).toContain(`<meta property="og:type" content="video.other"/>`);
    expect(page).toContain(`<meta property="og:url" content="${sharedStack().origin}/v/${film.shortId}"/>`);
    expect(page).toContain(
      '<title>&lt;/script&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &lt;b&gt;bold&lt;/b&gt; · Lockstep</title>',
    );
    expect(dataIn(page, 'ld\\+json"')).toMatchObject({
      '@type': 'VideoObject',
      name: NASTY_TITLE,
      duration: 'PT1M0S',
      hasPart: [{ name: 'Counting starts' }, { name: 'Counting goes on', startOffset: 20 }],
    });
  });

  test('is for whom it was drawn only, under a policy without inline scripts', async () => {
    const { headers } = await get(`/v/${film.shortId}`);
    expect(headers.get('cache-control')).toBe('private, no-cache');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain('media-src');
    expect(policy).toMatch(/worker-src[^;]* blob:/);
  });

  test('private, unknown and malformed are one and the same page; its owner sees it', async () => {
    const asked = [hidden.shortId, 'aaaaaaaaaaa', 'not-an-id'].map((id) => `/v/${id}`);
    const answers = await Promise.all(
      asked.map(async (path) => {
        const answer = await get(path);
        return [answer.status, (await answer.text()).replace(encodeURIComponent(path), '…')];
      }),
    );
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]?.[0]).toBe(404);
    const own = await (await owner.session.send('GET', `/v/${hidden.shortId}`)).text();
    expect(own).toContain('<meta name="robots" content="noindex"/>');
    expect(dataIn(own, 'json" id="boot"')).toMatchObject({ video: { id: hidden.id } });
  });
});

describe('/s/{shortId}', () => {
  test('lands in its screening', async () => {
    const { screening } = await owner.session.json<{ screening: { id: string; shortId: string } }>(
      'POST',
      `/api/videos/${film.id}/screenings`,
      {},
    );
    const page = await bodyOf(`/s/${screening.shortId}`);
    expect(dataIn(page, 'json" id="boot"')).toMatchObject({
      video: { id: film.id },
      screening: { id: screening.id, shortId: screening.shortId },
    });
  });

  test.each(['aaaaaaaaaaa', 'not-an-id'])('%s is nowhere', async (shortId) => {
    expect((await get(`/s/${shortId}`)).status).toBe(404);
  });
});

test('the front page lists what is public and nothing else', async () => {
  const page = await bodyOf('/');
  expect(page).toContain(`href="/v/${film.shortId}"`);
  expect(page).not.toContain(hidden.shortId);
});

test('uploading asks to sign in first, and comes back; where it once was leads there', async () => {
  const moved = await get('/upload');
  expect([moved.status, moved.headers.get('location')]).toEqual([301, '/studio/upload']);
  const answer = await get('/studio/upload');
  expect([answer.status, answer.headers.get('location')]).toEqual([302, '/sign-in?next=%2Fstudio%2Fupload']);
});

test('assets are kept for good, since their names change with them', async () => {
  const script = /src="(\/assets\/[^"]+)"/.exec(await bodyOf(`/v/${film.shortId}`))?.[1];
  const answer = await get(script ?? 'none');
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([
    200,
    'public, max-age=31536000, immutable',
  ]);
});
