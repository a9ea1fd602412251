import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

const CROWD = LIMITS.presencePeople + 50;

let fake: FakeRoom;
let ada: FakePeer;
beforeEach(async () => {
  fake = await FakeRoom.open();
  ada = fake.enter({ userId: uuid(1), name: 'Ada' });
});

/** So many more come, and the room comes to rest. */
function gather(count: number, screeningId: string | null = null): FakePeer[] {
  const peers = Array.from({ length: count }, (_, n) => fake.enter({ name: `Viewer ${n}` }, screeningId));
  fake.pass(5_000);
  for (const peer of [ada, ...peers]) peer.frames.length = 0;
  return peers;
}

/** Who somebody believes to be here by name, having heard all this. */
function namedTo(peer: FakePeer, names = new Set<string>()): Set<string> {
  for (const frame of peer.frames) {
    if (frame.t === 'welcome') for (const one of frame.presence.people) names.add(one.connectionId);
    if (frame.t !== 'presence') continue;
    for (const id of frame.gone) names.delete(id);
    for (const one of frame.upserts) names.add(one.connectionId);
  }
  return names;
}

test('R51 a crowd is a total and a sample', () => {
  gather(CROWD);
  const late = fake.enter({ name: 'Late' });
  fake.pass(5_000);
  const total = CROWD + 2;
  expect(ada.take('presence')).toEqual([{ t: 'presence', total, upserts: [], gone: [] }]);
  expect(late.take('welcome')[0]?.presence).toMatchObject({
    total,
    people: { length: LIMITS.presencePeople },
  });
  fake.leave(late);
  fake.pass(5_000);
  expect(ada.take('presence')).toEqual([{ t: 'presence', total: total - 1, upserts: [], gone: [] }]);
});

test('R51 a crowd that comes is counted every 2 s, and comments do not wait for it', () => {
  gather(CROWD);
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  fake.pass(5_000);
  ada.frames.length = 0;
  for (let n = 0; n < 60; n += 1) {
    fake.enter({ name: `Late ${n}` }, uuid(60));
    fake.pass(50);
  }
  fake.pass(2_000);
  const counts = ada.take('presence').map((frame) => frame.total - CROWD - 1);
  expect(counts).toEqual([1, 40, 60]);
  const members = ada.take('events').map(({ events }) => events[0]?.kind === 'screening' && events.length);
  expect(members).toEqual([1, 1, 1]);
  fake.enter({ name: 'One more' }, uuid(60));
  fake.enter({ name: 'Another' }, uuid(60));
  fake.pass(200);
  ada.frames.length = 0;
  fake.enter({ name: 'The last' }, uuid(60));
  ada.do({ t: 'comment.post', content: 'at once' });
  fake.pass(200);
  expect(ada.take('events').flatMap(({ events }) => events.map((event) => event.kind))).toEqual([
    'screening',
    'comment',
  ]);
});

test('R51 when a crowd goes, those who stay know each other by name', () => {
  const peers = gather(CROWD);
  const late = fake.enter({ name: 'Late' });
  fake.pass(5_000);
  const known = namedTo(late);
  expect(known.size).toBe(LIMITS.presencePeople);
  late.frames.length = 0;
  for (const peer of peers.slice(0, -3)) fake.leave(peer);
  fake.pass(5_000);
  const here = [ada, ...peers.slice(-3), late].map((peer) => peer.id);
  expect([...namedTo(late, known)].sort()).toEqual(here.sort());
});

test('R51 a welcome names whom the others know, also who has just changed; who comes at once comes as a change', () => {
  fake.pass(1_000);
  const bob = fake.enter({ name: 'Bob' });
  ada.say({ t: 'presence.set', activity: 'typing' });
  const late = fake.enter({ name: 'Late' });
  expect(late.take('welcome')[0]?.presence.people).toMatchObject([
    { name: 'Ada', activity: 'typing' },
    { name: 'Bob' },
  ]);
  fake.pass(100);
  expect(late.take('presence').flatMap(({ upserts }) => upserts.map((one) => one.name))).toEqual([
    'Ada',
    'Late',
  ]);
  expect(namedTo(bob)).toEqual(new Set([ada.id, bob.id, late.id]));
});

test('R51 a newcomer hears of the going of whoever they were told of, and the others had not heard of', () => {
  fake.enter({ name: 'First' });
  const brief = fake.enter({ name: 'Brief' });
  const late = fake.enter({ name: 'Late' });
  fake.leave(brief);
  fake.pass(1_000);
  expect(namedTo(late)).not.toContain(brief.id);
  expect(namedTo(ada)).toEqual(namedTo(late));
});

test('R51 joining a crowd costs each of them at most 32 KB, whoever came first included', () => {
  for (let n = 0; n < 60; n += 1) {
    fake.pass(1_000);
    ada.do({ t: 'comment.post', content: 'The light on that cloud! '.repeat(8) });
  }
  ada.do({ t: 'screening.start', id: uuid(60), positionSeconds: 0, isPlaying: true });
  fake.pass(5_000);
  const peers = Array.from({ length: 300 }, (_, n) => {
    fake.pass(5);
    return fake.enter({ userId: uuid(500 + n), name: `Viewer number ${n}` }, uuid(60));
  });
  fake.pass(5_000);
  const costs = peers.map(({ sizes }) => sizes.reduce((sum, size) => sum + size, 0));
  expect(Math.max(...costs)).toBeLessThanOrEqual(32_000);
});

test('R50 of a very large room at most 7,000 frames leave in a second', () => {
  for (let n = 1; n < 1_400; n += 1) fake.connect();
  fake.pass(1_000);
  ada.frames.length = 0;
  ada.do({ t: 'comment.post', content: 'one' });
  ada.do({ t: 'comment.post', content: 'two' });
  fake.pass(199);
  expect(ada.take('events')).toHaveLength(1);
  fake.pass(1);
  expect(ada.take('events')).toHaveLength(1);
});
