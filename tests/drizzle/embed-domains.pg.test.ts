import { expect, test } from 'vitest';
import type { Actor } from '#worker/db/actor.ts';
import { tryAs } from './connect-as.ts';
import { tenantsDatabase } from './own-database.ts';

const own = tenantsDatabase();

const nobody: Actor = { role: 'anonymous', userId: null };
const ask = (sql: string, values: unknown[]) =>
  tryAs(own.app, nobody, async () => (await own.app.query<{ said: unknown }>(sql, values)).rows[0]?.said);
const BY_VIDEO = 'select app.embed_domains((select organization_id from videos where id = $1)) as said';

test('who is shown a video learns which sites may embed it, and nothing else of what its organization decides', async () => {
  const { rows } = await own.superuser.query<{ id: string; organization_id: string }>(
    `select id, organization_id from videos where visibility = 'public' limit 1`,
  );
  const [video] = rows;
  expect(await ask(BY_VIDEO, [video?.id])).toBeNull();
  await own.superuser.query(
    `update organizations set settings = '{"embedDomains": ["example.com"], "linkPolicy": {"guests": "named"}}' where id = $1`,
    [video?.organization_id],
  );
  expect(await ask(BY_VIDEO, [video?.id])).toEqual(['example.com']);
  expect(
    await ask('select settings as said from organizations where id = $1', [video?.organization_id]),
  ).toBe(undefined);
});

test('of a video one does not see nothing is told', async () => {
  await own.superuser.query(`update organizations set settings = '{"embedDomains": ["secret.example"]}'`);
  expect(await ask(BY_VIDEO, [own.tenants.ids.get('secret')])).toBeNull();
});
