import { decodeUp } from '#protocol/codec.ts';
import { CLOSE_CODE } from '#protocol/error.ts';
import { LIMITS } from '#protocol/limits.ts';
import type { Up } from '#protocol/up.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { commitOp, refuseOf } from './commit.ts';
import { endOverdue, isOverdue, sayBye, sendFrame, type Peer } from './connections.ts';
import { greet } from './handlers/hello.ts';
import { noteStall } from './handlers/hold.ts';
import { showPointing } from './handlers/pointing.ts';
import { notePresence, noteSyncReport } from './handlers/presence.ts';
import { Refusal } from './refusal.ts';
import type { Room } from './room.ts';
import { leaveRoom } from './leave.ts';

/** One frame from one socket. Whatever it holds, it ends in an answer, a refusal with a code, or a close (R3). */
export function receive(room: Room, peer: Peer, data: unknown): void {
  try {
    if (isOverdue(peer.seat, room.nowMs())) {
      endOverdue(peer);
      return leaveRoom(room, peer);
    }
    const decoded = decodeUp(data);
    // The room has asked for it: it costs nothing.
    if (decoded.ok && decoded.frame.t === 'heard' && peer.reading.noteHeard(decoded.frame.n))
      return tellSkipped(room, peer);
    const isHello = decoded.ok && decoded.frame.t === 'hello';
    const waitMs = room.guard.takeFrame(peer.id, isHello ? LIMITS.helloCost : 1, room.nowMs());
    if (waitMs > 0) {
      const refusal = new Refusal('RATE_LIMITED', 'Too many messages at once. Slow down.', waitMs);
      return refuse(room, peer, idOf(decoded), refusal);
    }
    if (!decoded.ok) return refuse(room, peer, decoded.id, new Refusal(decoded.code, decoded.reason));
    handle(room, peer, decoded.frame);
  } catch (error) {
    refuse(room, peer, null, error);
  }
}

function handle(room: Room, peer: Peer, frame: Up): void {
  if (frame.t !== 'hello' && !peer.seat.isGreeted)
    return refuse(room, peer, 'id' in frame ? frame.id : null, new Refusal('INVALID', 'Say hello first.'));
  switch (frame.t) {
    case 'hello':
      greet(room, peer, frame);
      break;
    case 'presence.set':
      notePresence(room, peer, frame);
      break;
    case 'sync.report':
      noteSyncReport(room, peer, frame);
      break;
    case 'heard':
      refuseUnasked(peer);
      break;
    case 'stall':
      noteStall(room, peer, frame);
      break;
    case 'pointer':
    case 'ink.add':
    case 'ink.clear':
      showPointing(room, peer, frame);
      break;
    default:
      return commitOp(room, { identity: peer.seat.identity, peer }, frame, (answer) => {
        if (answer.t === 'refuse')
          return endIfAbusive(room, peer, answer.code, () => sendFrame(peer, answer));
        room.guard.noteAccepted(peer.id);
        sendFrame(peer, answer);
      });
  }
  room.guard.noteAccepted(peer.id);
}

/** Who reads again is welcomed again: presence is told as changes, and of those some were skipped (R61). */
function tellSkipped(room: Room, peer: Peer): void {
  const { reading } = peer;
  if (!reading.hasMissed || reading.unreadBytes > LIMITS.unreadSkipBytes) return;
  reading.hasMissed = false;
  const { epoch, seq } = room.facts;
  const resume = { epoch, seq: room.outbox.toldSeq(seq) };
  greet(room, peer, { t: 'hello', version: PROTOCOL_VERSION, resume });
}

/** An answer to a mark that was not sent. One from before the room slept is let pass: the room has forgotten it. */
function refuseUnasked({ reading }: Peer): void {
  if (!reading.mayAnswerForgotten) throw new Refusal('INVALID', 'No such mark waits for an answer.');
}

function refuse(room: Room, peer: Peer, id: string | null, error: unknown): void {
  const frame = refuseOf(id, error);
  endIfAbusive(room, peer, frame.code, () => sendFrame(peer, frame));
}

/** Sends the refusal; after too many in a row the connection ends with it. */
function endIfAbusive(
  room: Room,
  peer: Peer,
  code: Parameters<typeof room.guard.noteRefusal>[1],
  send: () => void,
) {
  send();
  const closeCode = room.guard.noteRefusal(peer.id, code);
  if (closeCode === undefined) return;
  const message =
    closeCode === CLOSE_CODE.PROTOCOL
      ? 'Too many frames that make no sense.'
      : 'Too many messages for too long.';
  sayBye(peer, closeCode, message);
  leaveRoom(room, peer);
}

const idOf = (decoded: ReturnType<typeof decodeUp>): string | null => {
  if (!decoded.ok) return decoded.id;
  return 'id' in decoded.frame ? decoded.frame.id : null;
};
