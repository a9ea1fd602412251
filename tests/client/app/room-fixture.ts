import type { CommentView } from '#protocol/comment.ts';
import type { Person } from '#protocol/presence.ts';
import type { Playback } from '#protocol/playback.ts';
import { INITIAL_ROOM_STATE, type RoomState } from '#client/room/room-state.ts';
import { plainComment } from '#tests/support/comment.ts';

const uuid = (n: number): string => `00000000-0000-7000-8000-${String(n).padStart(12, '0')}`;

export const someComment = (n: number, over: Partial<CommentView> = {}): CommentView =>
  plainComment({
    id: uuid(n),
    authorId: uuid(900),
    authorName: 'Cid',
    content: `Comment ${n}`,
    positionSeconds: n,
    createdAt: new Date(Date.UTC(2026, 0, 1, 0, 0, n)).toISOString(),
    ...over,
  });

export const somePerson = (connectionId: string, over: Partial<Person> = {}): Person => ({
  connectionId,
  userId: null,
  name: connectionId,
  isGuest: true,
  screeningId: null,
  activity: 'watching',
  offsetMs: null,
  ...over,
});

export const somePlayback = (over: Partial<Playback> = {}): Playback => ({
  revision: 1,
  isPlaying: false,
  positionSeconds: 83,
  rate: 1,
  atServerMs: 0,
  byConnectionId: 'bob',
  byName: 'Bob',
  awaited: [],
  ...over,
});

export const YOU = {
  connectionId: 'me',
  userId: uuid(1),
  name: 'Me',
  role: 'control' as const,
  progress: null,
};

export const someState = (over: Partial<RoomState> = {}): RoomState => ({
  ...INITIAL_ROOM_STATE,
  connection: { status: 'open' },
  you: YOU,
  ...over,
});

export const byId = (comments: CommentView[]): Map<string, CommentView> =>
  new Map(comments.map((comment) => [comment.id, comment]));

export const byConnection = (people: Person[]): RoomState['presence'] => ({
  total: people.length,
  people: new Map(people.map((person) => [person.connectionId, person])),
});
