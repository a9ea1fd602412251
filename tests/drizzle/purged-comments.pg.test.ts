import { beforeAll, expect, test } from 'vitest';
import { purgeComments } from '#worker/social/purge-comments.ts';
import { orRefusal, tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows, type Anchors, type Row } from './rows.ts';

const own = tenantsDatabase();
beforeAll(() => own.superuser.query('delete from comments'));

const daysAgo = (days: number): Date => new Date(Date.now() - days * 86_400_000);
const say = (row: Row): Promise<string> => {
  const at = { video: own.tenants.ids.get('open'), user: own.tenants.users.guest } as Anchors;
  return insert(own.superuser, 'comments', {
    ...validRows(at).comments(),
    drawing: { strokes: [] },
    mentioned_ids: [own.tenants.users.owner],
    ...row,
  });
};

test('what was said in a comment goes 30 days after it was deleted; its place and its replies stay', async () => {
  const ids = {
    old: await say({ deleted_at: daysAgo(31), version: 2 }),
    answered: await say({ deleted_at: daysAgo(40), version: 3 }),
    young: await say({ deleted_at: daysAgo(29) }),
    present: await say({ created_at: daysAgo(400) }),
  };
  const reply = await say({ parent_id: ids.answered });
  const env = { DATABASE_URL: own.database.databaseUrl };
  expect(await purgeComments(env)).toEqual({ comments: 2 });
  expect(await purgeComments(env)).toEqual({ comments: 0 });
  const { rows } = await own.superuser.query<Row & { id: string }>(
    'select id, content, drawing is not null as "isDrawn", cardinality(mentioned_ids) as named, version::int from comments',
  );
  const kept = { content: 'Look!', isDrawn: true, named: 1, version: 1 };
  const gone = { content: '', isDrawn: false, named: 0 };
  expect(new Map(rows.map(({ id, ...row }) => [id, row]))).toEqual(
    new Map<string, object>([
      [ids.old, { ...gone, version: 2 }],
      [ids.answered, { ...gone, version: 3 }],
      [ids.young, kept],
      [ids.present, kept],
      [reply, kept],
    ]),
  );
});

test('nobody but the clean-up purges comments', async () => {
  const purge = () => orRefusal(own.app.query('select app.purge_comments(10)'));
  const asked = [
    await tryAs(own.app, { role: 'registered', userId: own.tenants.users.owner }, purge),
    await tryAs(own.app, { role: 'service:room', userId: null }, purge),
  ];
  expect(asked).toEqual(['refused', 'refused']);
});
