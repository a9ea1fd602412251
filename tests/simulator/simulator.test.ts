import { afterAll, describe, expect, test, vi } from 'vitest';
import { FRAME_MS } from './measure.ts';
import { MUTATIONS } from './mutations.ts';
import { simulateRoom } from './simulate.ts';
import { Measured } from './watch.ts';

// On a busy machine; alone the whole file takes about three seconds.
vi.setConfig({ testTimeout: 30_000 });
const SEEDS = Array.from({ length: 25 }, (_, index) => 1000 + index);

afterAll(() => vi.resetConfig());

test('rooms live through everything that befalls them, and nothing is lost, doubled or out of step', async () => {
  const measured = new Measured();
  for (const seed of SEEDS) {
    const { violations } = await simulateRoom({ seed, measured });
    expect({ seed, violations }).toEqual({ seed, violations: [] });
  }
  expect(measured.skew.count).toBeGreaterThan(1000);
  expect(measured.skew.percentileMs(0.5)).toBeLessThan(FRAME_MS);
  expect(measured.skew.percentileMs(0.95)).toBeLessThan(2 * FRAME_MS);
});

test('a seed replays the same life, and another lives another', async () => {
  const [first, again, other] = [7, 7, 8].map((seed) => ({ seed }));
  if (!first || !again || !other) throw new Error('unreachable');
  const lived = await simulateRoom(first);
  expect(await simulateRoom(again)).toEqual(lived);
  expect((await simulateRoom(other)).traceHash).not.toBe(lived.traceHash);
});

test('what is looked at in bursts is as steady frame by frame', async () => {
  for (const seed of SEEDS.slice(0, 3))
    expect((await simulateRoom({ seed, isEveryFrame: true })).violations).toEqual([]);
});

describe('a product that is broken is found out', () => {
  const FOUND_BY: Record<keyof typeof MUTATIONS, string> = {
    'forgets ops': 'nothing twice',
    'loses comments': 'nothing acked is lost',
    'reuses seq': 'seq is used once',
    'counts a reaction twice': 'a reaction counts once',
    'loses progress': 'the latest progress stands',
    'waits for too long': 'a wait ends in 10 s',
    'tells of each seek as of a stall': 'no wait begets the next',
    'plays while others are waited for': 'who waits stands still',
    'takes silence for a yes': 'Postgres has it',
    'is too sure of its clock': 'the clock knows its error',
    'never doubts its first look at the clock': 'the clock knows its error',
    'does not notice that it slept': 'the clock knows its error',
    'never nudges': 'on the frame within 3 s',
    'nudges too hard': 'rate within 5 %',
    'reads the clock wrong': 'on the frame within 3 s',
  };
  test.each(Object.entries(MUTATIONS))('one that %s', async (name, seams) => {
    const rules = new Set<string>();
    for (const seed of SEEDS) {
      for (const { rule } of (await simulateRoom({ seed, seams })).violations) rules.add(rule);
      if (rules.has(FOUND_BY[name as keyof typeof MUTATIONS])) break;
    }
    expect([...rules]).toContain(FOUND_BY[name as keyof typeof MUTATIONS]);
  });
});
