import { uploadFilm } from '#tests/support/films.ts';
import type { Person } from '#tests/support/people.ts';
import { FILM } from './film.ts';

/** What there is of somebody for their pages to show: addresses of the pages, by what they are about. */
export interface AppPages {
  organizationId: string;
  /** Every page of the application, loaded with something. */
  loaded: readonly string[];
}

/** A team with one of everything, so that no page is empty. */
export async function furnishApp(owner: Person): Promise<AppPages> {
  const ask = <T = { id: string }>(method: string, path: string, body?: unknown) =>
    owner.session.json<T>(method, path, body);
  const team = await ask('POST', '/api/organizations', { name: 'Meadow Films' });
  const of = `/api/organizations/${team.id}`;
  const [webhook, channel, series, film, binned] = await Promise.all([
    ask('POST', `${of}/webhooks`, { url: 'https://hooks.example.com/lockstep' }),
    ask('POST', `${of}/channels`, { name: 'Dailies' }),
    ask('POST', `${of}/series`, { name: 'The meadow' }),
    uploadFilm(owner, { file: FILM }),
    uploadFilm(owner, { file: FILM }),
    ask('POST', `${of}/invitations`, { email: 'grace@example.com' }),
    ask('POST', '/api/me/keys', { name: 'Nightly import', scopes: ['videos:read'], expiresAt: null }),
  ]);
  await owner.session.send('DELETE', `/api/videos/${binned.id}`);
  await ask('PUT', `/api/videos/${film.id}/organization`, { organizationId: team.id });
  await ask('PATCH', `/api/videos/${film.id}`, { channelId: channel.id });
  await ask('PUT', `/api/series/${series.id}/videos`, { videoIds: [film.id] });
  const org = `/org/${team.id}`;
  const studio = `/studio/v/${film.shortId}`;
  return {
    organizationId: team.id,
    loaded: [
      '/library',
      '/library/trash',
      '/library/channels',
      `/library/channels/${channel.id}`,
      '/library/series',
      `/library/series/${series.id}`,
      '/studio/upload',
      studio,
      `${studio}/chapters`,
      `${studio}/captions`,
      `${studio}/sharing`,
      '/org/new',
      org,
      `${org}/members`,
      `${org}/webhooks`,
      `${org}/webhooks/${webhook.id}`,
      `${org}/audit`,
      '/account',
      '/account/security',
      '/account/keys',
      '/account/activity',
    ],
  };
}
