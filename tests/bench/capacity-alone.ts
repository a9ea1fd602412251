import { z } from 'zod';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import type { Peer, Seat } from '#rooms/connections.ts';
import { receive } from '#rooms/dispatch.ts';
import { Reading } from '#rooms/reading.ts';
import { FakeRoom, uuid } from '#tests/rooms/fake-room.ts';

// workerd makes no code from strings, and zod is slower without.
z.config({ jitless: true });

const PEERS = 10;
const WARM_UP = 1_000;
const COMMENTS = 3_000;
/** Ten people, each within what one may say in a minute. */
const EVERY_MS = 150;

/** A socket that takes everything and costs nothing. */
class SilentPeer implements Peer {
  readonly id: string;
  reading = new Reading();
  seat: Seat;

  constructor(id: string, seat: Seat) {
    this.id = id;
    this.seat = seat;
  }

  takeSeat(seat: Seat): void {
    this.seat = seat;
  }
  send(): void {
    // As if all had been read.
    this.reading = new Reading();
  }
  close(): void {}
}

function enter(fake: FakeRoom, n: number): SilentPeer {
  const identity = { userId: uuid(n + 1), name: `Viewer ${n}`, isGuest: true, role: 'control' as const };
  const seat = {
    identity,
    screeningId: null,
    linkId: null,
    isGreeted: false,
    activity: 'watching' as const,
    joinedAtMs: fake.nowMs,
  };
  const peer = new SilentPeer(`c${n}`, seat);
  fake.room.connections.add(peer);
  receive(fake.room, peer, JSON.stringify({ t: 'hello', version: PROTOCOL_VERSION }));
  return peer;
}

/** The real room on Node's SQLite in memory: from a frame's text to ack and broadcast, no sockets and no disk. */
export async function measureRoomAlone(): Promise<{ cpuMs: number; rowsWritten: number }> {
  const fake = await FakeRoom.open();
  const peers = Array.from({ length: PEERS }, (_, n) => enter(fake, n));
  const post = (from: number, count: number): void => {
    for (let n = from; n < from + count; n += 1) {
      fake.pass(EVERY_MS);
      const op = { t: 'comment.post', id: uuid(100_000 + n), content: 'The light!', positionSeconds: 4.5 };
      const peer = peers[n % PEERS];
      if (peer) receive(fake.room, peer, JSON.stringify(op));
    }
  };
  post(0, WARM_UP);
  const [rowsBefore, before] = [fake.rowsWritten, process.cpuUsage()];
  post(WARM_UP, COMMENTS);
  const used = process.cpuUsage(before);
  if (fake.room.facts.commentCount !== WARM_UP + COMMENTS) throw new Error('Not every comment was taken.');
  return {
    cpuMs: (used.user + used.system) / 1_000 / COMMENTS,
    rowsWritten: (fake.rowsWritten - rowsBefore) / COMMENTS,
  };
}
