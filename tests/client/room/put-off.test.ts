import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Down } from '#protocol/down.ts';
import type { UpOp } from '#protocol/up.ts';
import { createMemoryOutboxStore } from '#client/room/outbox-store.ts';
import { Connection } from '#client/room/connection.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import { FakeRoomServer } from './fake-room-server.ts';
import { commentOf, idOf } from './samples.ts';

let server: FakeRoomServer;
let room: Room;

beforeEach(async () => {
  vi.useFakeTimers();
  server = new FakeRoomServer();
  let made = 100;
  room = createRoom({
    link: (options) => new Connection(options),
    videoId: idOf(1),
    outboxStore: createMemoryOutboxStore(),
    join: async () => ({ url: 'ws://room.test/' }) as never,
    surroundings: { isVisible: () => true, isOnline: () => true, onChange: () => () => undefined },
    nowMs: () => Date.now(),
    newId: () => idOf((made += 1)),
    WebSocket: server.webSocket(),
  });
  room.connect();
  await vi.advanceTimersByTimeAsync(5);
});
afterEach(() => {
  room.close();
  vi.useRealTimers();
});

const tooFast = (op: UpOp): Down => ({
  t: 'refuse',
  id: op.id,
  code: 'RATE_LIMITED',
  message: 'Too many comments in a minute.',
  retryAfterMs: 3000,
});
const taken = (op: UpOp): Down => ({
  t: 'ack',
  id: op.id,
  epoch: 1,
  seq: 11,
  result: { kind: 'comment', comment: commentOf(1, { id: op.id }) },
});

test('words said too fast wait as long as the room asks, and then go out under the same id', async () => {
  server.answer = tooFast;
  const posting = room.postComment({ content: 'one of many' });
  await vi.advanceTimersByTimeAsync(2900);
  expect(server.ops).toHaveLength(1);
  expect(room.getState().pending.map(({ op }) => op.id)).toEqual([idOf(101)]);
  server.answer = taken;
  await vi.advanceTimersByTimeAsync(200);
  expect(await posting).toMatchObject({ id: idOf(101) });
  expect(server.ops.map(({ id }) => id)).toEqual([idOf(101), idOf(101)]);
});

test('while the room wants a rest nothing else is sent, and what was made meanwhile goes out in its order', async () => {
  server.answer = tooFast;
  const first = room.postComment({ content: 'first' });
  const second = room.postComment({ content: 'second' });
  await vi.advanceTimersByTimeAsync(1000);
  server.answer = taken;
  const third = room.postComment({ content: 'third' });
  await vi.advanceTimersByTimeAsync(1900);
  expect(server.ops).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  await Promise.all([first, second, third]);
  expect(server.ops.slice(1).map(({ id }) => id)).toEqual([101, 102, 103].map(idOf));
});

test('a pause said too fast is refused: later it would mean something else', async () => {
  server.answer = tooFast;
  await expect(room.pause(3)).rejects.toMatchObject({ code: 'RATE_LIMITED' });
});
