import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { WebSocket } from 'ws';
import { CLOSE_CODE } from '#protocol/error.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { PROTOCOL_VERSION } from '#protocol/version.ts';
import { Conversation, type Say } from '../conversation.ts';
import type { Outcome } from '../outcome.ts';
import type { Sizes } from '../sizes.ts';
import type { Stage } from '../stage.ts';

const CHARACTERS = 1_900;
const CATCH_UP_MS = 5_000;
const MIB = 2 ** 20;
/** What the room lets go unconfirmed, and the frames under way when it looks. */
const MOST_BYTES = 1.25 * MIB;

/** R61: some join and never read again; they are closed, and the others must not notice. */
export async function neverRead(
  stage: Stage,
  { talkers, posts, perSecond, readers }: Sizes['neverReads'],
  say: Say,
): Promise<Outcome> {
  const cast = { scenario: 'a client that never reads', talkers, say, characters: CHARACTERS };
  const talk = await Conversation.begin(stage, cast);
  const before = memoryOf(stage.stack.workerdPids);
  const stalled = await Promise.all(Array.from({ length: readers }, (_, n) => stall(stage, talk.videoId, n)));
  await talk.talk(posts, perSecond);
  let viewers: number | undefined;
  await talk.until('only those who read are counted', CATCH_UP_MS, async () => {
    viewers = await countViewers(stage, talk.videoId);
    return viewers === talkers + 1;
  });
  const outcome = await talk.end([], 30_000);
  const after = memoryOf(stage.stack.workerdPids);
  const ends = await Promise.all(stalled.map(findEnd));
  const wrong = ends.filter(({ code, bytes }) => code !== CLOSE_CODE.SLOW || bytes > MOST_BYTES);
  const troubles = wrong.map(({ code, bytes }) => `never read, ended with ${code} after ${inMib(bytes)}`);
  if (viewers !== talkers + 1) troubles.push(`${viewers} are counted in the room, ${talkers + 1} read`);
  const taken = ends.reduce((sum, { bytes }) => sum + bytes, 0) / readers;
  const notes = [
    `${readers} never read: closed with ${CLOSE_CODE.SLOW} after ${inMib(taken)} each`,
    `memory of workerd: ${inMib(before)} before, ${inMib(after)} after`,
  ];
  return { ...outcome, troubles: [...outcome.troubles, ...troubles], notes };
}

/** Joined and welcomed; from then on nothing is taken from the connection. */
async function stall(stage: Stage, videoId: string, n: number): Promise<WebSocket> {
  const person = stage.guests[n % stage.guests.length];
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

/** Reads again only now, to learn what the room has done meanwhile; code 0: it is still open. */
async function findEnd(socket: WebSocket): Promise<{ code: number; bytes: number }> {
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  socket.on('message', (data: Buffer) => (bytes += data.length));
  const closed = once(socket, 'close').then(([code]) => Number(code));
  const open = new Promise<number>((resolve) => {
    timer = setTimeout(resolve, CATCH_UP_MS, 0);
  });
  socket.resume();
  const code = await Promise.race([closed, open]);
  clearTimeout(timer);
  socket.terminate();
  return { code, bytes };
}

async function countViewers(stage: Stage, videoId: string): Promise<number | undefined> {
  const path = `/api/videos/${videoId}/room`;
  return (await stage.guests[0]?.session.json<{ viewers: number }>('GET', path))?.viewers;
}

/** Resident bytes; 0 where the system has no /proc to tell. */
function memoryOf(processIds: readonly number[]): number {
  if (process.platform !== 'linux') return 0;
  const pages = processIds.map((id) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]));
  return pages.reduce((sum, count) => sum + count * 4096, 0);
}

const inMib = (bytes: number): string => `${(bytes / MIB).toFixed(1)} MiB`;
