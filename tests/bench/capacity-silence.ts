import { setTimeout as pause } from 'node:timers/promises';
import type { components } from '#client/api/openapi.d.ts';
import { startCrowd } from './capacity-drive.ts';
import type { CapacityStage } from './capacity-stage.ts';
import { holds, type Figure } from './figure.ts';

type LiveRoom = components['schemas']['LiveRoom'];

/** The platform puts a room to sleep about ten seconds after the last it heard. */
const SILENCE_MS = 14_000;

/** Two who watch a screening play and say nothing. The answer, later on, is whether their room has slept meanwhile. */
export async function beginSilence({ owner, openRoom }: CapacityStage): Promise<() => Promise<Figure[]>> {
  const room = await openRoom();
  const crowd = startCrowd();
  const look = (): Promise<LiveRoom> =>
    owner.session.json<LiveRoom>('GET', `/api/videos/${room.videoId}/room`);
  await crowd.ask('join', { urls: await room.seats(2), dialect: 'room' });
  await pause(1_000);
  const before = await look();
  const begunAtMs = Date.now();
  return async () => {
    await pause(Math.max(0, begunAtMs + SILENCE_MS - Date.now()));
    const spokenAtMs = Date.now();
    const heard = await crowd.ask('talk', { from: 0, to: 1, perSecond: 1, seconds: 1 });
    const after = await look();
    const ended = await crowd.ask('ended');
    crowd.stop();
    room.host.close();
    const hasSlept = after.awakeSinceMs >= spokenAtMs && after.awakeSinceMs > before.awakeSinceMs;
    const areKept = ended.length === 0 && heard.received === 2 && after.viewers === before.viewers;
    const sockets = areKept ? 'sockets kept' : `${ended.length} sockets lost, ${heard.received} of 2 heard`;
    return [
      holds(
        'a playing room with silent viewers',
        'sleeps, sockets kept',
        `${hasSlept ? 'rebuilt on the next message' : 'stayed awake'}, ${sockets}`,
        hasSlept && areKept,
      ),
    ];
  };
}
