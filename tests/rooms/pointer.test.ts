import { beforeEach, expect, test } from 'vitest';
import { encodeDown } from '#protocol/wire.ts';
import { LIMITS } from '#protocol/limits.ts';
import { Pointing } from '#rooms/pointing.ts';
import { type FakeRoom, uuid, type FakePeer } from './fake-room.ts';
import { openScreening, SCREENING } from './fake-screening.ts';

let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  ({ fake, host, bob } = await openScreening({ isPlaying: false }, { role: 'comment' }));
  fake.pass(1_000);
});

const point = (peer: FakePeer, x: number | null) =>
  peer.say({ t: 'pointer', at: x === null ? null : { x, y: 0.5 } });
const draw = (peer: FakePeer, strokeId: string, ...points: number[]) =>
  peer.say({ t: 'ink.add', strokeId, color: 'red', points });
const pointers = (peer: FakePeer) => peer.take('pointers').map((frame) => frame.pointers);
const places = (peer: FakePeer) =>
  pointers(peer).map((moved) => moved.map(({ name, at }) => [name, at && at.x]));
const ink = (peer: FakePeer) =>
  peer.take('ink').map(({ cleared, added }) => [cleared, added.map((piece) => piece.strokeId)]);

test('R112 a pointer is shown at once, then the newest place of each with the tick', () => {
  const solo = fake.enter({ userId: uuid(3) });
  fake.pass(1_000);
  point(bob, 0.1);
  expect(pointers(host)).toEqual([[{ connectionId: bob.id, name: 'Bob', at: { x: 0.1, y: 0.5 } }]]);
  point(bob, 0.2);
  point(host, 0.7);
  point(bob, 0.3);
  fake.pass(100);
  expect(places(host)).toEqual([
    [
      ['Bob', 0.3],
      ['Ada', 0.7],
    ],
  ]);
  point(bob, null);
  fake.pass(100);
  expect(places(host)).toEqual([[['Bob', null]]]);
  expect([solo.take('pointers'), solo.take('ink')]).toEqual([[], []]);
});

test('R112 ink is shown in order, and nothing of what was cleared', () => {
  draw(bob, 'one', 0, 0, 0.1, 0.1);
  expect(ink(host)).toEqual([[[], ['one']]]);
  draw(bob, 'one', 0.2, 0.2);
  draw(host, 'mine', 0.5, 0.5);
  bob.say({ t: 'ink.clear' });
  draw(bob, 'two', 0.3, 0.3);
  fake.pass(100);
  expect(ink(host)).toEqual([[[bob.id], ['mine', 'two']]]);
});

test('R112 only members show anything, and only who may comment', () => {
  const watcher = fake.enter({ userId: uuid(3), role: 'view' }, SCREENING);
  const solo = fake.enter({ userId: uuid(4) });
  point(watcher, 0.1);
  point(solo, 0.1);
  draw(solo, 'one', 0, 0);
  fake.pass(1_000);
  expect([pointers(host), ink(host)]).toEqual([[], []]);
});

test.each([
  ['leaves', (peer: FakePeer) => void peer.do({ t: 'screening.leave' })],
  ['is gone', (peer: FakePeer) => fake.leave(peer)],
])('R112 what somebody showed goes when they %s, also after the room has slept', (_, go) => {
  point(bob, 0.1);
  draw(bob, 'one', 0, 0);
  fake.pass(1_000);
  fake.restart();
  host.frames.length = 0;
  go(bob);
  fake.pass(200);
  expect([places(host), ink(host)]).toEqual([[[['Bob', null]]], [[[bob.id], []]]]);
});

test('R112 when nothing moves the tick stops', () => {
  point(bob, 0.1);
  fake.pass(200);
  expect(fake.timersSet).toBe(0);
});

test('R112 a flood fits the frames, and pointers wait their turn', () => {
  const pointing = new Pointing();
  const points = Array.from({ length: LIMITS.inkNumbers }, () => 0.1234);
  for (let n = 0; n < 250; n += 1) {
    const pen = { connectionId: uuid(n), name: '好'.repeat(100) };
    pointing.point(SCREENING, pen, { at: { x: 0.1234, y: 0.5678 } });
    pointing.clear(SCREENING, pen);
    pointing.draw(SCREENING, pen, { strokeId: '\u0001'.repeat(36), color: 'yellow', points });
  }
  for (let n = 250; n < 1_000; n += 1) pointing.clear(SCREENING, { connectionId: uuid(n) });
  const rounds = [pointing.take(), pointing.take(), pointing.take()];
  expect(pointing.hasNews).toBe(false);
  const frames = rounds.flat();
  expect(frames.map((frame) => (frame.t === 'ink' ? frame.added.length : frame.pointers.length))).toEqual([
    100, 0, 0, 0, 0, 20, 20, 100, 50,
  ]);
  expect(frames.flatMap((frame) => (frame.t === 'ink' ? frame.cleared : []))).toHaveLength(1_000);
  for (const frame of frames)
    expect(Buffer.byteLength(encodeDown(frame))).toBeLessThanOrEqual(LIMITS.frameOutBytes);
});
