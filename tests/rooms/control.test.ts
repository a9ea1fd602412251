import { beforeEach, expect, test } from 'vitest';
import { LIMITS } from '#protocol/limits.ts';
import { type FakeRoom, uuid, type FakePeer } from './fake-room.ts';
import { openScreening, SCREENING } from './fake-screening.ts';

let fake: FakeRoom;
let host: FakePeer;
let bob: FakePeer;
beforeEach(async () => {
  ({ fake, host, bob } = await openScreening({ controlMode: 'ask' }));
});

const member = (peer: FakePeer) => ({ connectionId: peer.id, name: peer.seat.identity.name });
const ask = (peer: FakePeer, isAsking = true) => peer.ask({ t: 'control.request', isAsking });
const grant = (from: FakePeer, to: FakePeer, isGranted = true) =>
  from.ask({ t: 'control.grant', connectionId: to.id, isGranted });
const pause = (peer: FakePeer) => peer.ask({ t: 'playback.pause', positionSeconds: 1 });
const told = (peer: FakePeer) => {
  fake.pass(200);
  return peer.take('control').map(({ control }) => control);
};

test('R100 a member asks, the host lets them steer, and they give it back', () => {
  expect(pause(bob)).toMatchObject({ code: 'FORBIDDEN', message: expect.stringContaining('Ada') });
  expect(ask(bob)).toMatchObject({ result: { control: { asking: [member(bob)], granted: [] } } });
  expect(told(host)).toEqual([{ asking: [member(bob)], granted: [] }]);
  expect(pause(bob)).toMatchObject({ code: 'FORBIDDEN' });
  expect(grant(host, bob)).toMatchObject({ result: { control: { asking: [], granted: [member(bob)] } } });
  expect(told(bob).at(-1)).toEqual({ asking: [], granted: [member(bob)] });
  expect(pause(bob).t).toBe('ack');
  expect(grant(bob, bob, false)).toMatchObject({ result: { control: { granted: [] } } });
  expect(pause(bob)).toMatchObject({ code: 'FORBIDDEN' });
});

test('R100 asking is taken back, or declined', () => {
  ask(bob);
  expect(ask(bob, false)).toMatchObject({ result: { control: { asking: [], granted: [] } } });
  ask(bob);
  expect(grant(host, bob, false)).toMatchObject({ result: { control: { asking: [], granted: [] } } });
});

test('R100 only the host and managers decide, about who is there and may steer at all', () => {
  const eve = fake.enter({ userId: uuid(3), name: 'Eve', role: 'comment' }, SCREENING);
  const manager = fake.enter({ userId: uuid(4), role: 'manage' }, SCREENING);
  expect(grant(bob, bob)).toMatchObject({ code: 'FORBIDDEN' });
  expect(grant(bob, host, false)).toMatchObject({ code: 'FORBIDDEN' });
  expect(ask(eve)).toMatchObject({ code: 'FORBIDDEN' });
  expect(grant(host, eve)).toMatchObject({ code: 'CONFLICT', message: 'Eve may only watch this video.' });
  expect(grant(manager, bob).t).toBe('ack');
  const outside = fake.enter({ userId: uuid(5) });
  expect(grant(manager, outside)).toMatchObject({ code: 'NOT_FOUND' });
  expect(ask(outside)).toMatchObject({ code: 'CONFLICT', message: 'Join a screening to ask to steer it.' });
  expect(grant(outside, bob)).toMatchObject({ code: 'CONFLICT' });
});

test('R100 who steers already asks for nothing; where the presenter steers nobody asks', () => {
  expect(ask(host)).toMatchObject({ result: { control: { asking: [] } } });
  const presenter = fake.enter({ userId: uuid(3), name: 'Pia' });
  const shown = { t: 'screening.start', id: uuid(61), positionSeconds: 0, isPlaying: false } as const;
  presenter.do({ ...shown, controlMode: 'presenter' });
  bob.do({ t: 'screening.join', screeningId: uuid(61) });
  expect(ask(bob)).toMatchObject({ code: 'CONFLICT', message: 'Only Pia steers this screening.' });
  expect(ask(bob, false).t).toBe('ack');
  expect(grant(presenter, bob)).toMatchObject({ code: 'CONFLICT' });
});

test('R100 at most fifty ask', () => {
  const people = Array.from({ length: LIMITS.controlMembers + 1 }, (_, n) =>
    fake.enter({ userId: uuid(100 + n) }, SCREENING),
  );
  const answers = people.map((peer) => ask(peer));
  expect(answers.slice(0, -1).every(({ t }) => t === 'ack')).toBe(true);
  expect(answers.at(-1)).toMatchObject({ code: 'CONFLICT' });
});

test('R102 it is told whole, on change only, and to members only', () => {
  const solo = fake.enter({ userId: uuid(3) });
  fake.pass(200);
  ask(bob);
  ask(bob);
  expect(told(host)).toEqual([{ asking: [member(bob)], granted: [] }]);
  ask(bob, false);
  expect(told(host)).toEqual([{ asking: [], granted: [] }]);
  expect(told(solo)).toEqual([]);
});

test('R102 asking again and again is told with the tick', () => {
  fake.pass(10_000);
  for (let n = 0; n < 51; n += 1) ask(bob, n % 2 === 0);
  expect(told(host)).toEqual([
    { asking: [member(bob)], granted: [] },
    { asking: [member(bob)], granted: [] },
  ]);
});

test('R100 asks of connections that died with the room keep nobody from asking', () => {
  for (let n = 0; n < LIMITS.controlMembers; n += 1) ask(fake.enter({ userId: uuid(100 + n) }, SCREENING));
  fake.peers = [host, bob];
  fake.restart();
  expect(ask(bob)).toMatchObject({ result: { control: { asking: [member(bob)] } } });
});

test('R102 who comes in is told how it stands', () => {
  ask(bob);
  const late = fake.enter({ userId: uuid(3) }, SCREENING);
  const control = { asking: [member(bob)], granted: [] };
  expect(late.take('welcome')[0]).toMatchObject({ screening: { control } });
  const later = fake.enter({ userId: uuid(4) });
  const join = { t: 'screening.join', id: fake.newId(), screeningId: SCREENING } as const;
  expect(later.do(join)).toMatchObject({ result: { control } });
  ask(bob, false);
  told(later);
  later.do(join);
  expect(later.take('control')).toMatchObject([{ control: { asking: [], granted: [] } }]);
});

test('R102 asking ends with the connection, however it goes', () => {
  ask(bob);
  bob.do({ t: 'screening.leave' });
  expect(told(host).at(-1)).toEqual({ asking: [], granted: [] });
  bob.do({ t: 'screening.join', screeningId: SCREENING });
  ask(bob);
  fake.restart();
  fake.leave(bob);
  expect(told(host).at(-1)).toEqual({ asking: [], granted: [] });
});

test('R102 a grant outlives a reconnect with an account, and the room’s sleep', () => {
  grant(host, bob);
  fake.leave(bob);
  expect(told(host).at(-1)).toEqual({ asking: [], granted: [] });
  fake.restart();
  const back = fake.enter({ userId: uuid(2), name: 'Bob' }, SCREENING);
  const control = { asking: [], granted: [member(back)] };
  expect(back.take('welcome')[0]).toMatchObject({ screening: { control } });
  expect(told(host).at(-1)).toEqual(control);
  expect(pause(back).t).toBe('ack');
});

test('R102 a grant without an account ends with its connection', () => {
  const guest = fake.enter({ name: 'Guest' }, SCREENING);
  grant(host, guest);
  expect(pause(guest).t).toBe('ack');
  fake.leave(guest);
  const other = fake.enter({ name: 'Guest' }, SCREENING);
  expect(pause(other)).toMatchObject({ code: 'FORBIDDEN' });
  expect(told(host).at(-1)).toEqual({ asking: [], granted: [] });
});
