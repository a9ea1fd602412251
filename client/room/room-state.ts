import type { CommentView } from '#protocol/comment.ts';
import type { Control } from '#protocol/control.ts';
import type { Persist } from '#protocol/hello.ts';
import type { Position } from '#protocol/id.ts';
import type { Playback } from '#protocol/playback.ts';
import type { Person } from '#protocol/presence.ts';
import type { Progress } from '#protocol/progress.ts';
import type { Role } from '#protocol/role.ts';
import type { ScreeningSummary } from '#protocol/screening.ts';
import type { UpOp } from '#protocol/up.ts';
import type { Reactions } from './reactions.ts';
import { IDLE, type ConnectionState } from './connection-state.ts';
import type { UnsentOp } from './unsent.ts';

/** An op this client has made and the room has not yet acknowledged. */
export interface PendingOp {
  op: UpOp;
  madeAtMs: number;
}

/** Everything a page can know about its room. Values are replaced, never changed in place. */
export interface RoomState {
  connection: ConnectionState;
  /** Null until the first welcome. */
  you: {
    connectionId: string;
    userId: string | null;
    name: string;
    role: Role;
    progress: Progress | null;
  } | null;
  /** The last place in the room's history that has been applied. */
  position: Position | null;
  video: { likeCount: number; commentCount: number; isLikedByYou: boolean };
  comments: ReadonlyMap<string, CommentView>;
  likedCommentIds: ReadonlySet<string>;
  /** What was heard of since one came, in absolute counts; all of them has `GET …/reactions`. */
  reactions: Reactions;
  /** True when older comments exist that only the REST list has. */
  hasMoreComments: boolean;
  /** Screenings that go on, by id. */
  screenings: ReadonlyMap<string, ScreeningSummary>;
  /** The screening this connection is in; null is solo. */
  screening: { id: string; playback: Playback; control: Control } | null;
  presence: { total: number; people: ReadonlyMap<string, Person> };
  /** How far apart this screening's members are, as the room last measured. */
  skew: { reporting: number; p50Ms: number; p95Ms: number } | null;
  persist: Persist;
  reconnectWindowMs: number;
  pending: readonly PendingOp[];
  /** Words that did not get through, found again by this page. */
  unsent: readonly UnsentOp[];
}

export const INITIAL_ROOM_STATE: RoomState = {
  connection: IDLE,
  you: null,
  position: null,
  video: { likeCount: 0, commentCount: 0, isLikedByYou: false },
  comments: new Map(),
  likedCommentIds: new Set(),
  reactions: new Map(),
  hasMoreComments: false,
  screenings: new Map(),
  screening: null,
  presence: { total: 0, people: new Map() },
  skew: null,
  persist: 'ok',
  reconnectWindowMs: 1000,
  pending: [],
  unsent: [],
};
