import { formatTime } from '#client/ui/timecode.ts';
import { describeNaming, freshComments, newlyNaming, whoAndWhere } from './comments/comment-news.ts';
import { describeHold } from './screening/hold-words.ts';
import { screeningNews } from './screening/screening-news.ts';
import type { RoomState } from '#client/room/room-state.ts';
import { loadPreferences } from '#client/player/preferences-boundary.ts';
import type { Announcer } from '#client/ui/announcer.ts';

/** In a crowd, coming and going is noise: above this many people it is left to the count on the page. */
const CROWD = 20;

/** Has it said what happened, unless this viewer wants that silent: what one does oneself is answered all the same. */
export function tellHappenings(announcer: Announcer, state: RoomState, previous: RoomState): void {
  if (loadPreferences().isSilent) return;
  for (const sentence of happenings(state, previous)) announcer.say(sentence);
}

/** What somebody else did between two states of the room, each as one short sentence. */
export function happenings(state: RoomState, previous: RoomState): string[] {
  // The first welcome and everything learnt by reconnecting is how things stand, not news.
  if (!state.you || previous.you?.connectionId !== state.you.connectionId) return [];
  return [
    ...playbackNews(state, previous),
    ...screeningNews(state, previous),
    ...peopleNews(state, previous),
    ...commentNews(state, previous),
    ...resolvedNews(state, previous),
  ];
}

function playbackNews(state: RoomState, previous: RoomState): string[] {
  const [now, then] = [state.screening, previous.screening];
  if (!now || !then || now.id !== then.id || now.playback.revision <= then.playback.revision) return [];
  const { playback } = now;
  if (playback.awaited.length > 0) {
    const waiting = describeHold(playback.awaited, state.you?.connectionId);
    return waiting === describeHold(then.playback.awaited, state.you?.connectionId) ? [] : [waiting];
  }
  if (then.playback.awaited.length > 0 && playback.isPlaying) return ['Going on'];
  if (playback.byConnectionId === state.you?.connectionId || !playback.byName) return [];
  return [describePlayback(playback, then.playback)];
}

/** "Ann paused at 1:23". */
export function describePlayback(
  playback: { isPlaying: boolean; positionSeconds: number; rate: number; byName: string | null },
  before: { isPlaying: boolean; rate: number } | null,
): string {
  const who = playback.byName ?? 'Somebody';
  const at = formatTime(playback.positionSeconds);
  if (before && before.rate !== playback.rate) return `${who} set the speed to ${playback.rate}×`;
  if (before && before.isPlaying === playback.isPlaying) return `${who} moved to ${at}`;
  return playback.isPlaying ? `${who} pressed play at ${at}` : `${who} paused at ${at}`;
}

function peopleNews(state: RoomState, previous: RoomState): string[] {
  if (state.presence.total > CROWD || previous.presence.total > CROWD) return [];
  const [now, then] = [state.presence.people, previous.presence.people];
  const came = [...now.values()].filter(({ connectionId }) => !then.has(connectionId));
  const went = [...then.values()].filter(({ connectionId }) => !now.has(connectionId));
  const others = (person: { connectionId: string }) => person.connectionId !== state.you?.connectionId;
  return [
    ...came.filter(others).map(({ name }) => `${name} joined`),
    ...went.filter(others).map(({ name }) => `${name} left`),
  ];
}

function commentNews(state: RoomState, previous: RoomState): string[] {
  const naming = newlyNaming(state, previous);
  return [
    ...freshComments(state, previous)
      .filter((comment) => !naming.includes(comment))
      .map((comment) => `New comment by ${whoAndWhere(comment)}`),
    ...naming.map(describeNaming),
  ];
}

/** Said to whoever did it, too: it is the only confirmation that makes a sound. */
function resolvedNews(state: RoomState, previous: RoomState): string[] {
  if (state.comments === previous.comments) return [];
  return [...state.comments.values()].flatMap((comment) => {
    const before = previous.comments.get(comment.id);
    if (!before || before.isDeleted || comment.isDeleted) return [];
    if (Boolean(before.resolvedAt) === Boolean(comment.resolvedAt)) return [];
    const what = `Comment by ${comment.authorName}`;
    return [comment.resolvedAt ? `${what} resolved by ${comment.resolvedByName}` : `${what} reopened`];
  });
}
