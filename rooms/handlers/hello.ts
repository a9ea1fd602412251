import { CLOSE_CODE } from '#protocol/error.ts';
import type { Hello, WelcomeSent } from '#protocol/hello.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { sayBye, sendFrame, type Peer } from '../connections.ts';
import { findGap, summarizeAll } from '../events.ts';
import { leaveRoom } from '../leave.ts';
import type { Room } from '../room.ts';
import { viewOf } from '../state/comment.ts';
import { fitWelcome, type FittedWelcome } from '../state/welcome.ts';
import { listNewestComments } from '../storage/comments.ts';
import { haveCommentsChanged } from '../storage/log.ts';
import { listLikedTargets, VIDEO } from '../storage/likes.ts';
import { findScreening } from '../storage/screenings.ts';
import { progressOf } from './progress.ts';
import { shownControl } from './control.ts';
import { enterScreening, follow } from './membership.ts';

/** More comments than this never fit a welcome. */
const SNAPSHOT_COMMENTS = 60;
/** Ten sockets need not spread; a thousand come back over ten seconds. */
const RECONNECT_MS_PER_SOCKET = 10;
const RECONNECT_FLOOR_MS = 500;

/** The first frame of a connection, or a request to be told everything again. */
export function greet(room: Room, peer: Peer, hello: Hello): void {
  if (hello.version !== PROTOCOL_VERSION) {
    sayBye(peer, CLOSE_CODE.PROTOCOL, 'This page is of another version. Reload it.');
    return leaveRoom(room, peer);
  }
  const isNew = !peer.seat.isGreeted;
  const { welcome, otherPeople, control } = takeInto(room, peer, hello);
  sendFrame(peer, welcome);
  if (otherPeople.length > 0 && !room.crowd.isCrowd)
    sendFrame(peer, { t: 'presence', total: room.crowd.total, upserts: otherPeople, gone: [] });
  if (welcome.screening && control)
    sendFrame(peer, { t: 'control', screeningId: welcome.screening.id, control });
  // Only now: the welcome is the first frame down, and holds all that came before it.
  if (isNew) enterScreening(room, peer);
  room.outbox.nudge();
}

/** The welcome counts its receiver in. Should it fail they are out again, or they would hear events before it (R2). */
function takeInto(room: Room, peer: Peer, hello: Hello): FittedWelcome {
  const { isGreeted } = peer.seat;
  peer.takeSeat({ ...peer.seat, isGreeted: true });
  try {
    dropEndedPlace(room, peer);
    room.crowd.note(peer);
    return welcomeOf(room, peer, hello);
  } catch (error) {
    peer.takeSeat({ ...peer.seat, isGreeted });
    if (!isGreeted) room.crowd.remove(peer.id);
    throw error;
  }
}

/** The screening of the ticket may have ended meanwhile: then the newcomer is here on their own. */
function dropEndedPlace(room: Room, peer: Peer): void {
  const { screeningId } = peer.seat;
  const screening = screeningId ? findScreening(room.sql, screeningId) : undefined;
  if (screening?.endedAtMs !== null) follow(room, peer, null);
}

function welcomeOf(room: Room, peer: Peer, hello: Hello): FittedWelcome {
  const gap = hello.resume ? findGap(room, hello.resume) : undefined;
  const fitted = gap && fitWelcome(fullWelcome(room, peer, { kind: 'gap', events: gap }));
  if (fitted) return fitted;
  const full = fullWelcome(room, peer, snapshotOf(room));
  // A snapshot always fits: it is cut until it does.
  return fitWelcome(full) ?? { welcome: full, otherPeople: [] };
}

type Snapshot = Extract<WelcomeSent['history'], { kind: 'snapshot' }>;

/** Read once for everyone who joins before comments change: a mass reconnect asks a thousand times. */
const snapshots = new WeakMap<Room, { epoch: number; seq: number; snapshot: Snapshot }>();

function snapshotOf(room: Room): Snapshot {
  const { epoch, seq } = room.facts;
  const known = snapshots.get(room);
  if (known?.epoch === epoch && !haveCommentsChanged(room.sql, known.seq)) {
    known.seq = seq;
    return known.snapshot;
  }
  const rows = listNewestComments(room.sql, SNAPSHOT_COMMENTS + 1);
  const comments = rows.slice(0, SNAPSHOT_COMMENTS).map((row) => viewOf(row.comment));
  const snapshot = { kind: 'snapshot' as const, comments, isTruncated: rows.length > comments.length };
  snapshots.set(room, { epoch, seq, snapshot });
  return snapshot;
}

function fullWelcome(room: Room, peer: Peer, history: WelcomeSent['history']): WelcomeSent {
  const { facts } = room;
  const { identity, screeningId } = peer.seat;
  const commentIds =
    history.kind === 'snapshot'
      ? history.comments.map((comment) => comment.id)
      : history.events.flatMap((event) => (event.kind === 'comment' ? event.comment.id : []));
  const liked = identity.userId ? listLikedTargets(room.sql, identity.userId, [VIDEO, ...commentIds]) : [];
  const screening = screeningId ? findScreening(room.sql, screeningId) : undefined;
  return {
    t: 'welcome',
    version: PROTOCOL_VERSION,
    epoch: facts.epoch,
    seq: facts.seq,
    serverMs: room.nowMs(),
    connectionId: peer.id,
    you: {
      userId: identity.userId,
      name: identity.name,
      role: identity.role,
      progress: progressOf(room, identity.userId),
    },
    history,
    video: {
      likeCount: facts.likeCount,
      commentCount: facts.commentCount,
      isLikedByYou: liked.includes(VIDEO),
    },
    likedCommentIds: liked.filter((target) => target !== VIDEO),
    screenings: summarizeAll(room),
    screening: screening
      ? { id: screening.id, playback: screening.playback, control: shownControl(room, screening) }
      : null,
    presence: { total: room.crowd.total, people: room.crowd.sample() },
    persist: facts.failures > 0 ? 'delayed' : 'ok',
    reconnectWindowMs: Math.max(RECONNECT_FLOOR_MS, room.connections.size * RECONNECT_MS_PER_SOCKET),
  };
}
