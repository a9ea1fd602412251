import { expect, test } from 'vitest';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows, type Anchors, type Row } from './rows.ts';

const own = tenantsDatabase();

const makeLink = (row: Row = {}): Promise<string> =>
  insert(own.superuser, 'watch_links', {
    ...validRows({ video: own.idOf('secret'), user: own.idOf('author') } as Anchors).watch_links(),
    ...row,
  });
const asked = (actor: Actor, sql: string, values: unknown[]) =>
  tryAs(own.app, actor, async () => (await own.app.query<{ said: unknown }>(sql, values)).rows[0]?.said);
const nobody = (...linkIds: string[]): Actor => ({ role: 'anonymous', userId: null, linkIds });
const guest = (...linkIds: string[]): Actor => ({ role: 'guest', userId: own.idOf('guest'), linkIds });
const person = (name: string, ...linkIds: string[]): Actor => ({
  role: 'registered',
  userId: own.idOf(name),
  linkIds,
});
const sees = async (actor: Actor): Promise<boolean> =>
  (await asked(actor, 'select app.may_see_video($1) as said', [own.idOf('secret')])) === true;

test('a link lets in those it is for', async () => {
  const [named, accounts] = [await makeLink({ guests: 'named' }), await makeLink({ guests: 'accounts' })];
  const who = [nobody, guest, (link: string) => person('stranger', link)];
  const seen: boolean[][] = [];
  for (const link of [named, accounts]) {
    const row: boolean[] = [];
    for (const as of who) row.push(await sees(as(link)));
    seen.push(row);
  }
  expect(seen).toEqual([
    [false, true, true],
    [false, false, true],
  ]);
});

test('a link is good while its maker may share the video, and whoever may takes it over', async () => {
  const left = await makeLink({ created_by: own.idOf('stranger') });
  const orphan = await makeLink({ created_by: null });
  expect([await sees(nobody(left)), await sees(nobody(orphan))]).toEqual([false, false]);
  const share = 'select app.may_still_share($1, $2) as said';
  const door = serviceActor('service:link');
  expect(await asked(door, share, [own.idOf('author'), own.idOf('secret')])).toBe(true);
  expect(await asked(door, share, [own.idOf('stranger'), own.idOf('secret')])).toBe(false);
  expect(await asked(person('stranger'), share, [own.idOf('author'), own.idOf('secret')])).toBe(false);
  const takeOver = 'select app.take_over_link($1) as said';
  expect(await asked(person('stranger'), takeOver, [left])).toBe(false);
  expect(await asked(nobody(left), takeOver, [left])).toBe(false);
  expect(await asked(person('author'), takeOver, [left])).toBe(true);
});

test('what an organization asks of links is told to the door and to who manages the video', async () => {
  await own.superuser.query(
    `update organizations set settings = '{"linkPolicy": {"guests": "named"}}'
      where id = (select organization_id from videos where id = $1)`,
    [own.idOf('secret')],
  );
  const policy = 'select app.link_policy($1) as said';
  const told = { guests: 'named' };
  expect(await asked(serviceActor('service:link'), policy, [own.idOf('secret')])).toEqual(told);
  expect(await asked(person('author'), policy, [own.idOf('secret')])).toEqual(told);
  expect(await asked(person('stranger'), policy, [own.idOf('secret')])).toBeNull();
});

test('a link made before is held to what its organization asks of links now', async () => {
  const made = { guests: 'anyone', created_at: new Date(Date.now() - 5 * 86_400_000) };
  const [plain, locked] = [await makeLink(made), await makeLink({ ...made, password_hash: 'x' })];
  const held = (actor: Actor) => asked(actor, 'select app.held_link($1) as said', [own.idOf('secret')]);
  const seen: Record<string, unknown> = {};
  for (const policy of [{}, { guests: 'named' }, { isPasswordRequired: true }, { longestDays: 4 }]) {
    await own.superuser.query(
      `update organizations set settings = jsonb_build_object('linkPolicy', $2::jsonb)
        where id = (select organization_id from videos where id = $1)`,
      [own.idOf('secret'), JSON.stringify(policy)],
    );
    seen[JSON.stringify(policy)] = [
      await sees(nobody(plain)),
      await sees(guest(plain)),
      await sees(nobody(locked)),
    ];
  }
  expect(seen).toEqual({
    '{}': [true, true, true],
    '{"guests":"named"}': [false, true, false],
    '{"isPasswordRequired":true}': [false, false, true],
    '{"longestDays":4}': [false, false, false],
  });
  await own.superuser.query(
    `update organizations set settings = '{"linkPolicy": {"longestDays": 6}}'
      where id = (select organization_id from videos where id = $1)`,
    [own.idOf('secret')],
  );
  const { expiresAt, editedAt } = (await held(nobody(plain))) as Record<'expiresAt' | 'editedAt', string>;
  expect(Date.parse(expiresAt) - made.created_at.getTime()).toBe(6 * 86_400_000);
  // What is given out from now on begins with the policy, not with the link.
  expect(Date.now() - Date.parse(editedAt)).toBeLessThan(60_000);
});

test('reviews are for members who see the video and for holders of a link, by what it lets', async () => {
  const [view, comment, control] = [
    await makeLink({ role: 'view' }),
    await makeLink({ role: 'comment' }),
    await makeLink({ role: 'control' }),
  ];
  const review = async (actor: Actor, video = 'secret') => [
    await asked(actor, `select app.may_review($1, 'comment') as said`, [own.idOf(video)]),
    await asked(actor, `select app.may_review($1, 'control') as said`, [own.idOf(video)]),
  ];
  expect(await review(person('author'))).toEqual([true, true]);
  expect(await review(guest(view))).toEqual([false, false]);
  expect(await review(guest(comment))).toEqual([true, false]);
  expect(await review(guest(control))).toEqual([true, true]);
  expect(await review(nobody(control))).toEqual([false, false]);
  expect(await review(person('stranger'), 'open')).toEqual([false, false]);
});

test('a change of sharing is dated, no other is, and opening a link is no edit', async () => {
  const old = '2020-01-01T00:00:00.000Z';
  const at = { video: own.idOf('secret'), user: own.idOf('author') } as Anchors;
  const link = await makeLink({ updated_at: old });
  const moment = async (table: string, column: string, id: string): Promise<string> =>
    (
      await own.superuser.query(`select ${column} as at from ${table} where id = $1`, [id])
    ).rows[0].at.toISOString();
  await own.superuser.query(`update watch_links set use_count = use_count + 1 where id = $1`, [link]);
  expect(await moment('watch_links', 'updated_at', link)).toBe(old);
  await own.superuser.query(`update watch_links set label = 'New' where id = $1`, [link]);
  expect(await moment('watch_links', 'updated_at', link)).not.toBe(old);
  await own.superuser.query(`update videos set sharing_changed_at = $2 where id = $1`, [at.video, old]);
  await own.superuser.query(`update videos set title = 'New' where id = $1`, [at.video]);
  expect(await moment('videos', 'sharing_changed_at', at.video)).toBe(old);
  await own.superuser.query(`update videos set visibility = 'organization' where id = $1`, [at.video]);
  expect(await moment('videos', 'sharing_changed_at', at.video)).not.toBe(old);
});
