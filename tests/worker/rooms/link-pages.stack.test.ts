import { beforeAll, expect, test } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { signUp, type Registered } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';

const { origin } = sharedStack();
let ada: Registered;
let shortId: string;
let links: string;
beforeAll(async () => {
  ada = await signUp(origin, 'Ada');
  const draft = { id: uuidv7(), title: 'A secret film', visibility: 'private' };
  ({ shortId } = await ada.session.json<{ shortId: string }>('POST', '/api/videos', draft));
  links = `/api/videos/${draft.id}/links`;
});

const makeLink = async (wanted: object = {}): Promise<string> =>
  new URL((await ada.session.json<{ url: string }>('POST', links, wanted)).url).pathname;

/** A browser without scripts: keeps its cookie, follows nothing by itself. */
class Visit {
  readonly #cookies = new Map<string, string>();

  async ask(path: string, form?: Record<string, string>) {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${origin}${path}`, {
      redirect: 'manual',
      headers: { cookie, origin },
      ...(form && { method: 'POST', body: new URLSearchParams(form) }),
    });
    const sent = answer.headers.getSetCookie();
    for (const line of sent) {
      const [name = '', value = ''] = (line.split(';')[0] ?? '').split(/=(.*)/s);
      this.#cookies.set(name, value);
    }
    return {
      status: answer.status,
      to: answer.headers.get('location'),
      text: await answer.text(),
      set: sent[0],
      referrerPolicy: answer.headers.get('referrer-policy'),
    };
  }
}

test('R120 a link without conditions leads straight to the video', async () => {
  const visit = new Visit();
  expect((await visit.ask(`/v/${shortId}`)).status).toBe(404);
  const { status, to, set } = await visit.ask(await makeLink());
  expect([status, to]).toEqual([303, `/v/${shortId}`]);
  expect(set).toMatch(/^lockstep\.links=.*; Path=\/; HttpOnly; SameSite=Lax$/);
  const page = await visit.ask(`/v/${shortId}`);
  expect([page.status, page.text.includes('<h1>A secret film</h1>')]).toEqual([200, true]);
});

test('R121 a password is asked for without naming the video', async () => {
  const visit = new Visit();
  const path = await makeLink({ password: 'correct horse' });
  const door = await visit.ask(path);
  expect([door.status, door.set, door.text.includes('secret film')]).toEqual([200, undefined, false]);
  expect(door.text).toMatch(/<form method="post"[^>]*>.*type="password"/s);
  const wrong = await visit.ask(path, { password: 'guess' });
  expect([wrong.status, wrong.text.includes('not the password')]).toEqual([403, true]);
  expect(await visit.ask(path, { password: 'correct horse' })).toMatchObject({ status: 303 });
  expect((await visit.ask(path)).to).toBe(`/v/${shortId}`);
});

test('R126 a name is asked for, without a script, before anything is shown', async () => {
  const visit = new Visit();
  const path = await makeLink({ guests: 'named' });
  const door = await visit.ask(path);
  expect([door.status, door.text.includes('secret film')]).toEqual([200, false]);
  expect(door.text).toMatch(/name="name"/);
  expect(door.referrerPolicy).toBe('strict-origin');
  expect((await visit.ask(path, { name: ' ' })).text).toContain('at least one character');
  expect(await visit.ask(path, { name: 'Grace' })).toMatchObject({ status: 303, to: path });
  expect((await visit.ask(path)).to).toBe(`/v/${shortId}`);
  expect((await visit.ask(`/v/${shortId}`)).text).toContain('Grace');
});

test('R126 who needs an account comes back after signing in, and the token is in no other address', async () => {
  const visit = new Visit();
  const path = await makeLink({ guests: 'accounts' });
  const door = await visit.ask(path);
  expect(door.text).toContain('href="/sign-in?next=%2Fw%2Fback"');
  expect(await visit.ask(path, {})).toMatchObject({ status: 403 });
  expect(await visit.ask('/w/back')).toMatchObject({ status: 303, to: path });
  expect(await new Visit().ask('/w/back')).toMatchObject({ status: 303, to: '/' });
});

test('R121 looking at a link that counts its uses does not use it', async () => {
  const path = await makeLink({ maxUses: 1 });
  const [curious, visit] = [new Visit(), new Visit()];
  expect((await curious.ask(path)).text).toContain('Somebody has shared this video with you.');
  expect((await visit.ask(path, {})).status).toBe(303);
  const late = await curious.ask(path, {});
  expect([late.status, late.text.includes('This link has been used up.')]).toEqual([404, true]);
  expect((await visit.ask(`/v/${shortId}`)).status).toBe(200);
});

test('R121 a link that opens nothing says so on a page', async () => {
  const gone = await new Visit().ask('/w/AAAAAAAAAAAAAAAAAAAAAAAA');
  expect([gone.status, gone.text.includes('There is no such link.')]).toEqual([404, true]);
  const path = await makeLink();
  const { items } = await ada.session.json<{ items: { id: string }[] }>('GET', links);
  await ada.session.send('DELETE', `${links}/${items[0]?.id}`);
  expect((await new Visit().ask(path)).text).toContain('This link has been taken back.');
});
