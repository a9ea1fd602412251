import type { Client } from 'pg';
import { beforeAll, expect, test } from 'vitest';
import { tenantsDatabase } from './own-database.ts';
import { insert, validRows } from './rows.ts';
import type { Tenants } from './tenants.ts';
import { untilSettled } from './until-settled.ts';

const own = tenantsDatabase();
let superuser: Client;
let author: Client;
let purge: Client;
let tenants: Tenants;

beforeAll(async () => {
  ({ superuser, tenants, app: author } = own);
  // What the tenants have in their trash has nothing to do with this.
  await superuser.query('delete from videos where deleted_at is not null');
  purge = await own.connect('lockstep_app');
});

/** A video whose thirty days are over for the purge, and just not for its author, who began a moment ago. */
async function makeDue(): Promise<string> {
  const begin = async (client: Client, userId: string, role: string) => {
    await client.query('begin');
    const actor = `select set_config('app.user_id', $1, true), set_config('app.role', $2, true)`;
    await client.query(actor, [userId, role]);
  };
  await begin(author, tenants.users.author, 'registered');
  const organization = tenants.ids.get('first') ?? '';
  const at = { user: tenants.users.author, organization } as Parameters<typeof validRows>[0];
  const id = await insert(superuser, 'videos', validRows(at).videos());
  await superuser.query('update videos set deleted_at = now() where id = $1', [id]);
  await superuser.query(
    `update videos set deleted_at = clock_timestamp() - interval '30 days' where id = $1`,
    [id],
  );
  await begin(purge, '', 'service:cron');
  return id;
}
const bringBack = async (id: string) =>
  (await author.query('select app.restore_videos($1)', [[id]])).rowCount;
const claim = async (video: string) =>
  (await purge.query('select from app.claim_trash(10) where id = $1', [video])).rowCount;
const isThere = async (id: string) =>
  (await superuser.query('select from videos where id = $1 and deleted_at is null', [id])).rowCount;

test('what is claimed for the purge does not come back', async () => {
  const id = await makeDue();
  expect(await claim(id)).toBe(1);
  const restored = bringBack(id);
  await untilSettled(superuser, restored);
  await purge.query('commit');
  expect(await restored).toBe(0);
  await author.query('commit');
  expect(await isThere(id)).toBe(0);
});

test('what comes back at that moment is not purged', async () => {
  const id = await makeDue();
  expect(await bringBack(id)).toBe(1);
  const claimed = claim(id);
  await untilSettled(superuser, claimed);
  await author.query('commit');
  expect(await claimed).toBe(0);
  await purge.query('commit');
  expect(await isThere(id)).toBe(1);
});

test('nobody but the clean-up claims', async () => {
  await author.query('begin');
  const claimed = author.query('select * from app.claim_trash(10)');
  await expect(claimed).rejects.toMatchObject({ code: '42501' });
  await author.query('rollback');
});
