import { beforeAll, describe, expect, test } from 'vitest';
import { tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert } from './rows.ts';
import type { Tenants } from './tenants.ts';

const own = tenantsDatabase();
let hidden: string;
let global: string;
const at = (name: string) => own.idOf(name);

beforeAll(async () => {
  const { superuser, tenants } = own;
  hidden = await insert(superuser, 'tags', { name: 'workflow:done' });
  global = await insert(superuser, 'tags', { name: 'for everybody' });
  await superuser.query('insert into video_tags (video_id, tag_id) values ($1, $2)', [at('shared'), hidden]);
  await superuser.query(`update users set access_role = 'admin' where id = $1`, [tenants.users.guest]);
  const inSeries = `update videos set series_id = $1, series_position = $2 where id = $3`;
  await superuser.query(inSeries, [at('series of first'), 1, at('gone')]);
  await superuser.query(inSeries, [at('series of first'), 2, at('open')]);
});

/** Sees what is hidden, too. */
const AS_SERVICE: [string] = [`select set_config('app.role', 'service:cron', true)`];

type Who = keyof Tenants['users'];
/** Rows of the last statement, or what refused: a rule's name, else the code. */
const run = (who: Who, ...statements: [sql: string, values?: unknown[]][]): Promise<unknown> =>
  tryAs(own.app, { role: 'registered', userId: own.tenants.users[who] }, async () => {
    let rows: unknown[] = [];
    for (const [sql, values] of statements) ({ rows } = await own.app.query(sql, values));
    return rows;
  }).catch(({ constraint, code }: { constraint?: string; code?: string }) => constraint ?? code);

describe('the order of a series', () => {
  const order = (videos: string[], seen: string | null = null): [string, unknown[]] => [
    'select app.order_series($1, $2, $3) as is_ordered',
    [at('series of first'), videos.map(at), seen],
  ];
  const listed = (): [string, unknown[]] => [
    'select id from videos where series_id = $1 order by series_position',
    [at('series of first')],
  ];

  test('is its administrators’, of videos of the organization, each once', async () => {
    expect(await run('admin', order(['shared', 'open']))).toEqual([{ is_ordered: true }]);
    expect(await run('owner', order([]))).toEqual([{ is_ordered: true }]);
    expect(await run('member', order(['open']))).toBe('LS403');
    expect(await run('stranger', order(['foreign']))).toBe('LS404');
    for (const wrong of [['foreign'], ['gone'], ['open', 'open'], ['series of first']])
      expect(await run('admin', order(wrong))).toBe('series_videos_organization');
  });

  test('is set whole: places are traded, and what lies in the trash stands behind', async () => {
    const names = async (...videos: string[]) => {
      const rows = (await run('admin', order(videos), AS_SERVICE, listed())) as { id: string }[];
      return rows.map(({ id }) => own.tenants.names.get(id));
    };
    expect(await names('shared', 'open', 'secret')).toEqual(['shared', 'open', 'secret', 'gone']);
    expect(await names('open', 'shared')).toEqual(['open', 'shared', 'gone']);
    expect(await names()).toEqual(['gone']);
  });

  test('is not set by who saw another version', async () => {
    expect(await run('admin', order(['open'], '2001-01-01'))).toEqual([{ is_ordered: false }]);
  });
});

describe('tags of a video', () => {
  const set = (ids: string[], names: string[] = [], video = 'shared'): [string, unknown[]] => [
    'select app.set_video_tags($1, $2, $3)',
    [at(video), ids, names],
  ];
  const kept = async (...set: [string, unknown[]]) => {
    const all: [string, unknown[]] = [
      'select name from tags join video_tags on tag_id = id where video_id = $1 order by name',
      [at('shared')],
    ];
    const rows = await run('author', set, AS_SERVICE, all);
    return (rows as { name: string }[]).map(({ name }) => name);
  };

  test('are set by who manages it; the system’s stay', async () => {
    expect(await kept(...set([global], ['New', 'For Everybody']))).toEqual([
      'New',
      'for everybody',
      'workflow:done',
    ]);
    expect(await kept(...set([]))).toEqual(['workflow:done']);
    for (const who of ['member', 'stranger', 'guest'] as const) expect(await run(who, set([]))).toBe('42501');
  });

  test('are of its organization or of nobody, and none of the system’s', async () => {
    expect(await run('author', set([at('tag of second')]))).toBe('video_tags_offered');
    expect(await run('author', set([hidden]))).toBe('video_tags_offered');
    const add = 'insert into video_tags (video_id, tag_id) values ($1, $2)';
    expect(await run('author', [add, [at('open'), at('tag of second')]])).toBe('video_tags_organization');
    expect(await run('author', [add, [at('open'), hidden]])).toBe('video_tags_organization');
    expect(await run('author', [add, [at('open'), global]])).toEqual([]);
  });

  test('are made by members, counted by nobody but the trigger', async () => {
    const add = 'insert into tags (organization_id, name, usage_count) values ($1, $2, $3)';
    expect(await run('member', [add, [at('first'), 'mine', 0]])).toEqual([]);
    expect(await run('member', [add, [at('first'), 'mine', 1]])).toBe('42501');
    expect(await run('admin', ['update tags set usage_count = 0'])).toBe('42501');
  });
});

test('categories are read by everybody and written by those who run the product', async () => {
  const count: [string] = ['select count(*)::int > 8 as are_some from categories'];
  const writes: [string][] = [
    [`insert into categories (name) values ('Other')`],
    [`update categories set name = 'Music videos' where name = 'Music' returning name`],
    [`delete from categories where name = 'News' returning name`],
  ];
  expect(await run('stranger', count)).toEqual([{ are_some: true }]);
  const byOwner = [];
  for (const write of writes) byOwner.push(await run('owner', write));
  expect(byOwner).toEqual(['42501', [], []]);
  expect(await run('guest', ...writes)).toEqual([{ name: 'News' }]);
});
