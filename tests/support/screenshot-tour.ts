import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { projectRoot } from '../../worker/local/project-root.ts';
import { CHAPTERS, POSTER } from '../../worker/local/seed/content.ts';
import { uploadFilm, type Film } from './films.ts';
import { openContext, signUp, type Person } from './people.ts';

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 780 };
const JPEG_QUALITY = 82;

const TITLES = ['The opening', 'By the brook', 'A bird tries its voice', 'Whose burrow is this?'];

/** Every page of the application as somebody sees it who works with it, one picture each. */
export async function tourOfPages(browser: Browser, origin: string, folder: string): Promise<void> {
  const ann = await signUp(origin, 'Ann Lee');
  const pages = await furnish(ann);
  const context = await openContext(browser, ann);
  const page = await context.newPage();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  for (const [name, path] of Object.entries(pages)) {
    await page.setViewportSize(DESK);
    await page.goto(origin + path);
    await settle(page);
    await page.screenshot({
      path: join(folder, `${name}.jpg`),
      type: 'jpeg',
      quality: JPEG_QUALITY,
    });
  }
  await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' });
  await page.setViewportSize(PHONE);
  await page.goto(`${origin}/library`);
  await settle(page);
  await page.screenshot({ path: join(folder, 'library-phone.jpg'), type: 'jpeg', quality: JPEG_QUALITY });
  await context.close();
}

/** Drawn, with nothing awaited and every picture there. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.locator('[aria-busy=true]').first().waitFor({ state: 'detached' });
}

/** A small team at work on a film; answers the address of each page by the name of its picture. */
async function furnish(owner: Person): Promise<Record<string, string>> {
  const ask = <T = { id: string }>(method: string, path: string, body?: unknown) =>
    owner.session.json<T>(method, path, body);
  const team = await ask('POST', '/api/organizations', { name: 'Meadow Films' });
  const of = `/api/organizations/${team.id}`;
  const channel = await ask('POST', `${of}/channels`, { name: 'Dailies' });
  const series = await ask('POST', `${of}/series`, { name: 'The meadow' });
  const films: Film[] = [];
  for (const title of TITLES) films.push(await addFilm(owner, title, team.id, channel.id));
  await ask('PUT', `/api/series/${series.id}/videos`, { videoIds: films.map(({ id }) => id) });
  const webhook = await ask('POST', `${of}/webhooks`, {
    url: 'https://hooks.example.com/lockstep',
    description: 'Tells our archive',
    events: ['video.ready', 'comment.created'],
  });
  await ask('POST', `${of}/invitations`, { email: 'grace@example.com' });
  await ask('POST', '/api/me/keys', { name: 'Nightly import', scopes: ['videos:read'], expiresAt: null });
  const [film, binned] = [films[0]?.shortId ?? '', films.at(-1)?.id ?? ''];
  await owner.session.send('DELETE', `/api/videos/${binned}`);
  return {
    // First: being there chooses the team for the library's pages.
    settings: `/org/${team.id}`,
    library: '/library',
    trash: '/library/trash',
    channel: `/library/channels/${channel.id}`,
    series: `/library/series/${series.id}`,
    upload: '/studio/upload',
    details: `/studio/v/${film}`,
    chapters: `/studio/v/${film}/chapters`,
    captions: `/studio/v/${film}/captions`,
    sharing: `/studio/v/${film}/sharing`,
    members: `/org/${team.id}/members`,
    webhooks: `/org/${team.id}/webhooks`,
    webhook: `/org/${team.id}/webhooks/${webhook.id}`,
    'audit-log': `/org/${team.id}/audit`,
    account: '/account',
    'signing-in': '/account/security',
    keys: '/account/keys',
    embed: `/embed/${film}`,
    'embed-playground': `/embed/test`,
  };
}

async function addFilm(owner: Person, title: string, organizationId: string, channelId: string) {
  const film = await uploadFilm(owner, { title });
  const path = `/api/videos/${film.id}`;
  await owner.session.send(
    'PUT',
    `${path}/poster`,
    { 'content-type': 'image/jpeg' },
    readFileSync(join(projectRoot, POSTER)),
  );
  await owner.session.json('PUT', `${path}/organization`, { organizationId });
  await owner.session.json('PATCH', path, { channelId });
  await owner.session.json('PUT', `${path}/chapters`, { chapters: CHAPTERS });
  return film;
}
