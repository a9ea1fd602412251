import { beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { refusalOf, validRows, type Anchors, type Table } from './rows.ts';
import type { Tenants } from './tenants.ts';
import { OPEN, OWN, WHOSE } from './whose.ts';

/** A row as the superuser knows it: whose it is, whether it is for everybody, and who else it belongs to. */
interface Known {
  tenant: string | null;
  isOpen: boolean;
  people: string[];
}

const own = tenantsDatabase();
const rows = new Map<string, Map<string, Known>>();
beforeAll(async () => {
  for (const table of Object.keys(WHOSE) as Table[]) rows.set(table, await knownRows(table));
});

const keyOf = (table: Table): string =>
  table === 'video_tags'
    ? `video_id || '/' || tag_id`
    : table === 'video_categories'
      ? `video_id || '/' || category_id`
      : 'id::text';

async function knownRows(table: Table): Promise<Map<string, Known>> {
  const { rows } = await own.superuser.query<Known & { key: string }>(
    `select ${keyOf(table)} as key, (${WHOSE[table]})::text as tenant, coalesce(${OPEN[table] ?? 'false'}, false) as "isOpen",
      array_remove(array[${OWN[table] ?? ''}]::text[], null) as people from ${table} t`,
  );
  return new Map(rows.map(({ key, ...known }) => [key, known]));
}

/** Everybody who asks, and the tenant that is theirs. */
const ACTORS: [name: keyof Tenants['users'] | 'anonymous', tenant: 'first' | 'second' | undefined][] = [
  ['anonymous', undefined],
  ['guest', undefined],
  ['stranger', 'second'],
  ['member', 'first'],
  ['author', 'first'],
  ['admin', 'first'],
  ['owner', 'first'],
];
const actorNamed = (name: string): Actor =>
  name === 'anonymous'
    ? { role: 'anonymous', userId: null }
    : { role: name === 'guest' ? 'guest' : 'registered', userId: own.idOf(name) };

/** Of the rows reached, those of another tenant that are neither for everybody nor the actor's own. */
function trespasses(table: Table, reached: string[], name: string, tenant: string | undefined): string[] {
  return reached.filter((key) => {
    const known = rows.get(table)?.get(key);
    if (!known || known.isOpen || known.people.includes(own.idOf(name))) return false;
    return known.tenant !== own.idOf(tenant) || tenant === undefined;
  });
}

const reach = (name: string, sql: string): Promise<string[]> =>
  tryAs(own.app, actorNamed(name), async () => {
    const outcome = await orRefusal(
      own.app.query<{ key: string }>(sql).then(({ rows }) => rows.map(({ key }) => key)),
    );
    return outcome === 'refused' ? [] : outcome;
  });

const TABLES = Object.keys(WHOSE) as Table[];

test('every table has said whose its rows are, and both tenants have rows in it', async () => {
  const { rows: all } = await own.superuser.query<{ name: string }>(
    `select relname as name from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
      and relname not in ('video_search', 'search_words') order by 1`,
  );
  expect(TABLES.toSorted()).toEqual(all.map(({ name }) => name));
  const lacking = TABLES.filter((table) => {
    const tenantsWithRows = new Set([...(rows.get(table)?.values() ?? [])].map(({ tenant }) => tenant));
    return (
      WHOSE[table] !== 'null' &&
      !(tenantsWithRows.has(own.idOf('first')) && tenantsWithRows.has(own.idOf('second')))
    );
  });
  expect(lacking).toEqual([]);
});

describe.each(ACTORS)('%s, without any where,', (name, tenant) => {
  test.each(TABLES)('reads, changes and deletes of %s nothing of another tenant', async (table) => {
    const key = keyOf(table);
    expect(trespasses(table, await reach(name, `select ${key} as key from ${table}`), name, tenant)).toEqual(
      [],
    );
    // A generated column is set to nothing but its default.
    const { rows: columns } = await own.superuser.query<{ name: string; value: string }>(
      `select column_name as name, case is_generated when 'NEVER' then column_name else 'default' end as value
       from information_schema.column_privileges join information_schema.columns using (table_schema, table_name, column_name)
       where grantee = 'lockstep_app' and table_name = $1 and privilege_type = 'UPDATE' order by 1`,
      [table],
    );
    const changes = columns.map(
      ({ name, value }) => `update ${table} set ${name} = ${value} returning ${key} as key`,
    );
    for (const sql of [...changes, `delete from ${table} returning ${key} as key`]) {
      // A row everybody may read is nobody else's to change.
      const reached = (await reach(name, sql)).filter(
        (row) => rows.get(table)?.get(row)?.tenant !== own.idOf(tenant),
      );
      const others = reached.filter((row) => !rows.get(table)?.get(row)?.people.includes(own.idOf(name)));
      expect({ sql, others: others.filter((row) => rows.get(table)?.has(row)) }).toEqual({ sql, others: [] });
    }
  });

  test.each(TABLES)('adds to %s nothing of another tenant', async (table) => {
    const other = tenant === 'second' ? 'first' : 'second';
    const anchors = anchorsOf(other);
    const row = validRows(anchors)[table]();
    const mine = Object.fromEntries(
      Object.keys(row)
        .filter((column) => PEOPLE.has(column))
        .map((column) => [column, own.idOf(name) || null]),
    );
    // A whole row of the other tenant's, and the same in one's own name.
    for (const values of [row, { ...row, ...mine }]) {
      const taken = await tryAs(own.app, actorNamed(name), async () => {
        const columns = Object.keys(values);
        const sql = `insert into ${table} (${columns.join()}) values (${columns.map((_, index) => `$${index + 1}`).join()})`;
        return refusalOf(own.app, () => own.app.query(sql, Object.values(values)));
      });
      if (OPEN_TO_ADD.has(table)) continue;
      expect({ table, refusal: taken?.code ?? 'none' }).toEqual({ table, refusal: '42501' });
    }
  });
});

test('a hole in a wall is found', async () => {
  await own.superuser.query('create policy hole on channels to lockstep_app using (true)');
  const seen = await reach('stranger', 'select id::text as key from channels');
  expect(trespasses('channels', seen, 'stranger', 'second')).toEqual([own.idOf('channel of first')]);
  await own.superuser.query('drop policy hole on channels');
});

/** Columns that say in whose name a row stands. */
const PEOPLE = new Set([
  'user_id',
  'author_id',
  'host_id',
  'created_by',
  'invited_by',
  'creator_id',
  'actor_id',
]);
/** Of these a row is nobody's but its maker's: who has an account may add one. */
const OPEN_TO_ADD = new Set<Table>(['organizations', 'api_keys', 'idempotency_keys', 'video_progress']);

function anchorsOf(tenant: 'first' | 'second'): Anchors {
  const video = tenant === 'first' ? 'secret' : 'foreign';
  const named = {
    user: tenant === 'first' ? 'author' : 'stranger',
    otherUser: 'guest',
    organization: tenant,
    channel: `channel of ${tenant}`,
    series: `series of ${tenant}`,
    video,
    comment: `comment on ${video}`,
    screening: `screening of ${video}`,
    link: `link to ${video}`,
    tag: `tag of ${tenant}`,
    category: 'category',
    transcript: `transcript of ${video}`,
    endpoint: `endpoint of ${tenant}`,
    message: `message of ${tenant}`,
    delivery: `delivery of ${tenant}`,
  };
  return Object.fromEntries(
    Object.entries(named).map(([anchor, name]) => [anchor, own.idOf(name)]),
  ) as Anchors;
}
