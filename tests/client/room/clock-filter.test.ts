import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  EMPTY_FILTER,
  addSample,
  estimateAt,
  toSample,
  type ClockFilter,
} from '#client/room/clock-filter.ts';
import { Chance } from '#tests/simulator/chance.ts';

const OFFSET_MS = 5000;

/** A question asked at `atMs` on the local clock, over a road of those lengths, of a server that is ahead. */
const ask = (atMs: number, upMs: number, downMs: number, offsetMs = OFFSET_MS) => {
  const receivedMs = atMs + upMs + offsetMs;
  return toSample({
    askedMs: atMs,
    receivedMs,
    answeredMs: receivedMs + 1,
    heardMs: atMs + upMs + downMs + 1,
  });
};

const feed = (samples: ReturnType<typeof ask>[]): ClockFilter => samples.reduce(addSample, EMPTY_FILTER);

test('an even road tells the offset exactly', () => {
  expect(ask(0, 20, 20)).toEqual({ atLocalMs: 20.5, offsetMs: OFFSET_MS, delayMs: 40 });
});

test('nothing is known before the first sample', () => {
  expect(estimateAt(EMPTY_FILTER, 0)).toBeNull();
});

test('the quickest sample is believed', () => {
  const filter = feed([ask(0, 150, 20), ask(100, 6, 4), ask(200, 30, 90)]);
  expect(estimateAt(filter, 300)?.offsetMs).toBeCloseTo(OFFSET_MS + 1);
});

/** The typical error of an estimate after fourteen questions, over roads that chance decides. */
function typicalErrorMs(legMs: (chance: Chance) => number, errorOf: (samples: Samples) => number): number {
  const errors = Array.from({ length: 300 }, (_, seed) => {
    const chance = new Chance(seed);
    return errorOf(Array.from({ length: 14 }, (_, index) => ask(index * 500, legMs(chance), legMs(chance))));
  });
  return Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
}

type Samples = ReturnType<typeof ask>[];
const blended = (samples: Samples) => (estimateAt(feed(samples), 7000)?.offsetMs ?? Number.NaN) - OFFSET_MS;
const quickest = (samples: Samples) =>
  samples.reduce((one, other) => (one.delayMs <= other.delayMs ? one : other)).offsetMs - OFFSET_MS;

test.each([
  ['a jitter of a tenth at 300 ms', (chance: Chance) => chance.between(135, 165), 0.7],
  ['queues', (chance: Chance) => 20 + chance.gap(5), 0.8],
  ['a spike now and then', (chance: Chance) => 10 + chance.gap(2) + (chance.next() < 0.2 ? 60 : 0), 1.1],
  ['hardly any jitter', (chance: Chance) => 5 + chance.gap(0.5), 1.5],
])(
  'over %s the nearly quickest samples make up for luck, and spoil little where there is none',
  (_road, legMs, share) => {
    expect(typicalErrorMs(legMs, blended)).toBeLessThan(share * typicalErrorMs(legMs, quickest));
  },
);

test('an old quick sample gives way to a new fair one', () => {
  const filter = feed([ask(0, 3, 1), ask(400_000, 12, 12)]);
  expect(estimateAt(filter, 400_100)?.offsetMs).toBeCloseTo(OFFSET_MS);
});

test('the error bound holds for any road', () => {
  const leg = fc.double({ min: 0.2, max: 400, noNaN: true });
  const road = fc.array(fc.tuple(leg, leg), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(road, (legs) => {
      const filter = feed(legs.map(([up, down], index) => ask(index * 500, up, down)));
      const estimate = estimateAt(filter, legs.length * 500);
      expect(Math.abs((estimate?.offsetMs ?? Infinity) - OFFSET_MS)).toBeLessThanOrEqual(
        (estimate?.errorMs ?? 0) + 1e-6,
      );
    }),
  );
});

describe('over time', () => {
  test('drift is read from the long arm and carried forward', () => {
    const ppm = 80;
    const samples = Array.from({ length: 20 }, (_, minute) => {
      const atMs = minute * 60_000;
      return ask(atMs, 5, 5, OFFSET_MS + (atMs * ppm) / 1e6);
    });
    const estimate = estimateAt(feed(samples), 20 * 60_000);
    expect(estimate?.driftPpm).toBeGreaterThan(70);
    const trueMs = OFFSET_MS + (20 * 60_000 * ppm) / 1e6;
    expect(Math.abs((estimate?.offsetMs ?? 0) - trueMs)).toBeLessThan(1);
  });

  test('jitter is not mistaken for drift', () => {
    const samples = Array.from({ length: 20 }, (_, minute) => ask(minute * 60_000, 5 + (minute % 3) * 10, 5));
    expect(Math.abs(estimateAt(feed(samples), 20 * 60_000)?.driftPpm ?? Infinity)).toBeLessThan(5);
  });

  test('after a jump the past is forgotten at once', () => {
    const filter = feed([ask(0, 5, 5), ask(1000, 5, 5), ask(60_000, 5, 5, OFFSET_MS - 30_000)]);
    expect(filter.samples).toHaveLength(1);
    expect(estimateAt(filter, 60_100)?.offsetMs).toBeCloseTo(OFFSET_MS - 30_000);
  });
});
