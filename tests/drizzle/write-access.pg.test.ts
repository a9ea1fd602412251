import { describe, expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { COLUMNS, REACH } from './write-reach.ts';

const own = tenantsDatabase();

const actorNamed = (name: string): Actor => {
  if (name === 'anonymous' || name.startsWith('service:'))
    return { role: name as Actor['role'], userId: null };
  const userId = own.tenants.ids.get(name) ?? '';
  return { role: name === 'guest' ? 'guest' : 'registered', userId };
};

const reached = (actor: string, sql: string): Promise<string[] | 'refused'> =>
  tryAs(own.app, actorNamed(actor), () =>
    orRefusal(
      own.app
        .query<{ id: string }>(sql)
        .then(({ rows }) => rows.map(({ id }) => own.tenants.names.get(id) ?? id).sort()),
    ),
  );

describe.each(REACH)('$name reaches', ({ name, update, remove }) => {
  test.each(Object.entries(COLUMNS))('of %s only its own', async (table, column) => {
    const key = table as keyof typeof COLUMNS;
    const deleted = await reached(name, `delete from ${table} returning id`);
    expect(deleted).toEqual(remove[key] ?? []);
    if (!column) return expect(await reached(name, `update ${table} set id = id`)).toBe('refused');
    const updated = await reached(name, `update ${table} set ${column} = ${column} returning id`);
    expect(updated).toEqual(update[key] ?? []);
  });

  test('no account, no counter, and nothing that decides whose a row is', async () => {
    for (const table of ['users', 'identities', 'sessions', 'verifications'])
      for (const sql of [`delete from ${table}`, `update ${table} set created_at = now()`])
        expect(await reached(name, sql)).toBe('refused');
    for (const column of [
      'like_count',
      'comment_count',
      'view_count',
      'author_id',
      'organization_id',
      'short_id',
      'is_featured',
    ])
      expect(await reached(name, `update videos set ${column} = ${column}`)).toBe('refused');
    for (const column of ['like_count', 'author_id', 'video_id', 'parent_id'])
      expect(await reached(name, `update comments set ${column} = ${column}`)).toBe('refused');
    expect(await reached(name, 'update channels set member_count = 0')).toBe('refused');
    expect(await reached(name, 'update organization_members set user_id = user_id')).toBe('refused');
  });
});
