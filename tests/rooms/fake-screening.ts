import type { Identity } from '#protocol/ticket.ts';
import type { UpOp } from '#protocol/up.ts';
import { FakeRoom, uuid, type FakePeer } from './fake-room.ts';

export const SCREENING = uuid(60);

type Start = Extract<UpOp, { t: 'screening.start' }>;

/** Ada has started a screening as told, at 5 s and playing otherwise; Bob has come to it. */
export async function openScreening(
  settings: Partial<Start> = {},
  bobIs: Partial<Identity> = {},
): Promise<{ fake: FakeRoom; host: FakePeer; bob: FakePeer }> {
  const fake = await FakeRoom.open();
  const host = fake.enter({ userId: uuid(1), name: 'Ada' });
  host.do({ t: 'screening.start', id: SCREENING, positionSeconds: 5, isPlaying: true, ...settings });
  const bob = fake.enter({ userId: uuid(2), name: 'Bob', ...bobIs }, SCREENING);
  return { fake, host, bob };
}
