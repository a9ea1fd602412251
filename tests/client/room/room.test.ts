import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Down } from '#protocol/down.ts';
import { CLOSE_CODE } from '#protocol/error.ts';
import type { UpOp } from '#protocol/up.ts';
import { createMemoryOutboxStore, type OutboxStore } from '#client/room/outbox-store.ts';
import { RoomRefusal } from '#client/room/room-refusal.ts';
import { Connection } from '#client/room/connection.ts';
import { createRoom, type Room } from '#client/room/room.ts';
import { FakeRoomServer } from './fake-room-server.ts';
import { NOBODY, commentOf, idOf, playbackOf, screeningOf, welcomeOf } from './samples.ts';

let server: FakeRoomServer;
let online: boolean;
const watchers = new Set<() => void>();
const rooms: Room[] = [];

beforeEach(() => {
  vi.useFakeTimers();
  server = new FakeRoomServer();
  online = true;
  watchers.clear();
});
afterEach(() => {
  for (const room of rooms.splice(0)) room.close();
  vi.useRealTimers();
});

const joined: (string | null)[] = [];
/** What asking for a ticket is answered by, from now on. */
let refusing: RoomRefusal | undefined;
const clockCalls: string[] = [];

function openRoom(outboxStore: OutboxStore = createMemoryOutboxStore(), refusal?: RoomRefusal): Room {
  let made = 100;
  joined.length = 0;
  refusing = refusal;
  clockCalls.length = 0;
  const room = createRoom({
    link: (options) => new Connection(options),
    videoId: idOf(1),
    screeningId: null,
    outboxStore,
    join: async (screeningId) => {
      joined.push(screeningId);
      if (refusing) throw refusing;
      return { url: 'ws://room.test/' } as never;
    },
    clock: {
      start: () => clockCalls.push('start'),
      stop: () => clockCalls.push('stop'),
      serverNowMs: () => null,
      getEstimate: () => null,
    },
    surroundings: {
      isVisible: () => true,
      isOnline: () => online,
      onChange: (listener) => {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    },
    nowMs: () => Date.now(),
    newId: () => idOf((made += 1)),
    random: () => 0.5,
    WebSocket: server.webSocket(),
  });
  rooms.push(room);
  room.connect();
  return room;
}

const settle = () => vi.advanceTimersByTimeAsync(5);

const ackComment = (op: UpOp): Down => ({
  t: 'ack',
  id: op.id,
  epoch: 1,
  seq: 11,
  result: { kind: 'comment', comment: commentOf(1, { id: op.id }) },
});

describe('an op', () => {
  test('is resolved by its ack and is pending until then', async () => {
    const room = openRoom();
    await settle();
    const posting = room.postComment({ content: 'hello' });
    expect(room.getState().pending).toHaveLength(1);
    server.send(ackComment(server.ops[0] as UpOp));
    expect((await posting).id).toBe(idOf(101));
    expect(room.getState().pending).toEqual([]);
  });

  test('is rejected by a refusal, with code and words', async () => {
    server.answer = (op) => ({ t: 'refuse', id: op.id, code: 'FORBIDDEN', message: 'Only the presenter.' });
    const room = openRoom();
    await settle();
    await expect(room.pause(1)).rejects.toEqual(new RoomRefusal('FORBIDDEN', 'Only the presenter.'));
  });

  test('made before the room is there waits for the welcome', async () => {
    const room = openRoom();
    void room.postComment({ content: 'early' }).catch(() => undefined);
    expect(server.ops).toEqual([]);
    await settle();
    expect(server.ops).toHaveLength(1);
  });

  test('unanswered when the link breaks is sent again, same id, same order', async () => {
    const room = openRoom();
    await settle();
    const posting = [room.postComment({ content: 'one' }), room.postComment({ content: 'two' })];
    server.drop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.ops.map(({ id }) => id)).toEqual([idOf(101), idOf(102), idOf(101), idOf(102)]);
    for (const op of server.ops.slice(2)) server.send(ackComment(op));
    expect((await Promise.all(posting)).map(({ id }) => id)).toEqual([idOf(101), idOf(102)]);
  });

  test('of playback is given up after seconds: nobody wants an old pause', async () => {
    const room = openRoom();
    await settle();
    const pausing = expect(room.pause(1)).rejects.toMatchObject({ code: 'UNAVAILABLE' });
    await vi.advanceTimersByTimeAsync(6000);
    await pausing;
    expect(room.getState().pending).toEqual([]);
  });

  test('of words outlives the page', async () => {
    const store = createMemoryOutboxStore();
    const first = openRoom(store);
    await settle();
    void first.postComment({ content: 'unlucky' }).catch(() => undefined);
    server.drop(CLOSE_CODE.REVOKED);
    server = new FakeRoomServer();
    openRoom(store);
    await settle();
    expect(server.ops.map(({ id }) => id)).toEqual([idOf(101)]);
  });

  test('of an earlier page goes out before what is said now, however slow the storage is', async () => {
    const old = { op: { t: 'comment.post' as const, id: idOf(7), content: 'old' }, madeAtMs: Date.now() };
    await vi.advanceTimersByTimeAsync(60_000);
    const room = openRoom(slowly({ load: async () => [old] }, 300));
    void room.postComment({ content: 'before the welcome' }).catch(() => undefined);
    await settle();
    void room.postComment({ content: 'after it' }).catch(() => undefined);
    expect(server.ops).toEqual([]);
    await vi.advanceTimersByTimeAsync(300);
    expect(server.ops.map(({ id }) => id)).toEqual([idOf(7), idOf(101), idOf(102)]);
    expect(room.getState().pending.map(({ op }) => op.id)).toEqual([idOf(7), idOf(101), idOf(102)]);
  });

  test('does not wait for a storage that never answers, and takes up what comes late', async () => {
    const old = { op: { t: 'comment.post' as const, id: idOf(7), content: 'old' }, madeAtMs: Date.now() };
    const room = openRoom(slowly({ load: async () => [old] }, 5_000));
    void room.postComment({ content: 'now' }).catch(() => undefined);
    await vi.advanceTimersByTimeAsync(1_100);
    expect(server.ops.map(({ id }) => id)).toEqual([idOf(101)]);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(server.ops.map(({ id }) => id)).toEqual([idOf(101), idOf(7)]);
  });
});

describe('words that do not get through', () => {
  const DAY_MS = 24 * 3_600_000;
  const old = (op: UpOp) => ({ op, madeAtMs: Date.now() - DAY_MS - 1 });
  const post = { t: 'comment.post' as const, id: idOf(7), content: 'Written in a tunnel' };

  test('in a day are shown, not sent, and stay until their author has decided', async () => {
    const store = createMemoryOutboxStore();
    const kept = old(post);
    await store.put(kept, idOf(900));
    const room = openRoom(store);
    await settle();
    expect(server.ops).toEqual([]);
    expect(room.getState().pending).toEqual([]);
    expect(room.getState().unsent).toEqual([
      { op: post, madeAtMs: kept.madeAtMs, reason: 'This could not be sent in a day.' },
    ]);
    server.drop();
    await vi.advanceTimersByTimeAsync(2000);
    expect([room.getState().unsent.length, (await store.load(idOf(900))).length]).toEqual([1, 1]);
    room.forgetUnsent(post.id);
    expect([room.getState().unsent, await store.load(idOf(900))]).toEqual([[], []]);
  });

  test('are sent again under their own id, and shown again if refused', async () => {
    const store = createMemoryOutboxStore();
    await store.put(old(post), idOf(900));
    server.answer = (op) => ({ t: 'refuse', id: op.id, code: 'FORBIDDEN', message: 'Not here.' });
    const room = openRoom(store);
    await settle();
    const [unsent] = room.getState().unsent;
    if (unsent) room.sendAgain(unsent);
    expect(server.ops).toEqual([post]);
    expect(room.getState().unsent).toMatchObject([{ op: post, reason: 'Not here.' }]);
  });

  test('of an earlier page, refused now, are shown as well; a like is not', async () => {
    const store = createMemoryOutboxStore();
    const like = { t: 'like.set' as const, id: idOf(8), isLiked: true };
    for (const op of [post, like]) await store.put({ op, madeAtMs: Date.now() }, idOf(900));
    server.answer = (op) => ({ t: 'refuse', id: op.id, code: 'NOT_FOUND', message: 'It is gone.' });
    const room = openRoom(store);
    await settle();
    expect(room.getState().unsent).toMatchObject([{ op: post, reason: 'It is gone.' }]);
    expect(await store.load(idOf(900))).toHaveLength(1);
  });

  test('because the room is closed stay pending, while a pause is given up with the room’s words', async () => {
    const room = openRoom();
    await settle();
    const outcome = vi.fn();
    void room.postComment({ content: 'kept' }).catch(outcome);
    const pausing = expect(room.pause(1)).rejects.toThrow('The link was withdrawn.');
    server.drop(CLOSE_CODE.REVOKED, 'The link was withdrawn.');
    await pausing;
    expect(room.getState().pending.map(({ op }) => op.t)).toEqual(['comment.post']);
    expect(outcome).not.toHaveBeenCalled();
  });
});

/** A browser storage that takes its time to be read. */
const slowly = (store: Pick<OutboxStore, 'load'>, delayMs: number): OutboxStore => ({
  ...createMemoryOutboxStore(),
  load: async (userId) => {
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    return store.load(userId);
  },
});

describe('a connection', () => {
  test('resumes from the last place it applied, with a fresh ticket', async () => {
    const room = openRoom();
    await settle();
    server.drop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(server.hellos).toEqual([null, { epoch: 1, seq: 10 }]);
    expect(joined).toEqual([null, null]);
    expect(room.getState().connection).toEqual({ status: 'open' });
  });

  test('comes back into the screening it was in', async () => {
    server.welcome = welcomeOf({ screening: { id: idOf(50), playback: playbackOf(1), control: NOBODY } });
    openRoom();
    await settle();
    server.drop();
    await vi.advanceTimersByTimeAsync(2000);
    expect(joined).toEqual([null, idOf(50)]);
  });

  test('is spread over the server’s window', async () => {
    server.welcome = welcomeOf({ reconnectWindowMs: 8000 });
    const room = openRoom();
    await settle();
    server.drop(1012);
    await vi.advanceTimersByTimeAsync(3900);
    expect(server.connections).toBe(1);
    expect(room.getState().connection).toMatchObject({ status: 'waiting', isOffline: false });
    await vi.advanceTimersByTimeAsync(200);
    expect(server.connections).toBe(2);
  });

  test('coming back online cuts the wait short', async () => {
    server.welcome = welcomeOf({ reconnectWindowMs: 30_000 });
    const room = openRoom();
    await settle();
    online = false;
    server.drop();
    await settle();
    expect(room.getState().connection).toMatchObject({ status: 'waiting', isOffline: true });
    online = true;
    for (const watcher of watchers) watcher();
    await settle();
    expect(server.connections).toBe(2);
  });

  test('that is told not to come back does not', async () => {
    const room = openRoom();
    await settle();
    server.drop(CLOSE_CODE.REVOKED, 'The link was withdrawn.');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(server.connections).toBe(1);
    expect(room.getState().connection).toEqual({
      status: 'closed',
      code: CLOSE_CODE.REVOKED,
      message: 'The link was withdrawn.',
    });
  });

  test('to a room that turns one away again and again waits longer each time', async () => {
    server.welcome = undefined as never;
    const room = openRoom();
    await settle();
    const waitsMs: number[] = [];
    for (let n = 0; n < 5; n += 1) {
      server.drop(CLOSE_CODE.TOO_MANY_TABS, 'You have this video open too often. Close a tab.');
      await settle();
      const { connection } = room.getState();
      if (connection.status !== 'waiting') throw new Error(connection.status);
      waitsMs.push(connection.retryAtMs - Date.now());
      await vi.advanceTimersByTimeAsync(waitsMs.at(-1) ?? 0);
    }
    const rounded = waitsMs.map((ms) => Math.round(ms / 100) * 100);
    expect(rounded).toEqual([500, 1_000, 2_000, 4_000, 8_000]);
  });

  test('to a full room is not open: it waits with the room’s words, and comes back', async () => {
    server.welcome = undefined as never;
    const room = openRoom();
    await settle();
    expect(room.getState().connection).toMatchObject({ status: 'connecting' });
    server.drop(CLOSE_CODE.ROOM_FULL, 'This room is full. Waiting for a place.');
    await settle();
    expect(room.getState().connection).toMatchObject({
      status: 'waiting',
      message: 'This room is full. Waiting for a place.',
    });
    server.welcome = welcomeOf();
    await vi.advanceTimersByTimeAsync(5000);
    expect(room.getState().connection).toEqual({ status: 'open' });
  });

  test('refused a ticket for good says why and stays away', async () => {
    const room = openRoom(createMemoryOutboxStore(), new RoomRefusal('NOT_FOUND', 'No such video.'));
    await vi.advanceTimersByTimeAsync(120_000);
    expect(joined).toHaveLength(1);
    expect(room.getState().connection).toEqual({ status: 'closed', code: null, message: 'No such video.' });
  });

  test('of a session that has ended comes back at once as whoever is there now', async () => {
    const room = openRoom();
    await settle();
    server.welcome = welcomeOf({ you: { userId: null, name: 'Somebody', role: 'view', progress: null } });
    server.drop(CLOSE_CODE.NEW_TICKET, 'You have been signed out.');
    await vi.advanceTimersByTimeAsync(600);
    expect(room.getState()).toMatchObject({ connection: { status: 'open' }, you: { userId: null } });
    await vi.advanceTimersByTimeAsync(120_000);
    expect(joined).toHaveLength(2);
  });

  test('lost and then refused a ticket for good says both, and asks no more', async () => {
    const room = openRoom();
    await settle();
    refusing = new RoomRefusal('NOT_FOUND', 'There is no such video.');
    server.drop(CLOSE_CODE.NEW_TICKET, 'You have been signed out.');
    await vi.advanceTimersByTimeAsync(120_000);
    expect(joined).toHaveLength(2);
    expect(room.getState().connection).toEqual({
      status: 'closed',
      code: null,
      message: 'You have been signed out. There is no such video.',
    });
    refusing = undefined;
    room.rejoin();
    await settle();
    refusing = new RoomRefusal('NOT_FOUND', 'There is no such video.');
    server.drop();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(room.getState().connection).toMatchObject({ message: 'There is no such video.' });
  });

  test('refused a ticket for now tries again', async () => {
    openRoom(createMemoryOutboxStore(), new RoomRefusal('UNAVAILABLE', 'Soon.'));
    await vi.advanceTimersByTimeAsync(20_000);
    expect(joined.length).toBeGreaterThan(3);
  });

  test('is pinged rarely, and given up when nobody answers', async () => {
    openRoom();
    await settle();
    await vi.advanceTimersByTimeAsync(60_000);
    expect([server.pings, server.connections]).toEqual([2, 1]);
    server.answersPings = false;
    await vi.advanceTimersByTimeAsync(40_000);
    expect(server.connections).toBe(2);
  });
});

test('a broadcast that overtakes the welcome waits for it', async () => {
  server.welcome = welcomeOf({ seq: 10 });
  const room = openRoom();
  await settle();
  server.drop();
  server.welcome = undefined as never;
  await vi.advanceTimersByTimeAsync(1000);
  server.send({
    t: 'events',
    epoch: 1,
    seq: 40,
    events: [{ kind: 'screening', seq: 40, screening: screeningOf(50) }],
  });
  expect(room.getState().position).toEqual({ epoch: 1, seq: 10 });
});

test('a mark is answered at once, before anything else is made of it', async () => {
  const room = openRoom();
  await settle();
  const before = room.getState();
  server.send({ t: 'mark', n: 3 });
  expect(server.heard).toEqual([3]);
  expect(room.getState()).toBe(before);
});

test('the shared clock runs only while in step', async () => {
  const room = openRoom();
  await settle();
  expect(clockCalls).toEqual([]);
  server.answer = (op) => ({
    t: 'ack',
    id: op.id,
    epoch: 1,
    seq: 11,
    result:
      op.t === 'screening.leave'
        ? { kind: 'none' }
        : { kind: 'screening', screening: screeningOf(50), playback: playbackOf(1) },
  });
  await room.joinScreening(idOf(50));
  await room.leaveScreening();
  expect(clockCalls).toEqual(['start', 'stop']);
});

describe('what is volatile', () => {
  test('comes to who listens, and is not part of the state', async () => {
    const room = openRoom();
    await settle();
    const seen: unknown[] = [];
    const stop = room.subscribeVolatile((frame) => seen.push(frame));
    const before = room.getState();
    const frame: Down = { t: 'ink', screeningId: idOf(50), cleared: ['a'], added: [] };
    server.send(frame);
    stop();
    server.send(frame);
    expect(seen).toEqual([frame]);
    expect(room.getState()).toBe(before);
  });
});

test('of what one has watched only the last is sent once the room is there', async () => {
  const room = openRoom();
  const told = [room.setProgress(10.00049, false), room.setProgress(20, false)];
  await settle();
  expect(server.ops).toMatchObject([{ t: 'progress.set', positionSeconds: 20 }]);
  server.send({
    t: 'ack',
    id: server.ops[0]?.id ?? '',
    epoch: 1,
    seq: 11,
    result: { kind: 'progress', progress: { positionSeconds: 20, isCompleted: false } },
  });
  await Promise.all(told);
  expect(room.getState().you?.progress).toEqual({ positionSeconds: 20, isCompleted: false });
});
