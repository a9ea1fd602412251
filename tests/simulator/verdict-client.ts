import type { CommentView } from '#protocol/comment.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { summarizeAll } from '#rooms/events.ts';
import { rows, type World } from './world.ts';

/** What a page shows once everything is quiet is what the room has. */
export function judgeClient(
  world: World,
  state: RoomState,
  comments: ReadonlyMap<string, CommentView>,
): void {
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
  comment && [
    comment.content,
    comment.likeCount,
    comment.isDeleted,
    comment.resolvedAt,
    comment.resolvedByName,
  ];

const membersOf = (screenings: readonly { id: string; memberCount: number }[]): string[] =>
  screenings.map((one) => `${one.id} ${one.memberCount}`).sort();

const revisionOf = (body: string): number =>
  (JSON.parse(body) as { playback: { revision: number } }).playback.revision;
