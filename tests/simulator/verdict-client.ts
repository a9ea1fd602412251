import type { CommentView } from '#protocol/comment.ts';
import type { RoomState } from '#client/room/room-state.ts';
import type { Playback } from '#protocol/playback.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import { summarizeAll } from '#rooms/events.ts';
import { shownControl } from '#rooms/handlers/control.ts';
import { findScreening } from '#rooms/storage/screenings.ts';
import type { World } from './world.ts';

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
  differ('screenings', byId([...state.screenings.values()]), byId(summarizeAll(host.room)));
  if (!state.screening) return;
  const stored = findScreening(world.storage, state.screening.id);
  differ('playback', playbackText(state.screening.playback), stored && playbackText(stored.playback));
  const control = stored && shownControl(host.room, stored);
  differ('who asks', idsOf(state.screening.control.asking), idsOf(control?.asking));
  differ('who was let', idsOf(state.screening.control.granted), idsOf(control?.granted));
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

const byId = (screenings: readonly ScreeningSummary[]): unknown[] =>
  screenings
    .map(({ id, memberCount, isHostHere, hostId, controlMode, stallPolicy }) =>
      [id, memberCount, isHostHere, hostId, controlMode, stallPolicy].join(' '),
    )
    .sort();

const playbackText = ({ revision, isPlaying, positionSeconds, rate, atServerMs }: Playback): string =>
  [revision, isPlaying, positionSeconds, rate, atServerMs].join(' ');

const idsOf = (members: readonly { connectionId: string }[] | undefined): string[] =>
  (members ?? []).map((one) => one.connectionId).sort();
