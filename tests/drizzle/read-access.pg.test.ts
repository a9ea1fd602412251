import { describe, expect, test } from 'vitest';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { connectAs, orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import type { Table } from './rows.ts';
import type { Tenants } from './tenants.ts';

const own = tenantsDatabase();

const ALL = ['foreign', 'gone', 'open', 'secret', 'shared', 'unlisted'];
const person = (name: keyof Tenants['users']): Actor => ({
  role: name === 'guest' ? 'guest' : 'registered',
  userId: own.tenants.users[name],
});
/** Each actor, the videos it sees and the organization it is in. */
const ACTORS: { name: string; actor: () => Actor; videos: string[]; organization?: 'first' | 'second' }[] = [
  { name: 'anonymous', actor: () => ({ role: 'anonymous', userId: null }), videos: ['open', 'unlisted'] },
  { name: 'guest', actor: () => person('guest'), videos: ['open', 'unlisted'] },
  {
    name: 'stranger',
    actor: () => person('stranger'),
    videos: ['foreign', 'open', 'unlisted'],
    organization: 'second',
  },
  {
    name: 'member',
    actor: () => person('member'),
    videos: ['open', 'shared', 'unlisted'],
    organization: 'first',
  },
  ...(['author', 'admin', 'owner'] as const).map((name) => ({
    name,
    actor: () => person(name),
    videos: ['open', 'secret', 'shared', 'unlisted'],
    organization: 'first' as const,
  })),
  ...(['service:room', 'service:media', 'service:cron'] as const).map((role) => ({
    name: role,
    actor: () => serviceActor(role),
    videos: ALL,
  })),
];

/** What a plain select without any where gives, by name. */
const visible = (actor: Actor, table: Table): Promise<string[] | 'refused'> =>
  tryAs(own.app, actor, () =>
    orRefusal(
      own.app
        .query<{ id: string }>(`select id from ${table}`)
        .then(({ rows }) => rows.map(({ id }) => own.tenants.names.get(id) ?? id).sort()),
    ),
  );

describe.each(ACTORS)('$name', ({ name, actor, videos, organization }) => {
  const isService = name.startsWith('service:');
  const tenantsSeen = isService ? ['first', 'second'] : organization ? [organization] : [];

  test('sees these videos, and what hangs on them', async () => {
    const on = (prefix: string, these = videos) => these.map((video) => `${prefix} ${video}`).sort();
    expect(await visible(actor(), 'videos')).toEqual(videos);
    expect(await visible(actor(), 'chapters')).toEqual(on('chapter of'));
    expect(await visible(actor(), 'screenings')).toEqual(on('screening of'));
    expect(await visible(actor(), 'reactions')).toEqual(on('reaction to'));
    const deleted = isService ? on('deleted comment on') : [];
    expect(await visible(actor(), 'comments')).toEqual([...on('comment on'), ...deleted].sort());
  });

  test('sees only its own likes, progress, uploads and company', async () => {
    const of = (prefix: string, all: string[]) => all.map((video) => `${prefix} ${video}`);
    const isGuest = name === 'guest';
    expect(await visible(actor(), 'likes')).toEqual(of('like of', isGuest || isService ? ALL : []));
    const keepsProgress = isGuest || name === 'service:room' || name === 'service:cron';
    expect(await visible(actor(), 'video_progress')).toEqual(of('progress in', keepsProgress ? ALL : []));
    const sent = { author: ALL.filter((video) => video !== 'foreign'), stranger: ['foreign'] }[name] ?? [];
    const seesUploads = name === 'service:media' || name === 'service:cron';
    expect(await visible(actor(), 'uploads')).toEqual(of('upload of', seesUploads ? ALL : sent));
    const company: Record<string, string[]> = {
      guest: ALL,
      member: ['open', 'shared', 'unlisted'],
      author: ['open', 'secret', 'shared', 'unlisted'],
      admin: ['open', 'secret', 'shared', 'unlisted'],
      owner: ['open', 'secret', 'shared', 'unlisted'],
      stranger: ['foreign'],
    };
    expect(await visible(actor(), 'screening_attendees')).toEqual(
      of('guest at', isService ? ALL : (company[name] ?? [])),
    );
    const manages = ['author', 'admin', 'owner', 'stranger'].includes(name);
    const linked = name === 'service:cron' ? ALL : manages ? (company[name] ?? []) : [];
    expect(await visible(actor(), 'watch_links')).toEqual(of('link to', linked));
    expect(await visible(actor(), 'room_watermarks')).toEqual(of('watermark of', isService ? ALL : []));
  });

  test('sees its own organization only', async () => {
    const members = { first: ['admin', 'author', 'member', 'owner'], second: ['stranger'] };
    const of = (each: (tenant: 'first' | 'second') => string[]) =>
      (tenantsSeen as ('first' | 'second')[]).flatMap(each).sort();
    expect(await visible(actor(), 'organizations')).toEqual(tenantsSeen);
    expect(await visible(actor(), 'organization_members')).toEqual(
      of((tenant) => members[tenant].map((user) => `${user} in ${tenant}`)),
    );
    expect(await visible(actor(), 'channels')).toEqual(of((tenant) => [`channel of ${tenant}`]));
    expect(await visible(actor(), 'series')).toEqual(of((tenant) => [`series of ${tenant}`]));
    expect(await visible(actor(), 'channel_members')).toEqual(
      of((tenant) => [`${tenant === 'first' ? 'member' : 'stranger'} in channel`]),
    );
  });

  test('sees of people their public face, of accounts nothing', async () => {
    expect(await visible(actor(), 'users')).toHaveLength(6);
    for (const table of ['identities', 'sessions', 'verifications'] as const)
      expect(await visible(actor(), table)).toBe('refused');
    for (const column of ['email', 'credits', 'access_role', 'last_seen_at', '*'])
      expect(
        await tryAs(own.app, actor(), () => orRefusal(own.app.query(`select ${column} from users`))),
      ).toBe('refused');
  });

  test('may_see_video is the policy of videos', async () => {
    const said = await tryAs(own.app, actor(), async () => {
      const seen: string[] = [];
      for (const video of ALL) {
        const { rows } = await own.app.query(`select app.may_see_video($1) as is_seen`, [
          own.tenants.ids.get(video),
        ]);
        if (rows[0].is_seen) seen.push(video);
      }
      return seen;
    });
    expect(said).toEqual(isService ? ['open', 'unlisted'] : videos);
  });
});

test('without an actor one is anonymous, also after an actor on the same connection', async () => {
  const plain = async () => (await own.app.query('select id from videos')).rows.length;
  expect(await plain()).toBe(2);
  await tryAs(own.app, person('owner'), plain);
  expect(await plain()).toBe(2);
});

test('a name that is no role of ours sees what an anonymous visitor sees', async () => {
  for (const role of ['internal', 'service:nobody', 'admin', 'postgres'])
    expect(await visible({ role, userId: null } as unknown as Actor, 'videos')).toEqual(['open', 'unlisted']);
});

test('the owner of the tables is held to the policies too, unless it says internal', async () => {
  const owner = await connectAs('lockstep_owner', own.database);
  const count = async () => (await owner.query('select from videos')).rowCount;
  expect(await count()).toBe(0);
  await owner.query(`set app.role = 'internal'`);
  expect(await count()).toBe(ALL.length);
  await owner.end();
});
