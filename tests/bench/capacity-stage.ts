import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { startStack, type Stack } from '#worker/local/stack.ts';
import { signTicket } from '#worker/rooms/ticket.ts';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { signUp, type Registered } from '#tests/support/people.ts';

/** More than a welcome holds, so that joining costs what it costs in a room where much has been said. */
const COMMENTS = 55;
const WORDS = 'The light on that cloud, and how it moves over the hill! ';

/** A room in which a screening plays, and its host. */
export interface PlayingRoom {
  videoId: string;
  host: SocketClient;
  /** Addresses of sockets for so many guests, each somebody else, in step from their first frame. */
  seats(count: number): Promise<string[]>;
}

export interface CapacityStage {
  stack: Stack;
  owner: Registered;
  openRoom(): Promise<PlayingRoom>;
  stop(): Promise<void>;
}

/** The real product; durable, as it is delivered. */
export async function openCapacityStage(): Promise<CapacityStage> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lockstep-capacity-'));
  const stack = await startStack({ dataDir, quiet: true });
  const owner = await signUp(stack.origin);
  return {
    stack,
    owner,
    openRoom: () => openRoom(stack, owner),
    stop: async () => {
      await stack.stop();
      rmSync(dataDir, { recursive: true, force: true });
    },
  };
}

async function openRoom(stack: Stack, owner: Registered): Promise<PlayingRoom> {
  const { id: videoId } = await uploadFilm(owner);
  const host = await SocketClient.join(owner.session, videoId);
  const started = await host.ask({ t: 'screening.start', positionSeconds: 0, isPlaying: true });
  if (started.t !== 'ack' || started.result.kind !== 'screening') throw new Error(JSON.stringify(started));
  for (let n = 0; n < COMMENTS; n += 1)
    await host.ask({ t: 'comment.post', content: WORDS.repeat(2), positionSeconds: n / 2 });
  const screeningId = started.result.screening.id;
  const seats = (count: number): Promise<string[]> =>
    Promise.all(Array.from({ length: count }, (_, n) => seatOf(stack, { videoId, screeningId, n })));
  return { videoId, host, seats };
}

/** Signed here: what is measured is the room, not how many guests an address may enter in a minute. */
async function seatOf(
  { origin, secrets }: Stack,
  { videoId, screeningId, n }: { videoId: string; screeningId: string; n: number },
): Promise<string> {
  const name = `Viewer ${n}`;
  const draft = { userId: uuidv7(), name, isGuest: true, role: 'control' as const, videoId, screeningId };
  const ticket = await signTicket(secrets.TICKET_SECRET, { ...draft, durationSeconds: 30 }, Date.now());
  return `${origin.replace(/^http/, 'ws')}/ws/${videoId}?ticket=${ticket}`;
}
