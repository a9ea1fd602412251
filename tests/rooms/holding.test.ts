import { beforeEach, expect, test } from 'vitest';
import { type FakeRoom, uuid, type FakePeer } from './fake-room.ts';
import { openScreening, SCREENING } from './fake-screening.ts';

let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  ({ fake, host, bob } = await openScreening({ stallPolicy: 'wait' }));
  fake.pass(1_150);
  for (const peer of [host, bob]) ready(peer);
});

const playbackOf = (peer: FakePeer) => peer.take('playback').at(-1)?.playback;
const revision = () => {
  const late = fake.enter({}, SCREENING);
  const at = late.take('welcome')[0]?.screening?.playback.revision ?? -1;
  fake.leave(late);
  return at;
};
const stall = (peer: FakePeer, at = revision()) => peer.say({ t: 'stall', isStalled: true, revision: at });
const ready = (peer: FakePeer) => peer.say({ t: 'stall', isStalled: false, revision: 0 });
const names = (peer: FakePeer) => playbackOf(peer)?.awaited.map(({ name }) => name);

test('R103 a member who stalls is awaited, and everyone goes on when they are ready', () => {
  stall(bob);
  expect(playbackOf(host)).toMatchObject({
    revision: 2,
    positionSeconds: 6,
    atServerMs: fake.nowMs + 10_000,
    awaited: [{ connectionId: bob.id, name: 'Bob' }],
    byName: null,
  });
  fake.pass(3_000);
  ready(bob);
  expect(playbackOf(host)).toMatchObject({
    revision: 3,
    positionSeconds: 6,
    atServerMs: fake.nowMs + 150,
    awaited: [],
  });
});

test('R103 only members count, of a screening that waits, and only about what plays now', () => {
  const solo = fake.enter({ userId: uuid(3) });
  ready(solo);
  stall(solo);
  stall(bob, 0);
  expect(playbackOf(host)).toBeUndefined();
  host.do({ t: 'screening.set', screeningId: SCREENING, stallPolicy: 'go_on' });
  stall(bob);
  expect(playbackOf(host)).toBeUndefined();
});

test('R103 whoever leaves is awaited no longer', () => {
  stall(bob);
  fake.leave(bob);
  expect(playbackOf(host)).toMatchObject({ revision: 3, atServerMs: fake.nowMs + 150, awaited: [] });
});

test('R103 many who stall together are named together', () => {
  const crowd = Array.from({ length: 25 }, (_, n) => {
    const peer = fake.enter({ userId: uuid(200 + n), name: `M${n}` }, SCREENING);
    ready(peer);
    return peer;
  });
  fake.pass(1_000);
  host.take('playback');
  let at = revision();
  fake.pass(1_000);
  for (const peer of crowd) {
    stall(peer, at);
    at += 1;
  }
  fake.pass(100);
  expect(host.take('playback').map(({ playback }) => playback.awaited.length)).toEqual([1, 2, 20]);
  for (const peer of crowd) ready(peer);
  fake.pass(100);
  expect(playbackOf(host)).toMatchObject({ awaited: [], atServerMs: fake.nowMs + 50 });
});

test('R104 a hold sets no timer, survives the room’s sleep, and ends in it', () => {
  fake.pass(2_000);
  stall(bob);
  fake.pass(500);
  expect(fake.timersSet).toBe(0);
  fake.restart();
  stall(host);
  fake.pass(100);
  expect(names(bob)).toEqual(['Bob', 'Ada']);
  fake.pass(10_000);
  fake.restart();
  const late = fake.enter({ userId: uuid(3) }, SCREENING);
  const playback = late.take('welcome')[0]?.screening?.playback;
  expect(playback?.atServerMs).toBeLessThan(fake.nowMs);
});

test('R105 start anyway goes on at once, and who was awaited holds nobody up until theirs has run for a while', () => {
  stall(bob);
  host.do({ t: 'playback.play' });
  expect(playbackOf(bob)).toMatchObject({ atServerMs: fake.nowMs + 150, awaited: [], byName: 'Ada' });
  for (const runsMs of [0, 9_000]) {
    stall(bob);
    ready(bob);
    fake.pass(runsMs);
    stall(bob);
    expect(playbackOf(bob)).toBeUndefined();
  }
  ready(bob);
  fake.pass(10_000);
  ready(bob);
  stall(bob);
  expect(names(host)).toEqual(['Bob']);
});

test('R37 going on whatever happens ends the hold', () => {
  stall(bob);
  host.do({ t: 'screening.set', screeningId: SCREENING, stallPolicy: 'go_on' });
  expect(playbackOf(bob)).toMatchObject({ revision: 3, atServerMs: fake.nowMs + 150, awaited: [] });
});

test('R106 who was waited for in vain holds nobody up until they have been ready for a while', () => {
  stall(bob);
  fake.pass(10_001);
  fake.restart();
  stall(bob);
  bob.say({ t: 'sync.report', offsetMs: -4_000, errorMs: 3 });
  stall(bob);
  host.do({ t: 'playback.seek', positionSeconds: 30 });
  host.take('playback');
  stall(bob);
  expect(playbackOf(host)).toBeUndefined();
  ready(bob);
  fake.pass(10_000);
  stall(bob);
  expect(names(host)).toEqual(['Bob']);
});

test('R106 one who was ready after a vain wait is not late again by it', () => {
  stall(bob);
  fake.pass(10_001);
  ready(bob);
  fake.pass(10_000);
  expect(playbackOf(host)).toMatchObject({ revision: 2 });
  stall(bob);
  expect(names(host)).toEqual(['Bob']);
});

test('R106 a newcomer who is still loading is not waited for', () => {
  const cy = fake.enter({ userId: uuid(3), name: 'Cy' }, SCREENING);
  stall(cy);
  expect(playbackOf(host)).toBeUndefined();
  cy.say({ t: 'sync.report', offsetMs: 0, errorMs: 3 });
  stall(cy);
  expect(names(host)).toEqual(['Cy']);
  cy.do({ t: 'screening.leave' });
  cy.do({ t: 'screening.join', screeningId: SCREENING });
  host.take('playback');
  stall(cy);
  expect(playbackOf(host)).toBeUndefined();
});
