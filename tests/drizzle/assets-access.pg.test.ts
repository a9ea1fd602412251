import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows, type Anchors } from './rows.ts';

const own = tenantsDatabase();

const ANONYMOUS: Actor = { role: 'anonymous', userId: null };
const account = (name: string): Actor => ({ role: 'registered', userId: own.idOf(name) });
const seen = (actor: Actor, table: string): Promise<string[]> =>
  tryAs(own.app, actor, async () => {
    const { rows } = await own.app.query<{ id: string }>(`select id from ${table}`);
    return rows.flatMap(({ id }) => own.tenants.names.get(id) ?? []).sort();
  });
const asked = (actor: Actor, sql: string, values: unknown[] = []) =>
  tryAs(own.app, actor, () => orRefusal(own.app.query(sql, values).then(({ rows }) => rows)));

const OFFERS = ['offer of first', 'offer of second'];

test('a person sees their own assets only, colleagues and owners of the organization see none', async () => {
  expect(await seen(account('author'), 'user_assets')).toEqual(['asset of first', 'deleted asset of first']);
  expect(await seen(account('stranger'), 'user_assets')).toEqual([
    'asset of second',
    'deleted asset of second',
  ]);
  for (const actor of [ANONYMOUS, account('owner'), account('admin'), account('member')])
    expect(await seen(actor, 'user_assets')).toEqual([]);
  expect(await seen(account('author'), 'asset_uses')).toEqual(['use in first']);
  expect(await seen(account('owner'), 'asset_uses')).toEqual([]);
});

test('of the market everybody sees what is offered, and its creator what is not', async () => {
  expect(await seen(ANONYMOUS, 'market_assets')).toEqual(OFFERS);
  expect(await seen(account('member'), 'market_assets')).toEqual(OFFERS);
  expect(await seen(account('author'), 'market_assets')).toEqual([
    'hidden offer of first',
    ...OFFERS,
    'withdrawn offer of first',
  ]);
});

test('an inactive system asset and what is to be swept away are for services', async () => {
  for (const actor of [ANONYMOUS, account('author')]) {
    expect(await seen(actor, 'system_assets')).toEqual([]);
    expect(await seen(actor, 'released_objects')).toEqual([]);
  }
  expect(await seen(serviceActor('service:cron'), 'system_assets')).toEqual(['inactive system asset']);
  expect(await seen(serviceActor('service:cron'), 'released_objects')).toEqual(['released object']);
});

describe('a person', () => {
  test.each([
    ['storage_key', `'assets/somebody/else'`],
    ['sha256', 'null'],
    ['system_tags', `'{mine}'`],
    ['ai_classification', `'{}'`],
    ['auto_classification', `'{}'`],
    ['usage_count', '1000'],
    ['last_used_at', 'now()'],
    ['uploaded_at', 'now()'],
    ['user_id', `'00000000-0000-4000-8000-000000000000'`],
  ])('does not write %s of their asset', async (column, value) => {
    expect(await asked(account('author'), `update user_assets set ${column} = ${value}`)).toBe('refused');
    const made: Record<string, unknown> = {
      ...validRows({ user: own.idOf('author'), organization: own.idOf('first') } as Anchors).user_assets(),
    };
    const names = Object.keys(made).filter((name) => name !== column);
    const slots = names.map((_, index) => `$${index + 1}`);
    if (value === 'null') return;
    expect(
      await asked(
        account('author'),
        `insert into user_assets (${names.join()}, ${column}) values (${slots.join()}, ${value})`,
        names.map((name) => made[name]),
      ),
    ).toBe('refused');
  });

  test('classifies nothing; service:media does', async () => {
    const classify = `select app.classify_asset($1, '{face}', '{"a": 1}', null) as id`;
    expect(await asked(account('author'), classify, [own.idOf('asset of first')])).toEqual([]);
    expect(await asked(serviceActor('service:media'), classify, [own.idOf('asset of first')])).toEqual([
      { id: own.idOf('asset of first') },
    ]);
  });

  test('neither sends the bytes of, nor publishes, nor uses another’s asset', async () => {
    const theirs = own.idOf('asset of second');
    const author = account('author');
    expect(await asked(author, `select app.begin_asset_upload($1, 'k')`, [theirs])).toEqual([]);
    expect(
      await asked(author, `select app.publish_asset($1, gen_random_uuid(), null, null, '{}', true)`, [
        theirs,
      ]),
    ).toEqual([]);
    const use = `insert into asset_uses (id, user_id, user_asset_id) values (gen_random_uuid(), $1, $2)`;
    expect(await asked(author, use, [own.idOf('author'), theirs])).toBe('refused');
    expect(await asked(author, use, [own.idOf('author'), own.idOf('deleted asset of first')])).toBe(
      'refused',
    );
    expect(await asked(author, use, [own.idOf('author'), own.idOf('asset of first')])).toEqual([]);
    const hidden = `insert into asset_uses (id, user_id, system_asset_id) values (gen_random_uuid(), $1, $2)`;
    expect(await asked(author, hidden, [own.idOf('author'), own.idOf('inactive system asset')])).toBe(
      'refused',
    );
    const counted = `insert into asset_uses (id, user_id, market_asset_id) values (gen_random_uuid(), $1, $2)`;
    expect(await asked(author, counted, [own.idOf('author'), own.idOf('offer of second')])).toBe('refused');
  });

  test('finds names of their own and of what is offered', async () => {
    const find = `select app.user_assets_named('DOT.') as own, app.market_assets_named('dot png') as offered`;
    const [found] = (await asked(account('stranger'), find)) as { own: string[]; offered: string[] }[];
    const names = (ids: string[] = []) => ids.map((id) => own.tenants.names.get(id)).sort();
    expect(names(found?.own)).toEqual(['asset of second', 'deleted asset of second']);
    expect(names(found?.offered)).toEqual(['hidden offer of second', ...OFFERS, 'withdrawn offer of second']);
  });
});

test('who has taken it keeps it when it is withdrawn, and when its creator goes', async () => {
  await own.superuser.query('begin');
  const at = { user: own.idOf('author'), organization: own.idOf('first') } as Anchors;
  const rows = validRows(at);
  const market = await insert(own.superuser, 'market_assets', { ...rows.market_assets(), storage_key: 'k' });
  const taken = {
    ...rows.user_assets(),
    user_id: own.idOf('stranger'),
    storage_key: 'k',
    market_asset_id: market,
  };
  const reference = await insert(own.superuser, 'user_assets', taken);
  await own.superuser.query('update market_assets set deleted_at = now() where id = $1', [market]);
  await own.superuser.query('delete from users where id = $1', [own.idOf('author')]);
  await own.superuser.query(`set local role lockstep_app`);
  await own.superuser.query(
    `select set_config('app.user_id', $1, true), set_config('app.role', 'registered', true)`,
    [own.idOf('stranger')],
  );
  const { rows: kept } = await own.superuser.query('select storage_key from user_assets where id = $1', [
    reference,
  ]);
  await own.superuser.query('rollback');
  expect(kept).toEqual([{ storage_key: 'k' }]);
});

test('whatever makes a row go, its object is remembered', async () => {
  await own.superuser.query('begin');
  const at = { user: own.idOf('member'), organization: own.idOf('first') } as Anchors;
  for (const storage_key of ['one', 'two', 'three', null])
    await insert(own.superuser, 'user_assets', { ...validRows(at).user_assets(), storage_key });
  await own.superuser.query(`update user_assets set storage_key = 'four' where storage_key = 'one'`);
  await own.superuser.query(`delete from user_assets where storage_key = 'two'`);
  await own.superuser.query('delete from users where id = $1', [own.idOf('member')]);
  const { rows } = await own.superuser.query<{ key: string }>(
    `select storage_key as key from released_objects where created_at = now()::timestamptz(3) order by 1`,
  );
  await own.superuser.query('rollback');
  expect(rows.map(({ key }) => key)).toEqual(['four', 'one', 'three', 'two']);
});

test('after any uses the counters equal a recount of the ledger', async () => {
  const use = fc.record({
    column: fc.constantFrom('user_asset_id' as const, 'system_asset_id' as const, 'market_asset_id' as const),
    times: fc.integer({ min: 1, max: 4 }),
    of: fc.nat(2),
  });
  const TABLES = {
    user_asset_id: 'user_assets',
    system_asset_id: 'system_assets',
    market_asset_id: 'market_assets',
  };
  const miscounted = Object.entries(TABLES).map(
    ([
      column,
      table,
    ]) => `select id from ${table} t where usage_count <> (select count(*) from asset_uses where ${column} = t.id)
      or last_used_at is distinct from (select max(created_at) from asset_uses where ${column} = t.id)`,
  );
  await fc.assert(
    fc.asyncProperty(fc.array(use, { maxLength: 12 }), async (uses) => {
      await own.superuser.query('begin');
      try {
        for (const { column, times, of } of uses)
          await own.superuser.query(
            `insert into asset_uses (${column}) select chosen.id
              from (select id from ${TABLES[column]} order by id offset $1::int limit 2) chosen, generate_series(1, $2::int)`,
            [of, times],
          );
        const { rows } = await own.superuser.query(miscounted.join(' union all '));
        expect(rows).toEqual([]);
      } finally {
        await own.superuser.query('rollback');
      }
    }),
    { numRuns: 30 },
  );
});
