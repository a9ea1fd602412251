import type { Context } from 'hono';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { AppEnv } from '#worker/context.ts';
import type { Env } from '#worker/env.ts';
import { revokeForSure, revokeInRoom } from '#worker/rooms/room-gateway.ts';

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

/** A request, and what goes on behind its answer. */
function requestTo(env: Env) {
  const behind: Promise<unknown>[] = [];
  const executionCtx = { waitUntil: (work: Promise<unknown>) => void behind.push(work) };
  return { c: { env, executionCtx } as unknown as Context<AppEnv>, behind };
}

test('R62 a room that is away longer is told behind the answer, which does not wait for it', async () => {
  const { env, asked } = roomsThatFail(4);
  const { c, behind } = requestTo(env);
  const answered = revokeForSure(c, 'video', { everyone: true });
  await vi.advanceTimersByTimeAsync(500);
  await answered;
  expect([asked(), behind.length]).toEqual([3, 1]);
  await vi.advanceTimersByTimeAsync(25_000);
  await Promise.all(behind);
  expect(asked()).toBe(5);
});

test('R62 a room that stays away is named in the log, and the request fails for no such thing', async () => {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  const { env } = roomsThatFail(99);
  const { c, behind } = requestTo(env);
  const answered = revokeForSure(c, 'video', { everyone: true });
  await vi.advanceTimersByTimeAsync(29_000);
  await answered;
  await Promise.all(behind);
  expect(logged.mock.calls.flat().join()).toContain('"videoId":"video"');
  logged.mockRestore();
});
