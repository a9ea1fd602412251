import { describe, expect, test } from 'vitest';
import { serviceActor, type Actor } from '#worker/db/actor.ts';
import { tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows, type Anchors, type Row } from './rows.ts';

const own = tenantsDatabase();

const makeLink = (video: string, row: Row = {}): Promise<string> =>
  insert(own.superuser, 'watch_links', {
    ...validRows({ video: own.idOf(video), user: own.idOf('author') } as Anchors).watch_links(),
    ...row,
  });
const holding = (...linkIds: string[]): Actor => ({ role: 'anonymous', userId: null, linkIds });
const namesIn = async (table: string): Promise<string[]> => {
  const { rows } = await own.app.query<{ id: string }>(`select id from ${table}`);
  return rows.map(({ id }) => own.tenants.names.get(id) ?? id).sort();
};
const seen = (actor: Actor, table = 'videos') => tryAs(own.app, actor, () => namesIn(table));

describe('who holds a link', () => {
  test('sees its video and what hangs on it, and no other', async () => {
    const actor = holding(await makeLink('secret'));
    expect(await seen(actor)).toEqual(['open', 'secret', 'unlisted']);
    expect(await seen(actor, 'chapters')).toContain('chapter of secret');
    expect(await seen(actor, 'comments')).toContain('comment on secret');
    expect(await seen(actor, 'screenings')).toContain('screening of secret');
    expect(await seen(actor, 'watch_links')).toEqual([]);
  });

  test('sees nothing by one that is revoked, expired, unknown, or to a deleted video', async () => {
    const links = [
      await makeLink('secret', { revoked_at: '2026-01-01' }),
      await makeLink('secret', { expires_at: '2020-01-01' }),
      await makeLink('gone'),
      own.idOf('secret'),
    ];
    expect(await seen(holding(...links))).toEqual(['open', 'unlisted']);
  });

  test('may_see_video says the same', async () => {
    const actor = holding(await makeLink('secret'), await makeLink('gone'));
    const said = (video: string) =>
      tryAs(own.app, actor, async () => {
        const { rows } = await own.app.query('select app.may_see_video($1) as is_seen', [own.idOf(video)]);
        return rows[0].is_seen as boolean;
      });
    expect([await said('secret'), await said('shared'), await said('gone')]).toEqual([true, false, false]);
  });

  test('has the greatest role of the links to that video', async () => {
    const [view, comment] = [await makeLink('secret'), await makeLink('secret', { role: 'comment' })];
    const expired = await makeLink('secret', { role: 'control', expires_at: '2020-01-01' });
    const held = (actor: Actor) =>
      tryAs(own.app, actor, async () => {
        const { rows } = await own.app.query('select app.held_link($1) as link', [own.idOf('secret')]);
        return rows[0].link as unknown;
      });
    expect(await held(holding(view, expired, comment))).toMatchObject({
      id: comment,
      role: 'comment',
      expiresAt: null,
    });
    expect(await held(holding(expired))).toBeNull();
    expect(await held({ role: 'registered', userId: own.idOf('author') })).toBeNull();
  });

  test('no longer does in the next transaction of the same connection', async () => {
    await seen(holding(await makeLink('secret')));
    expect(await seen({ role: 'anonymous', userId: null })).toEqual(['open', 'unlisted']);
    expect((await own.app.query('select id from videos')).rowCount).toBe(2);
  });
});

test('the door finds a link and counts its use, and sees no video', async () => {
  const link = await makeLink('secret', { max_uses: 1 });
  const use = `update watch_links set use_count = use_count + 1 where id = $1 and use_count < max_uses returning id`;
  await tryAs(own.app, serviceActor('service:link'), async () => {
    expect((await own.app.query(use, [link])).rowCount).toBe(1);
    expect((await own.app.query(use, [link])).rowCount).toBe(0);
    expect(await namesIn('videos')).toEqual(['open', 'unlisted']);
  });
});
