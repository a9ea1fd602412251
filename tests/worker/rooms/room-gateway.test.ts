import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Env } from '#worker/env.ts';
import { revokeInRoom } from '#worker/rooms/room-gateway.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** Rooms that cannot be reached so many times. */
function roomsThatFail(times: number): { env: Env; asked: () => number } {
  let asked = 0;
  const revoke = async () => {
    asked += 1;
    if (asked <= times) throw new Error('The object was reset.');
    return 3;
  };
  return { env: { ROOMS: { getByName: () => ({ revoke }) } } as unknown as Env, asked: () => asked };
}

test.each([0, 1, 2])(
  'R62 a room that fails %i times is told all the same, within a second',
  async (times) => {
    const { env } = roomsThatFail(times);
    const closed = revokeInRoom(env, 'video', { everyone: true });
    await vi.advanceTimersByTimeAsync(500);
    expect(await closed).toBe(3);
  },
);

test('R62 a room that is away is UNAVAILABLE, not forgotten silently', async () => {
  const { env, asked } = roomsThatFail(99);
  const outcome = expect(revokeInRoom(env, 'video', { everyone: true })).rejects.toMatchObject({
    code: 'UNAVAILABLE',
  });
  await vi.advanceTimersByTimeAsync(500);
  await outcome;
  expect(asked()).toBe(3);
});
