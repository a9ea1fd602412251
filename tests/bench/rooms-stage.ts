import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, fdatasyncSync, openSync, writeSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { WebSocket } from 'ws';
import type { SocketClient } from '#tests/rooms/socket-client.ts';

/** Ten people talk: one comment each 100 ms, their clocks not in step. */
const TALKERS_EVERY_MS = 100;

/** Sends `count` messages through each of `ways`, spread over time, and returns every round trip in ms. */
export async function talk(ways: readonly (() => Promise<unknown>)[], count: number): Promise<number[]> {
  const tripsMs: number[] = [];
  const one = async (send: () => Promise<unknown>, index: number): Promise<void> => {
    await pause((index * TALKERS_EVERY_MS) / ways.length);
    for (let n = 0; n < count; n += 1) {
      const begun = performance.now();
      await send();
      const tookMs = performance.now() - begun;
      tripsMs.push(tookMs);
      await pause(Math.max(0, TALKERS_EVERY_MS - tookMs));
    }
  };
  await Promise.all(ways.map(one));
  return tripsMs;
}

export const commentVia = (client: SocketClient) => async (): Promise<string> => {
  const answer = await client.ask({
    t: 'comment.post',
    content: 'The light on that cloud!',
    positionSeconds: 4.5,
  });
  if (answer.t === 'refuse' || !answer.id) throw new Error(JSON.stringify(answer));
  return answer.id;
};

/** What this disk takes to keep 4 KiB, in ms: no acknowledgement can be sooner. */
export function syncTimes(folder: string, count: number): number[] {
  const file = openSync(path.join(folder, 'sync-times'), 'w');
  const page = Buffer.alloc(4096);
  const timesMs = Array.from({ length: count }, () => {
    const begun = performance.now();
    writeSync(file, page);
    fdatasyncSync(file);
    return performance.now() - begun;
  });
  closeSync(file);
  return timesMs;
}

export interface Echo {
  ways: (() => Promise<unknown>)[];
  stop(): void;
}

/** The same number of connections to a plain `ws` echo, each sending a frame of a comment's size. */
export async function startEcho(connections: number): Promise<Echo> {
  const child: ChildProcess = spawn(process.execPath, [path.join(import.meta.dirname, 'rooms-echo.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  if (!child.stdout) throw new Error('The echo has no output to read.');
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  const port = Number(line.toString());
  const sockets = Array.from({ length: connections }, () => new WebSocket(`ws://127.0.0.1:${port}`));
  await Promise.all(sockets.map((socket) => once(socket, 'open')));
  const ways = sockets.map((socket) => async () => {
    socket.send(JSON.stringify({ t: 'comment.post', id: uuidv7(), content: 'The light on that cloud!' }));
    await once(socket, 'message');
  });
  return { ways, stop: () => (sockets.forEach((socket) => socket.terminate()), void child.kill()) };
}
