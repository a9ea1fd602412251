import type { CommentView } from '#protocol/comment.ts';
import { viewOf, type StoredComment } from '#rooms/state/comment.ts';
import type { Viewer } from './viewer.ts';
import { judgeClient } from './verdict-client.ts';
import { judgeSocial } from './verdict-social.ts';
import { rows, type World } from './world.ts';

/** What must hold once everything is quiet: nothing lost, nothing twice, and everyone sees the same. */
export function judge(world: World, viewers: readonly Viewer[]): void {
  const comments = storedComments(world);
  checkLog(world);
  checkComments(world, comments);
  checkPostgres(world, comments);
  judgeSocial(world, viewers);
  for (const { page } of viewers) if (page) judgeClient(world, page.room.getState(), comments);
}

function storedComments(world: World): Map<string, CommentView> {
  const comments = new Map<string, CommentView>();
  for (const { body } of rows(world, 'SELECT body FROM comments ORDER BY seq')) {
    const comment = viewOf(JSON.parse(String(body)) as StoredComment);
    if (comments.has(comment.id)) world.watch.note('nothing twice', `comment ${comment.id} stands twice`);
    comments.set(comment.id, comment);
  }
  return comments;
}

function checkLog(world: World): void {
  const times = new Map<string, number>();
  for (const { op_id: id } of rows(world, "SELECT op_id FROM log WHERE op_id <> ''"))
    times.set(String(id), (times.get(String(id)) ?? 0) + 1);
  for (const [id, count] of times)
    if (count > 1) world.watch.note('nothing twice', `op ${id}, ${count} times`);
  for (const id of world.watch.acked.keys())
    if (!times.has(id)) world.watch.note('nothing acked is lost', `op ${id}`);
}

/** A comment's version counts its changes, so it tells whether one is missing or was done twice. */
function checkComments(world: World, comments: ReadonlyMap<string, CommentView>): void {
  const changes = new Map<string, number>();
  const posted = new Set<string>();
  for (const { kind, entity_id: id } of rows(world, 'SELECT kind, entity_id FROM log')) {
    if (kind === 'comment.post') posted.add(String(id));
    if (
      kind === 'comment.edit' ||
      kind === 'comment.delete' ||
      kind === 'comment.resolve' ||
      (kind === 'like' && id !== '')
    )
      changes.set(String(id), (changes.get(String(id)) ?? 0) + 1);
  }
  for (const id of posted)
    if (!comments.has(id)) world.watch.note('nothing acked is lost', `comment ${id} has no row`);
  for (const { id, version, likeCount } of comments.values()) {
    const expected = 1 + (changes.get(id) ?? 0);
    if (version !== expected)
      world.watch.note('nothing twice', `comment ${id}: version ${version}, ${expected} expected`);
    if (likeCount !== likesOf(world, id)) world.watch.note('likes add up', `comment ${id}: ${likeCount}`);
  }
  const { facts } = world.host.room;
  const visible = [...comments.values()].filter((one) => !one.isDeleted).length;
  if (facts.commentCount !== visible)
    world.watch.note('counts add up', `${facts.commentCount} comments, ${visible} there are`);
  if (facts.likeCount !== likesOf(world, '')) world.watch.note('likes add up', `video: ${facts.likeCount}`);
}

const likesOf = (world: World, target: string): number =>
  rows(world, `SELECT 1 FROM likes WHERE is_liked = 1 AND target = '${target}'`).length;

function checkPostgres(world: World, comments: ReadonlyMap<string, CommentView>): void {
  if (world.host.isDirty) world.watch.note('Postgres catches up', 'events are still unwritten');
  for (const { id, version } of comments.values())
    if (world.postgres.versions.get(id) !== version)
      world.watch.note('Postgres has it', `comment ${id}: ${world.postgres.versions.get(id)} for ${version}`);
  for (const { user_id: userId, target, is_liked: isLiked } of rows(world, 'SELECT * FROM likes'))
    if (world.postgres.likes.get(`${userId} ${target}`) !== (isLiked === 1))
      world.watch.note('Postgres has it', `like of ${target || 'the video'} by ${userId}`);
}
