import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createAnnouncer } from '#client/ui/announcer.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('what happens within one interval is said in one breath, each once', () => {
  const announcer = createAnnouncer(3000);
  announcer.say('Bob joined');
  announcer.say('Bob joined');
  announcer.say('Ann paused at 1:23');
  expect(announcer.message.value).toBe('');
  vi.advanceTimersByTime(3000);
  expect(announcer.message.value).toBe('Bob joined. Ann paused at 1:23');
});

test('a later sentence starts a new breath', () => {
  const announcer = createAnnouncer(3000);
  announcer.say('One');
  vi.advanceTimersByTime(3000);
  announcer.say('Two');
  vi.advanceTimersByTime(2999);
  expect(announcer.message.value).toBe('One');
  vi.advanceTimersByTime(1);
  expect(announcer.message.value).toBe('Two');
});

test('a flood is counted, not read', () => {
  const announcer = createAnnouncer(3000);
  for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) announcer.say(`${name} joined`);
  vi.advanceTimersByTime(3000);
  expect(announcer.message.value).toBe('A joined. B joined. C joined. D joined. and 2 more');
});

test('stopped, it says nothing more', () => {
  const announcer = createAnnouncer(3000);
  announcer.say('Too late');
  announcer.stop();
  vi.advanceTimersByTime(3000);
  expect(announcer.message.value).toBe('');
});
