import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

/** Large enough that what the machine buffers for one socket is soon full. */
const CHARACTERS = 1_900;
const CATCH_UP_MS = 1_000;

/** R61: somebody joins and never reads again; the others must not notice. */
export async function neverRead(
  stage: Stage,
  { talkers, posts, perSecond, readers }: Sizes['neverReads'],
  say: Say,
): Promise<Outcome> {
  const cast = { scenario: 'a client that never reads', talkers, say, characters: CHARACTERS };
  const talk = await Conversation.begin(stage, cast);
  const stalled = await Promise.all(Array.from({ length: readers }, () => stall(stage, talk.videoId)));
  await talk.talk(posts, perSecond);
  const outcome = await talk.end();
  const ends = await Promise.all(stalled.map(describeEnd));
  return { ...outcome, notes: [`${readers} never read: ${ends.join(', ')}`] };
}

/** Joined and welcomed; from then on nothing is taken from the connection. */
async function stall(stage: Stage, videoId: string): Promise<WebSocket> {
  const [person] = stage.guests;
  const path = `/api/videos/${videoId}/join`;
  const answer = await person?.session.json<JoinAnswer>('POST', path, {});
  const socket = new WebSocket(answer?.url ?? '', { perMessageDeflate: false });
  socket.on('error', () => {});
  await once(socket, 'open');
  socket.send(JSON.stringify({ t: 'hello', version: PROTOCOL_VERSION }));
  await once(socket, 'message');
  socket.pause();
  return socket;
}

/** Reads again only now, to learn what the room has done meanwhile. */
async function describeEnd(socket: WebSocket): Promise<string> {
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  socket.on('message', (data: Buffer) => (bytes += data.length));
  const closed = once(socket, 'close').then(([code]) => `closed with ${String(code)}`);
  const open = new Promise<string>((resolve) => {
    timer = setTimeout(resolve, CATCH_UP_MS, 'still there');
  });
  socket.resume();
  const end = await Promise.race([closed, open]);
  clearTimeout(timer);
  socket.terminate();
  return `${end} after ${(bytes / 2 ** 20).toFixed(1)} MiB`;
}
