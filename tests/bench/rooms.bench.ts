/** The room: how soon a comment is acknowledged, how soon it stands in Postgres, and in how many requests. */
import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { startStack, type Stack } from '#worker/local/stack.ts';
import { SocketClient } from '#tests/rooms/socket-client.ts';
import { uploadFilm } from '#tests/support/films.ts';
import { enterAsGuest, signUp } from '#tests/support/people.ts';
import { atMost, holds, percentile, report, type Figure } from './figure.ts';
import { commentVia, startEcho, syncTimes, talk } from './rooms-stage.ts';

const CLIENTS = 10;
const COMMENTS_EACH = 50;
const WRITE_THROUGH_SAMPLES = 20;
const BACKLOG_EVENTS = 500;

/** Ten guests, each with a connection of their own. */
async function enterAll(stack: Stack, videoId: string): Promise<SocketClient[]> {
  const guests = await Promise.all(
    Array.from({ length: CLIENTS }, (_, n) => enterAsGuest(stack.origin, `Guest ${n}`)),
  );
  return Promise.all(guests.map(({ session }) => SocketClient.join(session, videoId)));
}

/** Round trips of acknowledged comments beside those of a plain echo, one after the other on the same machine. */
async function measureAcks(clients: SocketClient[]): Promise<Figure[]> {
  const echo = await startEcho(CLIENTS);
  await talk(clients.map(commentVia), 3);
  const acksMs = await talk(clients.map(commentVia), COMMENTS_EACH);
  const echoMs = await talk(echo.ways, COMMENTS_EACH);
  echo.stop();
  const diskMs = syncTimes(dataDir, CLIENTS * COMMENTS_EACH);
  const measure = (share: number): [text: string, ackMs: number] => {
    const [ackMs, referenceMs, syncMs] = [acksMs, echoMs, diskMs].map((each) => percentile(each, share));
    const [ack = 0, reference = 0, sync = 0] = [ackMs, referenceMs, syncMs];
    const ratio = (ack / reference).toFixed(1);
    return [
      `${ack.toFixed(1)} ms (× ${ratio} of ws echo ${reference.toFixed(1)}; disk sync ${sync.toFixed(1)})`,
      ack,
    ];
  };
  const [p50Text, p50] = measure(0.5);
  const [p99Text, p99] = measure(0.99);
  return [
    holds(`comment ack p50, ${CLIENTS} clients`, '≤ 5 ms', p50Text, p50 <= 5),
    holds(`comment ack p99, ${CLIENTS} clients`, '≤ 30 ms', p99Text, p99 <= 30),
  ];
}

async function untilCount(database: Client, videoId: string, count: number): Promise<void> {
  for (;;) {
    const { rows } = await database.query<{ n: number }>(
      'select count(*)::int as n from comments where video_id = $1',
      [videoId],
    );
    if ((rows[0]?.n ?? 0) >= count) return;
    await pause(4);
  }
}

/** From ack to row, for comments that come one by one. */
async function measureWriteThrough(
  client: SocketClient,
  database: Client,
  videoId: string,
): Promise<Figure[]> {
  const samplesMs: number[] = [];
  const post = commentVia(client);
  for (let n = 1; n <= WRITE_THROUGH_SAMPLES; n += 1) {
    await post();
    const begun = performance.now();
    await untilCount(database, videoId, n);
    samplesMs.push(performance.now() - begun);
    await pause(100);
  }
  const [p50, worst] = [percentile(samplesMs, 0.5), Math.max(...samplesMs)];
  return [
    holds(
      'comment in Postgres after its ack',
      '≤ 2 s',
      `p50 ${p50.toFixed(0)} ms, most ${worst.toFixed(0)} ms`,
      worst <= 2_000,
    ),
  ];
}

/** Five hundred events wait while Postgres is away; then the requests that write them are counted. */
async function measureRequests(stack: Stack, clients: SocketClient[], database: Client, videoId: string) {
  stack.neon.faults.pause();
  await talk(clients.map(commentVia), BACKLOG_EVENTS / CLIENTS);
  const before = stack.neon.requestCount;
  const begun = performance.now();
  stack.neon.faults.resume();
  await untilCount(database, videoId, BACKLOG_EVENTS);
  const seconds = (performance.now() - begun) / 1000;
  return [
    atMost(`HTTP requests for ${BACKLOG_EVENTS} events`, stack.neon.requestCount - before, 1, ''),
    atMost('backlog stored after Postgres came back', seconds, 10, 's', 1),
  ];
}

const dataDir = mkdtempSync(path.join(os.tmpdir(), 'lockstep-rooms-'));
const stack = await startStack({ dataDir, quiet: true });
const database = new Client({ connectionString: stack.superuserUrl });
try {
  await database.connect();
  const owner = await signUp(stack.origin);
  const films = [];
  for (let n = 0; n < 3; n += 1) films.push(await uploadFilm(owner, { title: `Film ${n}` }));
  const [first = '', second = '', third = ''] = films.map((film) => film.id);
  const talkers = await enterAll(stack, first);
  const acks = await measureAcks(talkers);
  const [writer] = await enterAll(stack, second);
  if (!writer) throw new Error('Nobody to write.');
  const writeThrough = await measureWriteThrough(writer, database, second);
  const requests = await measureRequests(stack, await enterAll(stack, third), database, third);
  report('Rooms', [...acks, ...writeThrough, ...requests]);
} finally {
  await database.end();
  await stack.stop();
  rmSync(dataDir, { recursive: true, force: true });
}
process.exit();
