import { env } from 'cloudflare:workers';
import { beforeAll, describe, expect, test } from 'vitest';
import { makeVideo } from '#tests/support/workers/library.ts';
import { LIVES } from '#tests/support/workers/lives.ts';
import { enter, type DraftOp, type RoomClient } from '#tests/support/workers/room-client.ts';
import { comeInAs, signUp, type Visitor } from '#tests/support/workers/visitor.ts';
import { settleRoom } from '#worker/rooms/room-gateway.ts';

let ada: Visitor & { id: string };
let bob: Visitor & { id: string };
beforeAll(async () => {
  ada = await signUp('Ada');
  bob = await comeInAs('Bob');
});

describe.each(LIVES)('a screening %s', (_, between) => {
  let videoId: string;
  let screeningId: string;
  let shortId: string;
  let host: RoomClient;
  let guest: RoomClient;
  const step = () => between(videoId);

  const open = async (how: Omit<Extract<DraftOp, { t: 'screening.start' }>, 't' | 'positionSeconds'>) => {
    videoId = (await makeVideo(ada)).id;
    host = await enter(videoId, { userId: ada.id, name: 'Ada' });
    const started = await host.do({ t: 'screening.start', positionSeconds: 5, ...how });
    if (started.result.kind !== 'screening') throw new Error('no screening');
    ({ id: screeningId, shortId } = started.result.screening);
    await step();
    await comeIn();
  };
  const comeIn = async () => {
    guest = await enter(videoId, { userId: bob.id, name: 'Bob', screeningId });
    await step();
  };
  const idOf = async (client: RoomClient) => {
    const welcome = await client.next('welcome');
    client.frames.unshift(welcome);
    return welcome.connectionId;
  };

  test('R102 is steered by whom its host lets, who comes back and still may', async () => {
    await open({ isPlaying: false, controlMode: 'ask' });
    expect(await guest.ask({ t: 'playback.play' })).toMatchObject({ code: 'FORBIDDEN' });
    await guest.do({ t: 'control.request', isAsking: true });
    const asked = await host.next('control', ({ control }) => control.asking.length > 0);
    expect(asked.control.asking).toEqual([{ connectionId: await idOf(guest), name: 'Bob' }]);
    await step();
    await host.do({ t: 'control.grant', connectionId: await idOf(guest), isGranted: true });
    await guest.next('control', ({ control }) => control.granted.length > 0);
    await step();
    guest.socket.close(1000, 'off');
    await host.next('control', ({ control }) => control.granted.length === 0);
    await step();
    await comeIn();
    const { screening } = await guest.next('welcome');
    expect(screening?.control.granted).toMatchObject([{ name: 'Bob' }]);
    expect((await guest.do({ t: 'playback.play' })).result).toMatchObject({ playback: { byName: 'Bob' } });
  });

  test('R101 is handed over, taken over, and leaves a recap', async () => {
    await open({ isPlaying: false });
    await host.do({ t: 'screening.handover', screeningId, connectionId: await idOf(guest) });
    await step();
    await guest.do({ t: 'screening.set', screeningId, controlMode: 'presenter' });
    await step();
    expect(await host.ask({ t: 'playback.play' })).toMatchObject({
      message: 'Only Bob steers this screening.',
    });
    guest.socket.close(1000, 'off');
    const hostAway = ({ events }: { events: { kind: string; screening?: { isHostHere: boolean } }[] }) =>
      events.some((event) => event.kind === 'screening' && event.screening?.isHostHere === false);
    await host.next('events', hostAway);
    await step();
    await host.do({ t: 'screening.handover', screeningId, connectionId: await idOf(host) });
    await step();
    await host.do({ t: 'playback.seek', positionSeconds: 20 });
    await step();
    await host.do({ t: 'screening.end', screeningId });
    await step();
    // Its link resolves in Postgres.
    await settleRoom(env, videoId);
    expect(await (await ada.get(`/api/screenings/${shortId}/recap`)).json()).toMatchObject({
      hostName: 'Ada',
      attendees: [{ name: 'Ada' }, { name: 'Bob' }],
      timeline: [{ positionSeconds: 5 }, { positionSeconds: 20, byName: 'Ada' }],
    });
  });

  test('R104 waits for whoever stalls, until they are ready or gone', async () => {
    await open({ isPlaying: true, stallPolicy: 'wait' });
    const stall = (isStalled: boolean, revision: number) => guest.send({ t: 'stall', isStalled, revision });
    stall(false, 1);
    await step();
    stall(true, 1);
    const held = await host.next('playback', ({ playback }) => playback.awaited.length > 0);
    expect(held.playback).toMatchObject({ revision: 2, awaited: [{ name: 'Bob' }], byName: null });
    await step();
    stall(false, 2);
    const goesOn = await host.next('playback', ({ playback }) => playback.revision === 3);
    expect(goesOn.playback).toMatchObject({
      positionSeconds: held.playback.positionSeconds,
      awaited: [],
    });
    await step();
    stall(true, 3);
    await host.next('playback', ({ playback }) => playback.revision === 4);
    await step();
    guest.socket.close(1000, 'off');
    const alone = await host.next('playback', ({ playback }) => playback.revision === 5);
    expect(alone.playback.atServerMs).toBeLessThan(held.playback.atServerMs);
  });

  test('R112 shows who points, and takes it away with them', async () => {
    await open({ isPlaying: false });
    guest.send({ t: 'pointer', at: { x: 0.25, y: 0.5 } });
    guest.send({ t: 'ink.add', strokeId: 'one', color: 'red', points: [0, 0, 1, 1] });
    expect((await host.next('pointers')).pointers).toMatchObject([{ name: 'Bob', at: { x: 0.25 } }]);
    expect((await host.next('ink')).added).toMatchObject([{ name: 'Bob', points: [0, 0, 1, 1] }]);
    await step();
    guest.socket.close(1000, 'off');
    expect((await host.next('pointers', ({ pointers }) => pointers[0]?.at === null)).screeningId).toBe(
      screeningId,
    );
    expect((await host.next('ink', ({ cleared }) => cleared.length > 0)).added).toEqual([]);
  });
});
