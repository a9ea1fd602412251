import { beforeAll, describe, expect, test } from 'vitest';
import { FILM } from '#tests/browser/film.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

const TITLE = 'A film "with" <b>marks</b>';
let owner: Person;
let film: Film;
let hidden: Film;
beforeAll(async () => {
  owner = await signUp(sharedStack().origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM, title: TITLE });
  hidden = await uploadFilm(owner, { file: FILM, title: 'Secret', visibility: 'private' });
});

const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(new URL(path, sharedStack().origin), { redirect: 'manual', headers });
const policyOf = ({ headers }: Response): string | undefined =>
  /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
const bootOf = (page: string): Record<string, unknown> =>
  JSON.parse(/id="boot">([^<]*)</.exec(page)?.[1] ?? 'null') as Record<string, unknown>;

async function allow(embedDomains: string[]): Promise<void> {
  const { items } = await owner.session.json<{ items: { id: string }[] }>('GET', '/api/organizations');
  await owner.session.json('PATCH', `/api/organizations/${items[0]?.id}`, { settings: { embedDomains } });
}

describe('/embed/{shortId}', () => {
  test('draws poster, title and button, and hands its script what it needs; no cookie is set', async () => {
    const answer = await get(`/embed/${film.shortId}?t=1m&cc=de&color=00f&unknown=1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.getSetCookie()).toEqual([]);
    const page = await answer.text();
    expect(page).toContain('aria-label="Play: A film &quot;with&quot; &lt;b&gt;marks&lt;/b&gt;, 1 minute"');
    expect(page).toContain(`href="${sharedStack().origin}/v/${film.shortId}" target="_blank"`);
    expect(page).not.toContain('<b>');
    expect(bootOf(page)).toMatchObject({
      video: { shortId: film.shortId, title: TITLE, durationSeconds: 60, frameRate: { num: 30, den: 1 } },
      isOpen: true,
      options: { startSeconds: 60, captions: 'de', accent: expect.stringMatching(/^#/) },
      screening: null,
      pageUrl: `${sharedStack().origin}/v/${film.shortId}`,
    });
  });

  test('may be framed by the sites its organization lists, and by nobody where it lists none', async () => {
    expect(policyOf(await get(`/embed/${film.shortId}`))).toBe("'self'");
    await allow(['blog.example', '*.school.example']);
    const answer = await get(`/embed/${film.shortId}`);
    expect(policyOf(answer)).toBe("'self' blog.example *.school.example");
    expect(answer.headers.get('x-frame-options')).toBeNull();
    expect(answer.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
  });

  test.each(['/', '/v/{video}', '/sign-in', '/embed/test', '/api/videos/{video}', '/nowhere'])(
    '%s may be framed by nobody',
    async (path) => {
      const answer = await get(path.replace('{video}', film.shortId));
      expect([policyOf(answer), answer.headers.get('x-frame-options')]).toEqual(["'none'", 'DENY']);
    },
  );

  test('shows a card without the video to a site that is not listed', async () => {
    await allow(['blog.example']);
    const ask = (referer: string) => get(`/embed/${film.shortId}`, { referer });
    expect((await ask('https://blog.example/post')).status).toBe(200);
    expect((await ask(`${sharedStack().origin}/embed/test`)).status).toBe(200);
    const answer = await ask('https://other.example/post');
    expect([answer.status, policyOf(answer)]).toEqual([403, '*']);
    const card = await answer.text();
    expect(card).toContain('Not available on this site');
    expect(card).toContain(`Open at ${new URL(sharedStack().origin).host}`);
    expect(card).not.toContain('marks');
    expect(card).not.toContain('/media/');
  });

  test('a video’s own list of sites holds, whatever its organization lists; an empty one is nowhere', async () => {
    await allow(['blog.example']);
    const own = (embedDomains: string[] | null) =>
      owner.session.json('PATCH', `/api/videos/${film.id}`, { embedDomains });
    const ask = async (referer: string) => {
      const answer = await get(`/embed/${film.shortId}`, { referer });
      return [answer.status, policyOf(answer)];
    };
    const isDiscovered = async () => (await (await get(`/v/${film.shortId}`)).text()).includes('json+oembed');
    await own(['partner.example']);
    expect(await ask('https://partner.example/')).toEqual([200, "'self' partner.example"]);
    expect(await ask('https://blog.example/')).toEqual([403, '*']);
    expect(await isDiscovered()).toBe(true);
    await own([]);
    expect(await ask('https://partner.example/')).toEqual([403, '*']);
    expect(await ask(`${sharedStack().origin}/studio`)).toEqual([200, "'self'"]);
    expect(await isDiscovered()).toBe(false);
    await own(null);
    expect(await ask('https://blog.example/')).toEqual([200, "'self' blog.example"]);
  });

  test('private, unknown and malformed are one and the same card; its owner sees it', async () => {
    const cards = await Promise.all(
      [hidden.shortId, 'aaaaaaaaaaa', 'not-an-id'].map(async (id) => {
        const answer = await get(`/embed/${id}`);
        return [answer.status, policyOf(answer), (await answer.text()).replaceAll(id, '…')].join();
      }),
    );
    expect(new Set(cards).size).toBe(1);
    expect(cards[0]).toMatch(/^404,\*,/);
    expect((await owner.session.send('GET', `/embed/${hidden.shortId}`)).status).toBe(200);
  });
});

describe('by a watch link', () => {
  const makeLink = (terms: object) =>
    owner.session.json<{ id: string; token: string }>('POST', `/api/videos/${hidden.id}/links`, terms);

  test('a private video is shown, and its room joined, without a cookie', async () => {
    const { token } = await makeLink({ role: 'view' });
    const answer = await get(`/embed/${hidden.shortId}?link=${token}`);
    expect(answer.headers.getSetCookie()).toEqual([]);
    expect(bootOf(await answer.text())).toMatchObject({ isOpen: false, options: { linkToken: token } });
    const join = (body: object) =>
      fetch(new URL(`/api/videos/${hidden.id}/join`, sharedStack().origin), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    expect([(await join({})).status, (await join({ link: token })).status]).toEqual([404, 200]);
  });

  test('reading the page is no use of the link: that is told when it is watched', async () => {
    const { id, token } = await makeLink({ role: 'view' });
    const viewsOf = async (): Promise<unknown[]> => {
      const views = `/api/videos/${hidden.id}/links/${id}/views`;
      return (await owner.session.json<{ items: unknown[] }>('GET', views)).items;
    };
    const pages = await Promise.all(
      [1, 2, 3].map(async () => (await get(`/embed/${hidden.shortId}?link=${token}`)).text()),
    );
    expect(pages.map((page) => bootOf(page)['opensLink'])).toEqual([true, true, true]);
    expect(await viewsOf()).toEqual([]);
    const own = await owner.session.send('GET', `/embed/${hidden.shortId}?link=${token}`);
    expect(bootOf(await own.text())).toMatchObject({ opensLink: false });
  });

  test.each([{ password: 'open sesame' }, { maxUses: 1 }, { guests: 'named' }])(
    'that asks or counts something (%j) nobody is let in',
    async (terms) => {
      const { token } = await makeLink({ role: 'view', ...terms });
      expect((await get(`/embed/${hidden.shortId}?link=${token}`)).status).toBe(404);
    },
  );

  test('to another video nothing is opened', async () => {
    const { token } = await owner.session.json<{ token: string }>('POST', `/api/videos/${film.id}/links`, {});
    expect((await get(`/embed/${hidden.shortId}?link=${token}`)).status).toBe(404);
  });
});

describe('for other sites', () => {
  test.each(['/player.js', '/sdk.js'])('%s stays where it is and may be read from anywhere', async (path) => {
    const { status, headers } = await get(path);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toMatch(/^text\/javascript/);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toMatch(/^public, max-age=300/);
  });

  test.each(['player', 'sdk'])('/%s.js says where its types are, and they are there', async (name) => {
    const script = await get(`/${name}.js`);
    expect(script.headers.get('x-typescript-types')).toBe(`./${name}.d.ts`);
    const { status, headers } = await get(`/${name}.d.ts`);
    expect([status, headers.get('content-type'), headers.get('access-control-allow-origin')]).toEqual([
      200,
      'application/typescript; charset=utf-8',
      '*',
    ]);
  });

  test('the parts of /player.js may, too', async () => {
    const script = await (await get('/player.js')).text();
    const part = /\.\/(assets\/[\w.-]+\.js)/.exec(script)?.[1];
    const { headers } = await get(`/${part}`);
    expect(headers.get('access-control-allow-origin')).toBe('*');
    expect(headers.get('cache-control')).toContain('immutable');
  });

  test('a watch page says where its oEmbed is; a private one does not', async () => {
    const page = await (await get(`/v/${film.shortId}`)).text();
    const address = /type="application\/json\+oembed" href="([^"]+)"/
      .exec(page)?.[1]
      ?.replaceAll('&amp;', '&');
    const answer = await fetch(address ?? '');
    expect(await answer.json()).toMatchObject({ type: 'video', version: '1.0', title: TITLE });
    const own = await (await owner.session.send('GET', `/v/${hidden.shortId}`)).text();
    expect(own).not.toContain('oembed');
  });
});
