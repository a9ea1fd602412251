import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClockStamps } from '#client/room/clock-filter.ts';
import { createClockOf } from '#client/room/clock.ts';

const OFFSET_MS = 700;
const watchers = new Set<() => void>();
let isVisible = true;
let wallSlipMs = 0;
let probes = 0;

beforeEach(() => {
  vi.useFakeTimers({ now: 1_000_000 });
  isVisible = true;
  wallSlipMs = 0;
  probes = 0;
  watchers.clear();
});
afterEach(() => vi.useRealTimers());

const askAtOnce = async (): Promise<ClockStamps> => {
  probes += 1;
  const askedMs = Date.now();
  const serverMs = askedMs + 4 + OFFSET_MS;
  return { askedMs, receivedMs: serverMs, answeredMs: serverMs, heardMs: askedMs + 8 };
};

const openClock = (probe = askAtOnce) =>
  createClockOf({
    probe,
    surroundings: {
      isVisible: () => isVisible,
      isOnline: () => true,
      onChange: (listener) => {
        watchers.add(listener);
        return () => watchers.delete(listener);
      },
    },
    nowMs: () => Date.now(),
    wallMs: () => Date.now() + wallSlipMs,
  });

test('asks in a burst, then once a minute', async () => {
  const clock = openClock();
  expect(clock.serverNowMs()).toBeNull();
  clock.start();
  await vi.advanceTimersByTimeAsync(1000);
  expect(probes).toBeGreaterThanOrEqual(8);
  expect(clock.serverNowMs()).toBe(Date.now() + OFFSET_MS);
  await vi.advanceTimersByTimeAsync(60_000);
  const burst = probes;
  await vi.advanceTimersByTimeAsync(10 * 60_000);
  expect(probes - burst).toBeLessThanOrEqual(11);
  clock.stop();
});

test('says how wrong it may be, and is less sure as time goes by', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(2000);
  const fresh = clock.getEstimate()?.errorMs ?? 0;
  expect(fresh).toBeLessThan(6);
  clock.stop();
  await vi.advanceTimersByTimeAsync(600_000);
  expect(clock.getEstimate()?.errorMs).toBeGreaterThan(fresh + 30);
});

test('asks nothing while nobody looks, and at once when somebody does', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(90_000);
  isVisible = false;
  const before = probes;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(probes).toBe(before);
  isVisible = true;
  for (const watcher of watchers) watcher();
  await vi.advanceTimersByTimeAsync(300);
  expect(probes).toBeGreaterThan(before + 3);
  clock.stop();
});

test('forgets what it knew when the machine has slept', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(90_000);
  wallSlipMs = 3_600_000;
  isVisible = true;
  const before = probes;
  for (const watcher of watchers) watcher();
  expect(clock.serverNowMs()).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(probes).toBeGreaterThan(before);
  expect(clock.serverNowMs()).toBe(Date.now() + OFFSET_MS);
  clock.stop();
});

test('a hidden page that is told of nothing finds out when it asks, and measures anew', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(90_000);
  isVisible = false;
  wallSlipMs = 3_600_000;
  expect(clock.serverNowMs()).toBeNull();
  await vi.advanceTimersByTimeAsync(200);
  expect(clock.serverNowMs()).toBe(Date.now() + OFFSET_MS);
  clock.stop();
});

test('has forgotten by the time it is wanted again when the machine slept meanwhile', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(1000);
  clock.stop();
  wallSlipMs = 3_600_000;
  clock.start();
  expect(clock.serverNowMs()).toBeNull();
  clock.stop();
});

test('begins anew when it is wanted again: jumps that cancelled out meanwhile left no trace', async () => {
  const clock = openClock();
  clock.start();
  await vi.advanceTimersByTimeAsync(1000);
  clock.stop();
  clock.start();
  expect(clock.getEstimate()).toBeNull();
  await vi.advanceTimersByTimeAsync(1000);
  expect(clock.serverNowMs()).toBe(Date.now() + OFFSET_MS);
  clock.stop();
});

test('believes no answer to a question from before a sleep', async () => {
  const probe = () =>
    new Promise<ClockStamps>((resolve) => {
      const askedMs = Date.now();
      const sleptMs = wallSlipMs;
      setTimeout(() => {
        const serverMs = askedMs + 4 + OFFSET_MS + sleptMs;
        resolve({ askedMs, receivedMs: serverMs, answeredMs: serverMs, heardMs: askedMs + 8 });
      }, 8);
    });
  const clock = openClock(probe);
  clock.start();
  await vi.advanceTimersByTimeAsync(5);
  wallSlipMs = 30_000;
  for (const watcher of watchers) watcher();
  await vi.advanceTimersByTimeAsync(5);
  expect(clock.serverNowMs()).toBeNull();
  await vi.advanceTimersByTimeAsync(100);
  expect(clock.serverNowMs()).toBe(Date.now() + OFFSET_MS + wallSlipMs);
  clock.stop();
});

test('runs for as long as anybody needs it', async () => {
  const clock = openClock();
  clock.start();
  clock.start();
  clock.stop();
  await vi.advanceTimersByTimeAsync(500);
  expect(probes).toBeGreaterThan(3);
  clock.stop();
  const before = probes;
  await vi.advanceTimersByTimeAsync(600_000);
  expect(probes).toBe(before);
});
