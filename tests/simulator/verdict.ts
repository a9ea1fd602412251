import type { CommentView } from '#protocol/comment.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { summarizeAll } from '#rooms/events.ts';
import { viewOf, type StoredComment } from '#rooms/state/comment.ts';
import type { Viewer } from './viewer.ts';
import type { World } from './world.ts';

/** What must hold once everything is quiet: nothing lost, nothing twice, and everyone sees the same. */
export function judge(world: World, viewers: readonly Viewer[]): void {
  const comments = storedComments(world);
  checkLog(world);
  checkComments(world, comments);
  checkPostgres(world, comments);
  for (const { page } of viewers) if (page) checkClient(world, page.room.getState(), comments);
}

const rows = (world: World, query: string): Record<string, unknown>[] => world.storage.exec(query).toArray();

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
    if (kind === 'comment.edit' || kind === 'comment.delete' || (kind === 'like' && id !== ''))
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
}

function checkClient(world: World, state: RoomState, comments: ReadonlyMap<string, CommentView>): void {
  const { watch, host } = world;
  const who = state.you?.name ?? 'nobody';
  const { facts, crowd } = host.room;
  const differ = (what: string, mine: unknown, theirs: unknown): void => {
    const [a, b] = [JSON.stringify(mine), JSON.stringify(theirs)];
    if (a !== b) watch.note('everyone sees the same', `${who}: ${what} ${a}, the room ${b}`);
  };
  if (state.connection.status !== 'open') return differ('connection', state.connection.status, 'open');
  differ('pending ops', state.pending.length, 0);
  for (const [id, comment] of comments) {
    const mine = state.comments.get(id);
    if (mine || !state.hasMoreComments) differ(`comment ${id}`, ordered(mine), ordered(comment));
  }
  for (const id of state.comments.keys()) if (!comments.has(id)) differ('comment', id, null);
  differ('likes', state.video.likeCount, facts.likeCount);
  differ('comment count', state.video.commentCount, facts.commentCount);
  differ('epoch', state.position?.epoch, facts.epoch);
  if ((state.position?.seq ?? 0) > facts.seq) watch.note('seq rises', `${who} is ahead of the room`);
  differ('people', state.presence.total, crowd.total);
  differ(
    'people named',
    [...state.presence.people.keys()].sort(),
    crowd
      .sample()
      .map((one) => one.connectionId)
      .sort(),
  );
  differ('screenings', membersOf([...state.screenings.values()]), membersOf(summarizeAll(host.room)));
  const playback =
    state.screening && rows(world, `SELECT body FROM screenings WHERE id = '${state.screening.id}'`)[0];
  if (playback && state.screening)
    differ('playback', state.screening.playback.revision, revisionOf(String(playback['body'])));
}

/** Likes reach a client without the version they raised: what is shown is compared. */
const ordered = (comment: CommentView | undefined): unknown =>
  comment && [comment.content, comment.likeCount, comment.isDeleted];

const membersOf = (screenings: readonly { id: string; memberCount: number }[]): string[] =>
  screenings.map((one) => `${one.id} ${one.memberCount}`).sort();

const revisionOf = (body: string): number =>
  (JSON.parse(body) as { playback: { revision: number } }).playback.revision;
