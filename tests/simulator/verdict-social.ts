import { momentKey } from '#rooms/state/reaction.ts';
import { findProgress } from '#rooms/storage/progress.ts';
import { listReactionsAfter } from '#rooms/storage/reactions.ts';
import type { Reactions } from '#client/room/reactions.ts';
import type { RoomSql } from '#rooms/storage/sql.ts';
import type { Viewer } from './viewer.ts';
import { rows, type World } from './world.ts';

/** By second and emoji. */
export const countAllReactions = (sql: RoomSql): Map<string, number> =>
  new Map(
    listReactionsAfter(sql, { second: -1, emoji: '' }, 10_000).map((one) => [momentKey(one), one.count]),
  );

/** Reactions and progress: each that was acknowledged is there, once, in Postgres and with everyone. */
export function judgeSocial(world: World, viewers: readonly Viewer[]): void {
  checkReactions(world, viewers);
  checkProgress(world, viewers);
}

function checkReactions(world: World, viewers: readonly Viewer[]): void {
  const { watch, storage, postgres } = world;
  const sent = new Map<string, number>();
  for (const { entity_id: key } of rows(world, "SELECT entity_id FROM log WHERE kind = 'reaction'"))
    sent.set(String(key), (sent.get(String(key)) ?? 0) + 1);
  const counts = countAllReactions(storage);
  for (const key of new Set([...sent.keys(), ...counts.keys()])) {
    const [count, expected] = [counts.get(key), sent.get(key)];
    if (count !== expected) watch.note('a reaction counts once', `${key}: ${count} of ${expected}`);
    if (postgres.reactions.get(key) !== count)
      watch.note('Postgres has it', `reactions ${key}: ${postgres.reactions.get(key)} for ${count}`);
    for (const { page } of viewers) {
      if (!page) continue;
      const heard = heardCount(page.room.getState().reactions, key);
      const shown = Math.max(heard, page.readReactions?.get(key) ?? 0);
      // Without the list a page knows what it has heard.
      if (page.readReactions ? shown !== count : shown > (count ?? 0))
        watch.note('everyone sees the same', `reactions ${key} ${shown}, the room ${count}`);
    }
  }
}

function heardCount(reactions: Reactions, key: string): number {
  const [second, emoji] = key.split(' ');
  const tally = reactions.get(Number(second)) as Record<string, number> | undefined;
  return tally?.[emoji ?? ''] ?? 0;
}

/** Of each person the last word that the room took stands. */
function checkProgress(world: World, viewers: readonly Viewer[]): void {
  const { watch, storage, postgres } = world;
  const latest = new Map<string, string>();
  const logged = rows(world, "SELECT user_id, op_id FROM log WHERE kind = 'progress' ORDER BY seq");
  for (const { user_id: userId, op_id: opId } of logged) latest.set(String(userId), String(opId));
  for (const { userId, page } of viewers) {
    const opId = latest.get(userId);
    if (opId === undefined) continue;
    const said = words(watch.progress.get(opId));
    const known = words(findProgress(storage, userId));
    if (known !== said) watch.note('the latest progress stands', `${userId}: ${known} for ${said}`);
    const written = words(postgres.progress.get(userId));
    if (written !== said) watch.note('Postgres has it', `progress of ${userId}: ${written} for ${said}`);
    const shown = words(page?.room.getState().you?.progress);
    if (page && shown !== said)
      watch.note('everyone sees the same', `progress of ${userId}: ${shown}, the room ${said}`);
  }
}

const words = (progress: { positionSeconds: number; isCompleted: boolean } | null | undefined): string =>
  progress ? `${progress.positionSeconds}${progress.isCompleted ? ' (all)' : ''}` : 'none';
