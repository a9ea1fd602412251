import { randomUUID } from 'node:crypto';
import type { Client } from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { ownDatabase } from './own-database.ts';
import { insert, nextShortId, validRows, type Anchors } from './rows.ts';
import { untilSettled } from './until-settled.ts';

const own = ownDatabase();
let superuser: Client;
const connections: Client[] = [];

beforeAll(async () => {
  ({ superuser } = own);
  for (let index = 0; index < 2; index += 1) connections.push(await own.connect('lockstep_app'));
});

/** Somebody with a video in one organization who is a member of another, too. */
async function settle() {
  const at = {} as Anchors;
  at.user = await insert(superuser, 'users', validRows(at).users());
  const organizations: string[] = [];
  for (let index = 0; index < 2; index += 1) {
    at.organization = await insert(superuser, 'organizations', validRows(at).organizations());
    const member = { ...validRows(at).organization_members(), user_id: at.user, role: 'OWNER' };
    await insert(superuser, 'organization_members', member);
    organizations.unshift(at.organization);
  }
  const [elsewhere] = organizations;
  at.organization = organizations[1] ?? '';
  at.video = await insert(superuser, 'videos', validRows(at).videos());
  at.tag = await insert(superuser, 'tags', validRows(at).tags());
  return { at, elsewhere };
}
type Settled = Awaited<ReturnType<typeof settle>>;

const CHANGES = {
  move: ({ at, elsewhere }: Settled) => ['select app.move_video($1, $2)', [at.video, elsewhere]] as const,
  addVersion: ({ at }: Settled) =>
    ['select app.add_version($1, $2, $3, null)', [at.video, randomUUID(), nextShortId()]] as const,
  tag: ({ at }: Settled) => ['select app.set_video_tags($1, $2, $3)', [at.video, [at.tag], []]] as const,
  tagByName: ({ at }: Settled) => ['select app.set_video_tags($1, $2, $3)', [at.video, [], ['New']]] as const,
};
type Change = keyof typeof CHANGES;

/** The first does not commit before the second waits for it, or is done; what became of the second. */
async function atOnce(settled: Settled, first: Change, second: Change): Promise<string> {
  const [one, other] = connections;
  if (!one || !other) throw new Error('There are two connections.');
  for (const client of [one, other]) {
    await client.query('begin');
    await client.query(
      `select set_config('app.user_id', $1, true), set_config('app.role', 'registered', true)`,
      [settled.at.user],
    );
  }
  const [sql, values] = CHANGES[first](settled);
  await one.query(sql, [...values]);
  const [late, ofLate] = CHANGES[second](settled);
  const outcome = other
    .query(late, [...ofLate])
    .then(() => other.query('commit'))
    .then(
      () => 'done',
      async (error: { constraint?: string; code?: string }) => {
        await other.query('rollback');
        return error.constraint ?? error.code ?? 'failed';
      },
    );
  await untilSettled(superuser, outcome);
  await one.query('commit');
  return outcome;
}

/** How many organizations a stack of versions, and the tags it carries, are of. */
async function organizationsOf({ at }: Settled): Promise<number> {
  const { rows } = await superuser.query<{ organizations: number }>(
    `select count(distinct organization_id)::int as organizations from (
       select organization_id from videos where id = $1 or version_of = $1
       union select tags.organization_id from video_tags join tags on tags.id = tag_id where video_id = $1) as things`,
    [at.video],
  );
  return rows[0]?.organizations ?? 0;
}

describe('a video that moves to another organization', () => {
  test.each<[first: Change, second: Change, outcome: string]>([
    ['addVersion', 'move', 'videos_move_alone'],
    ['move', 'addVersion', 'done'],
    ['tag', 'move', 'done'],
    ['move', 'tag', 'video_tags_offered'],
    ['tagByName', 'move', 'done'],
    ['move', 'tagByName', 'done'],
  ])('stays in one piece: %s and then %s at once', async (first, second, outcome) => {
    const settled = await settle();
    const became = await atOnce(settled, first, second);
    expect([became, await organizationsOf(settled)]).toEqual([outcome, 1]);
  });

  test('is never parted from its versions, whoever moves it', async () => {
    const settled = await settle();
    const { at, elsewhere } = settled;
    const version = { ...validRows(at).videos(), version_of: at.video, version_number: 2 };
    await insert(superuser, 'videos', version);
    const move = superuser.query('update videos set organization_id = $2 where id = $1', [
      at.video,
      elsewhere,
    ]);
    await expect(move).rejects.toMatchObject({ constraint: 'videos_version_of_first' });
  });
});
