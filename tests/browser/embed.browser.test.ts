import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launchBrowser } from '#tests/support/browser.ts';
import { uploadFilm, type Film } from '#tests/support/films.ts';
import { openContext, signUp, type Person } from '#tests/support/people.ts';
import { sharedStack } from '#tests/support/stack.ts';
import { violationsOf } from './axe.ts';
import { FILM } from './film.ts';

/** A site of somebody else's: on another port, and under another name than the product's. */
let site: Server;
let listed = '';
let unlisted = '';
let browser: Browser;
let owner: Person;
let film: Film;
const open: Page[] = [];

/** What a page under a strict policy allows, as client/embed/README.md has it. */
const strictPolicy = (origin: string): string =>
  `default-src 'none'; script-src ${origin} 'self'; connect-src ${origin}; img-src ${origin}; ` +
  `media-src blob: ${origin}; worker-src blob:; style-src 'unsafe-inline'; frame-src ${origin}`;

beforeAll(async () => {
  const { origin } = sharedStack();
  site = createServer((asked, answer) => {
    const { searchParams } = new URL(asked.url ?? '/', 'http://site');
    answer.setHeader('content-type', 'text/html; charset=utf-8');
    answer.setHeader('content-security-policy', strictPolicy(origin));
    if (searchParams.has('silent')) answer.setHeader('referrer-policy', 'no-referrer');
    const [frame, element] = [searchParams.get('frame'), searchParams.get('element')];
    const body = element
      ? `<script type="module" src="${origin}/player.js"></script><lockstep-player video="${element}" ${searchParams.get('with') ?? ''}></lockstep-player>`
      : `<iframe title="Video" src="${origin}${frame}" allow="autoplay; fullscreen" width="640" height="360"></iframe>`;
    answer.end(`<!doctype html><html lang="en"><title>A site</title><h1>A site</h1>${body}`);
  });
  await new Promise<void>((resolve) => site.listen(0, resolve));
  const { port } = site.address() as AddressInfo;
  [listed, unlisted] = [`http://localhost:${port}`, `http://127.0.0.1:${port}`];
  browser = await launchBrowser({ autoplayPolicy: 'no-user-gesture-required' });
  owner = await signUp(origin, 'Ann');
  film = await uploadFilm(owner, { file: FILM, title: 'Counting' });
  const { items } = await owner.session.json<{ items: { id: string }[] }>('GET', '/api/organizations');
  const settings = { embedDomains: ['localhost'] };
  await owner.session.json('PATCH', `/api/organizations/${items[0]?.id}`, { settings });
  const cues = [{ startSeconds: 0, endSeconds: 60, text: 'Somebody counts.' }];
  await owner.session.json('PUT', `/api/videos/${film.id}/transcripts/en`, { cues });
});
afterEach(async () => {
  for (const page of open.splice(0)) await page.context().close();
});
afterAll(async () => {
  await browser?.close();
  site?.close();
});

/** A page in a browser of nobody in particular; without storage, as frames of other sites have none in strict ones. */
async function goTo(address: string, { hasStorage = true } = {}): Promise<Page> {
  const page = await (await browser.newContext({ reducedMotion: 'reduce' })).newPage();
  open.push(page);
  if (!hasStorage) await page.addInitScript(takeStorageAway);
  page.setDefaultTimeout(15_000);
  await page.goto(address);
  return page;
}

function takeStorageAway(): void {
  for (const name of ['localStorage', 'sessionStorage', 'indexedDB'])
    Object.defineProperty(window, name, {
      get: () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      },
    });
}

const framed = (path: string, at = listed, terms: { hasStorage?: boolean } = {}): Promise<Page> =>
  goTo(`${at}/?${new URLSearchParams({ frame: path })}`, terms);
const frameOf = (page: Page): FrameLocator => page.frameLocator('iframe');
const playButton = (page: Page) => frameOf(page).getByRole('button', { name: 'Play: Counting, 1 minute' });

interface Said {
  event: string;
  value?: unknown;
  listener?: string;
}

/** What any page does that knows player.js and nothing of us: asks by message, and waits for the event of a name. */
const speak = (page: Page, asked: { method: string; value?: unknown }[], until: string): Promise<Said[]> =>
  page.evaluate(
    ([questions, last]) => {
      const frame = document.querySelector('iframe')?.contentWindow;
      const heard: Said[] = [];
      const done = new Promise<Said[]>((resolve) => {
        addEventListener('message', ({ data, source }: MessageEvent<string>) => {
          if (source !== frame) return;
          const said = JSON.parse(data) as Said;
          heard.push(said);
          if (said.event === last) resolve(heard);
        });
      });
      for (const { method, value } of questions) {
        const message = { context: 'player.js', version: '0.0.11', method, value, listener: 'page' };
        frame?.postMessage(JSON.stringify(message), '*');
      }
      return done;
    },
    [asked, until] as const,
  );
const POLL = { timeout: 15_000 };
const listenTo = (value: string) => ({ method: 'addEventListener', value });

describe('a frame on another site', () => {
  test('is driven by player.js: it plays, tells the time, seeks and stops as it is told', async () => {
    const page = await framed(`/embed/${film.shortId}`);
    await playButton(page).waitFor();
    const [duration] = await speak(page, [{ method: 'getDuration' }], 'getDuration');
    expect(duration).toEqual({
      context: 'player.js',
      version: '0.0.11',
      event: 'getDuration',
      value: 60,
      listener: 'page',
    });
    const played = await speak(
      page,
      [listenTo('play'), listenTo('timeupdate'), { method: 'play' }],
      'timeupdate',
    );
    expect(played.map(({ event }) => event)).toContain('play');
    const sought = await speak(page, [listenTo('seeked'), { method: 'setCurrentTime', value: 30 }], 'seeked');
    expect(sought.at(-1)?.value).toMatchObject({ seconds: expect.closeTo(30, 0), duration: 60 });
    await speak(page, [listenTo('pause'), { method: 'pause' }], 'pause');
    const paused = await speak(page, [{ method: 'getPaused' }], 'getPaused');
    expect(paused.at(-1)).toMatchObject({ event: 'getPaused', value: true });
    await speak(
      page,
      [{ method: 'mute' }, { method: 'setVolume', value: 40 }, { method: 'getVolume' }],
      'getVolume',
    );
    const muted = await speak(page, [{ method: 'getMuted' }], 'getMuted');
    expect(muted.at(-1)).toMatchObject({ event: 'getMuted', value: true });
  });

  test('sends no cookie, asks no third party, and loads no stream before anybody means to watch', async () => {
    const asked: URL[] = [];
    const context = await browser.newContext();
    const page = await context.newPage();
    open.push(page);
    page.on('request', (request) => asked.push(new URL(request.url())));
    await page.goto(`${listed}/?${new URLSearchParams({ frame: `/embed/${film.shortId}` })}`);
    await frameOf(page).locator('lockstep-player').waitFor();
    expect(new Set(asked.map(({ origin }) => origin))).toEqual(new Set([listed, sharedStack().origin]));
    expect(asked.filter(({ pathname }) => /m3u8|hls|\/api\//.test(pathname))).toEqual([]);
    await playButton(page).click();
    await speak(page, [listenTo('timeupdate')], 'timeupdate');
    expect(await context.cookies()).toEqual([]);
  });

  test('answers keys while focus is inside, and not otherwise', async () => {
    const page = await framed(`/embed/${film.shortId}`);
    await playButton(page).click();
    await speak(page, [listenTo('timeupdate')], 'timeupdate');
    await page.evaluate(() => {
      (document.activeElement as HTMLElement).blur();
      document.body.tabIndex = 0;
      document.body.focus();
    });
    await page.keyboard.press('k');
    const before = await speak(page, [{ method: 'getPaused' }], 'getPaused');
    const told = speak(page, [listenTo('pause')], 'pause');
    await frameOf(page).getByRole('link', { name: 'Counting' }).press('k');
    await told;
    expect(before.at(-1)?.value).toBe(false);
  });

  test('is in step with a screening, as a guest without a name, without a cookie and without storage', async () => {
    const started = { isPlaying: false, positionSeconds: 20 };
    const { screening } = await owner.session.json<{ screening: { shortId: string; id: string } }>(
      'POST',
      `/api/videos/${film.id}/screenings`,
      started,
    );
    const path = `/embed/${film.shortId}?screening=${screening.shortId}`;
    const [one, other] = await Promise.all([framed(path, listed, { hasStorage: false }), framed(path)]);
    await frameOf(one).getByText('Live with 1').waitFor();
    const standsAt = async (page: Page) =>
      (await speak(page, [{ method: 'getCurrentTime' }], 'getCurrentTime')).at(-1)?.value;
    for (const page of [one, other]) await expect.poll(() => standsAt(page), POLL).toBeCloseTo(20, 0);
    await speak(one, [{ method: 'setCurrentTime', value: 40 }, { method: 'getPaused' }], 'getPaused');
    await expect.poll(() => standsAt(other), POLL).toBeCloseTo(40, 0);
    expect(await one.context().cookies()).toEqual([]);
  });
});

test('watching by a link is told who manages it once it plays, not before', async () => {
  const hidden = await uploadFilm(owner, { file: FILM, title: 'Counting', visibility: 'private' });
  const links = `/api/videos/${hidden.id}/links`;
  const { id, token } = await owner.session.json<{ id: string; token: string }>('POST', links, {});
  const countViews = async () =>
    (await owner.session.json<{ items: unknown[] }>('GET', `${links}/${id}/views`)).items.length;
  const page = await framed(`/embed/${hidden.shortId}?link=${token}`);
  await playButton(page).waitFor();
  expect(await countViews()).toBe(0);
  await playButton(page).click();
  await expect.poll(countViews, POLL).toBe(1);
  expect(await page.context().cookies()).toEqual([]);
});

describe('a site that is not listed', () => {
  test('is refused by the browser itself, by frame-ancestors', async () => {
    const page = await goTo(`${unlisted}/`);
    const refused = page.waitForEvent('console', (message) => message.text().includes('frame-ancestors'));
    await page.goto(`${unlisted}/?${new URLSearchParams({ frame: `/embed/${film.shortId}`, silent: '1' })}`);
    await refused;
    expect(await frameOf(page).locator('#stage').count()).toBe(0);
  });

  test('shows a card instead where it says who it is', async () => {
    const page = await framed(`/embed/${film.shortId}`, unlisted);
    await frameOf(page).getByRole('heading', { name: 'Not available on this site' }).waitFor();
    const link = frameOf(page).getByRole('link', { name: `Open at ${new URL(sharedStack().origin).host}` });
    expect(await link.getAttribute('href')).toBe(`${sharedStack().origin}/v/${film.shortId}`);
  });
});

test('a site shows what its owner lets it, video by video', async () => {
  const own = await uploadFilm(owner, { file: FILM, title: 'Counting' });
  const context = await openContext(browser, owner);
  const page = await context.newPage();
  open.push(page);
  page.setDefaultTimeout(15_000);
  await page.goto(`${sharedStack().origin}/studio/v/${own.shortId}/sharing`);
  const sites = page.getByLabel('Sites that may embed it');
  const saved = () => page.waitForResponse((answer) => answer.request().method() === 'PATCH' && answer.ok());
  const shows = async () => {
    const there = frameOf(await framed(`/embed/${own.shortId}`));
    return there.getByRole('heading', { level: 1 }).textContent();
  };
  await Promise.all([saved(), sites.selectOption('No other site')]);
  expect(await shows()).toBe('Not available on this site');
  await sites.selectOption('Only those listed here');
  const list = page.getByRole('textbox', { name: 'Sites', exact: true });
  await list.fill('LOCALHOST, example.com');
  await Promise.all([saved(), list.blur()]);
  expect(await shows()).toBe('Counting');
});

describe('the element in a page of another origin', () => {
  test('plays under that page’s own strict policy, and leaves the page its keys', async () => {
    const page = await goTo(`${listed}/?element=${film.shortId}`);
    const player = page.locator('lockstep-player');
    const size = await player.evaluate(async (element) => {
      await customElements.whenDefined('lockstep-player');
      const { video, togglePlay } = element as HTMLElement & { video: HTMLVideoElement; togglePlay(): void };
      togglePlay();
      await new Promise<void>((resolve) => video.requestVideoFrameCallback(() => resolve()));
      return [video.videoWidth, video.videoHeight];
    });
    expect(size).toEqual([320, 180]);
    const video = player.locator('video');
    await page.keyboard.press('k');
    expect(await video.evaluate((element) => (element as HTMLVideoElement).paused)).toBe(false);
    await video.press('k');
    await expect
      .poll(() => video.evaluate((element) => (element as HTMLVideoElement).paused), POLL)
      .toBe(true);
  });

  test('begins as its attributes say', async () => {
    const how = new URLSearchParams({ element: film.shortId, with: 'muted loop autoplay start="30"' });
    const page = await goTo(`${listed}/?${how}`);
    const state = await page.locator('lockstep-player').evaluate(async (element) => {
      await customElements.whenDefined('lockstep-player');
      const { video } = element as HTMLElement & { video: HTMLVideoElement };
      await new Promise<void>((resolve) => video.requestVideoFrameCallback(() => resolve()));
      return { isFar: video.currentTime >= 30, muted: video.muted, loop: video.loop };
    });
    expect(state).toEqual({ isFar: true, muted: true, loop: true });
  });

  test('shows the captions it is asked for', async () => {
    const how = new URLSearchParams({ element: film.shortId, with: 'muted autoplay cc' });
    const page = await goTo(`${listed}/?${how}`);
    const shown = () =>
      page
        .locator('lockstep-player video')
        .evaluate((element) =>
          [...(element as HTMLVideoElement).textTracks]
            .filter(({ kind, mode }) => kind === 'captions' && mode === 'showing')
            .map(({ label, cues }) => [label, (cues?.[0] as VTTCue | undefined)?.text]),
        );
    await expect.poll(shown, POLL).toEqual([['English', 'Somebody counts.']]);
  });

  test('says so where its page’s site may not show the video', async () => {
    const page = await goTo(`${unlisted}/?element=${film.shortId}`);
    const said = page.locator('lockstep-player').getByRole('alert');
    await expect.poll(() => said.textContent(), POLL).toBe('This video is not available on this site.');
  });

  test('says so where there is no such video', async () => {
    const page = await goTo(`${listed}/?element=aaaaaaaaaaa`);
    await page.locator('lockstep-player').getByRole('alert').waitFor();
  });
});

test('oEmbed is read by a page of another origin', async () => {
  const page = await goTo(`${unlisted}/?element=none`);
  const answer = await page.evaluate(
    async (address) => (await fetch(address)).json() as Promise<object>,
    oembedOf(),
  );
  expect(answer).toMatchObject({ type: 'video', version: '1.0', title: 'Counting', width: 640, height: 360 });
});
const oembedOf = (): string => {
  const { origin } = sharedStack();
  return `${origin}/oembed?${new URLSearchParams({ url: `${origin}/v/${film.shortId}`, format: 'json' })}`;
};

describe('axe finds nothing', () => {
  test('on an embed, before and while it plays', async () => {
    const page = await goTo(`${sharedStack().origin}/embed/${film.shortId}`);
    await page.locator('lockstep-player').waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.locator('button#play').click();
    await page.locator('button#play').waitFor({ state: 'detached' });
    expect(await violationsOf(page)).toEqual([]);
  });

  test('on the card of what is not there', async () => {
    expect(await violationsOf(await goTo(`${sharedStack().origin}/embed/aaaaaaaaaaa`))).toEqual([]);
  });

  test('on the playground, whose buttons drive the frame and whose log says so', async () => {
    const page = await goTo(`${sharedStack().origin}/embed/test?video=${film.shortId}`);
    await page.getByRole('button', { name: 'play()' }).click();
    await page.getByRole('list').filter({ hasText: 'timeupdate' }).waitFor();
    expect(await violationsOf(page)).toEqual([]);
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOf(page)).toEqual([]);
    await page.getByLabel('Controls').uncheck();
    expect(await page.getByLabel('A frame').inputValue()).toContain(`/embed/${film.shortId}?controls=0`);
  });
});
