import { beforeEach, expect, test } from 'vitest';
import type { Emoji } from '#protocol/reaction.ts';
import { censusLine, digestOf, type CensusDatabase } from '#rooms/flush/census.ts';
import { findComment } from '#rooms/storage/comments.ts';
import { comparePage, type Compared, type Place } from '#rooms/reconcile.ts';
import type { CensusTable } from '#rooms/storage/census.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const ADA = { userId: uuid(1), name: 'Ada' };

/** Keeps versions by key as Postgres would answer them; `asked` counts the pages that differed. */
class FakeCensus implements CensusDatabase {
  readonly comments = new Map<string, number>();
  readonly likes = new Map<string, number>();
  readonly reactions = new Map<string, number>();
  readonly users = new Set([uuid(1), uuid(2)]);
  differed = 0;
  whileAsked = (): void => {};

  async differing(
    range: { table: CensusTable; afterKey: string; upToKey: string | null },
    digest: string,
  ): Promise<Map<string, number> | undefined> {
    const found = [...this[range.table]]
      .filter(([key]) => key > range.afterKey && (range.upToKey === null || key <= range.upToKey))
      .sort(([a], [b]) => (a < b ? -1 : 1));
    this.whileAsked();
    if ((await digestOf(found.map(([key, version]) => censusLine(key, version)))) === digest)
      return undefined;
    this.differed += 1;
    return new Map(found);
  }

  async presentUsers(userIds: readonly string[]): Promise<Set<string>> {
    return new Set(userIds.filter((id) => this.users.has(id)));
  }

  /** What the room has flushed. */
  copy(fake: FakeRoom): void {
    for (const batch of fake.postgres.batches) {
      for (const { comment } of batch.comments) this.comments.set(comment.id, comment.version);
      for (const { userId, target, isLiked } of batch.likes)
        if (isLiked) this.likes.set(`${userId}:${target}`, 1);
        else this.likes.delete(`${userId}:${target}`);
      for (const { second, emoji, count } of batch.reactions)
        this.reactions.set(`${String(second).padStart(6, '0')} ${emoji}`, count);
    }
  }
}

let fake: FakeRoom;
let ada: FakePeer;
let census: FakeCensus;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter(ADA);
  census = new FakeCensus();
});

const post = (n: number) => {
  fake.pass(1_000);
  return ada.do({ t: 'comment.post', id: uuid(n), content: `words ${n}` });
};

/** Every page, summed up. */
async function compare(): Promise<Omit<Compared, 'next'>> {
  const sum = { rows: 0, missing: 0, older: 0, ahead: 0, unknown: 0, requeued: 0 };
  let place: Place | null = null;
  do {
    const page: Compared = await comparePage(fake.keeper, census, place);
    for (const name of Object.keys(sum) as (keyof typeof sum)[]) sum[name] += page[name];
    place = page.next;
  } while (place);
  return sum;
}
const agreed = (rows: number) => ({ rows, missing: 0, older: 0, ahead: 0, unknown: 0, requeued: 0 });

test('R72 where both agree only digests travel, whatever the size', async () => {
  for (let n = 0; n < 1_001; n += 1) post(10_000 + n);
  ada.do({ t: 'like.set', isLiked: true });
  while (fake.keeper.isDirty) await fake.alarm();
  census.copy(fake);
  expect(await compare()).toEqual(agreed(1_002));
  expect(census.differed).toBe(0);
  census.comments.delete(uuid(10_000));
  census.comments.delete(uuid(11_000));
  expect(await compare()).toEqual({ ...agreed(1_002), missing: 2, requeued: 2 });
});

test('R72 what is missing or older is written again; the rest is told and left alone', async () => {
  for (const n of [50, 51, 52, 53]) post(n);
  ada.do({ t: 'comment.edit', commentId: uuid(51), content: 'better' });
  ada.do({ t: 'comment.delete', commentId: uuid(53) });
  ada.do({ t: 'like.set', isLiked: true });
  ada.do({ t: 'like.set', commentId: uuid(52), isLiked: true });
  ada.do({ t: 'like.set', commentId: uuid(52), isLiked: false });
  await fake.alarm();
  census.copy(fake);
  census.comments.delete(uuid(50));
  census.comments.set(uuid(51), 1);
  census.comments.set(uuid(52), 9);
  // Retention has removed a deleted comment for good.
  census.comments.delete(uuid(53));
  census.comments.set(uuid(99), 1);
  census.likes.set(`${uuid(1)}:${uuid(52)}`, 1);
  census.likes.delete(`${uuid(1)}:`);
  census.likes.set(`${uuid(2)}:`, 1);
  const before = fake.postgres.batches.length;
  expect(await compare()).toEqual({
    rows: 6,
    missing: 2,
    older: 2,
    ahead: 1,
    unknown: 2,
    requeued: 4,
  });
  const written = fake.postgres.batches.slice(before);
  expect(
    written.flatMap(({ comments }) => comments.map(({ comment }) => [comment.id, comment.version])),
  ).toEqual([
    [uuid(50), 1],
    [uuid(51), 2],
    // With a like its comment goes along; the greater version there wins.
    [uuid(52), 3],
  ]);
  expect(
    written.flatMap(({ likes }) => likes.map(({ target, isLiked }) => [target, isLiked])).sort(),
  ).toEqual([
    ['', true],
    [uuid(52), false],
  ]);
  expect(fake.room.facts.commentCount).toBe(3);
});

test('R72 what waits to be written, or came in between, is no finding', async () => {
  post(50);
  await fake.alarm();
  census.copy(fake);
  census.whileAsked = () => {
    census.whileAsked = () => {};
    ada.do({ t: 'comment.edit', commentId: uuid(50), content: 'in between' });
    ada.do({ t: 'comment.post', id: uuid(51), content: 'in between' });
    census.comments.set(uuid(50), 1).set(uuid(51), 1);
  };
  expect(await compare()).toEqual({ ...agreed(1) });
});

test('R72 reactions are compared by their counts', async () => {
  const react = (positionSeconds: number, emoji: Emoji) => {
    fake.pass(1_000);
    ada.do({ t: 'reaction.post', emoji, positionSeconds });
  };
  for (const second of [0, 9, 10, 59]) for (const emoji of ['🎉', '❤️', '🎉'] as const) react(second, emoji);
  await fake.alarm();
  census.copy(fake);
  expect([await compare(), census.differed]).toEqual([agreed(8), 0]);
  census.reactions.delete('000000 🎉');
  census.reactions.set('000010 🎉', 1).set('000059 ❤️', 7).set('000011 🔥', 1);
  const before = fake.postgres.batches.length;
  expect(await compare()).toEqual({ ...agreed(8), missing: 1, older: 1, ahead: 1, unknown: 1, requeued: 2 });
  expect(fake.postgres.batches.slice(before).flatMap(({ reactions }) => reactions)).toEqual([
    { second: 0, emoji: '🎉', count: 2 },
    { second: 10, emoji: '🎉', count: 2 },
  ]);
});

test('R72 likes of accounts that are gone are not missed', async () => {
  fake.enter({ userId: uuid(9), name: 'Ghost' }).do({ t: 'like.set', isLiked: true });
  await fake.alarm();
  expect(await compare()).toEqual(agreed(1));
});

test('R72 a room without storage has nothing to compare, and is not opened for it', async () => {
  fake = new FakeRoom();
  census.comments.set(uuid(50), 1);
  expect(await compare()).toEqual(agreed(0));
  expect(fake.tables()).toEqual([]);
});

test('R72 words deleted 30 days ago are forgotten here, too; that they were said is not', async () => {
  const mentionedIds = [uuid(1)];
  for (const n of [70, 71]) ada.do({ t: 'comment.post', id: uuid(n), content: `Look, ${n}`, mentionedIds });
  ada.do({ t: 'comment.delete', commentId: uuid(70) });
  await fake.alarm();
  census.copy(fake);
  const said = () =>
    [70, 71].map((n) => {
      const comment = findComment(fake.room.sql, uuid(n))?.comment;
      return [comment?.content, comment?.mentionedIds];
    });
  fake.pass(29 * 86_400_000);
  await compare();
  const kept = said();
  expect(kept).toEqual([70, 71].map((n) => [`Look, ${n}`, mentionedIds]));
  fake.pass(2 * 86_400_000);
  expect(await compare()).toEqual(agreed(2));
  expect(said()).toEqual([['', []], kept[1]]);
});
