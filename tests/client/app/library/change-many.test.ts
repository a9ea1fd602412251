import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { changeInLots } from '#client/app/library/change-many.ts';
import type { Outcome } from '#client/app/library/outcomes.ts';
import { createJobs } from '#client/ui/jobs.ts';

const jobs = createJobs(() => undefined);
const shell = { jobs };
const done = (ids: readonly string[]): Outcome[] => ids.map((id) => ({ id, isDone: true, detail: null }));

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** Each lot takes a second. */
const slowly = (change: (ids: readonly string[]) => Outcome[]) => async (ids: readonly string[]) => {
  await new Promise((resolve) => setTimeout(resolve, 1000));
  return change(ids);
};
const jobNow = () => jobs.all.value.map(({ label, detail, share }) => [label, detail, share]);

describe('a change of many', () => {
  test('that is over soon is not among the long work', async () => {
    const change = changeInLots(shell, {
      label: 'Tagging 2 videos',
      ids: ['a', 'b'],
      lot: 100,
      change: (ids) => Promise.resolve(done(ids)),
    });
    expect(await change).toEqual(done(['a', 'b']));
    await vi.advanceTimersByTimeAsync(2000);
    expect(jobNow()).toEqual([]);
  });

  test('that takes a while says how far it is, and goes when it is over', async () => {
    const change = changeInLots(shell, {
      label: 'Moving 4 videos',
      ids: [...'abcd'],
      lot: 2,
      change: slowly(done),
    });
    await vi.advanceTimersByTimeAsync(1100);
    expect(jobNow()).toEqual([['Moving 4 videos', '2 of 4', 0.5]]);
    await vi.advanceTimersByTimeAsync(1000);
    expect(await change).toEqual(done([...'abcd']));
    expect(jobNow()).toEqual([]);
  });

  test('can be stopped between two lots; what was not begun is left out with that reason', async () => {
    const change = changeInLots(shell, {
      label: 'Moving 4 videos',
      ids: [...'abcd'],
      lot: 2,
      change: slowly(done),
    });
    await vi.advanceTimersByTimeAsync(800);
    jobs.all.value[0]?.actions.find(({ label }) => label === 'Stop')?.act();
    await vi.advanceTimersByTimeAsync(300);
    expect(await change).toEqual([
      ...done(['a', 'b']),
      { id: 'c', isDone: false, detail: 'You stopped before it.' },
      { id: 'd', isDone: false, detail: 'You stopped before it.' },
    ]);
  });

  test('goes on behind a lot that failed, whose videos are left out with its reason', async () => {
    const outcomes = await changeInLots(shell, {
      label: 'Moving 3 videos',
      ids: [...'abc'],
      lot: 1,
      change: ([id = '']) =>
        id === 'b' ? Promise.reject(new Error('It has versions.')) : Promise.resolve(done([id])),
    });
    expect(outcomes).toEqual([
      ...done(['a']),
      { id: 'b', isDone: false, detail: 'It has versions.' },
      ...done(['c']),
    ]);
  });
});
