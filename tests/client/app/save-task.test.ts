import { describe, expect, test } from 'vitest';
import { shownOf } from '#client/app/organization/webhook-state.ts';
import { RequestFailed } from '#client/app/request.ts';
import { createSaveTask, goOnFrom, over } from '#client/app/save-task.ts';

const stale = new RequestFailed('STALE', 'Somebody changed this in the meantime.');
const failing = (error: Error) => async () => {
  throw error;
};
const shown = ({ isBusy, isStale, faults, failure }: ReturnType<typeof createSaveTask>) => ({
  isBusy: isBusy.value,
  isStale: isStale.value,
  faults: faults.value,
  failure: failure.value?.message ?? null,
});
const NOTHING = { isBusy: false, isStale: false, faults: {}, failure: null };

describe('saving a form', () => {
  test('that somebody else was faster with asks whose stays, until it is saved', async () => {
    const task = createSaveTask();
    expect(await task.run(failing(stale))).toBe(false);
    expect(shown(task)).toEqual({ ...NOTHING, isStale: true, failure: stale.message });
    let meanwhile;
    expect(await task.run(async () => (meanwhile = shown(task)))).toBe(true);
    expect(meanwhile).toEqual({ ...NOTHING, isBusy: true });
    expect(shown(task)).toEqual(NOTHING);
  });

  test('shows what is wrong at its fields, with one of a list at the field of all of them', async () => {
    const task = createSaveTask();
    const detail = 'A host name, as in example.com.';
    const faults = [
      { pointer: '/settings/embedDomains/1', detail },
      { pointer: '/name', detail: 'Too long.' },
    ];
    await task.run(failing(new RequestFailed('INVALID', 'Some fields are wrong.', { faults })));
    expect(shown(task)).toEqual({
      ...NOTHING,
      faults: { '/settings/embedDomains': detail, '/name': 'Too long.' },
      failure: 'Some fields are wrong.',
    });
    task.blame({ '/name': 'Missing.' });
    expect(task.faults.value).toEqual({ '/name': 'Missing.' });
  });

  test('that fails otherwise is no question of whose stays', async () => {
    const task = createSaveTask();
    await task.run(failing(stale));
    await task.run(failing(new Error('The server cannot be reached.')));
    expect(shown(task)).toEqual({ ...NOTHING, failure: 'The server cannot be reached.' });
  });

  test('names the version it was begun from, and none where mine is to stay all the same', () => {
    expect([over('"1"'), over(null)]).toEqual([{ 'if-match': '"1"' }, {}]);
  });
});

describe('a form that is being filled in', () => {
  const webhook = {
    id: 'w',
    organizationId: 'o',
    url: 'https://hooks.example.com/lockstep',
    description: null,
    events: [],
    isActive: true,
    disabledReason: null,
    failingSince: null,
    previousSecretExpiresAt: null,
    createdAt: '2026-11-20T00:00:00.000Z',
    updatedAt: '2026-11-20T00:00:00.000Z',
  };
  const begun = { data: webhook, etag: '"1"' };
  const read = (change: Partial<typeof webhook>) => ({ data: { ...webhook, ...change }, etag: '"2"' });

  test('saves over a newer version that shows the same, as after another signing secret', () => {
    const rotated = read({ previousSecretExpiresAt: '2026-11-21T00:00:00.000Z' as never });
    expect(goOnFrom(begun, rotated, shownOf)).toBe(rotated);
  });

  test('stays with what it was begun from where somebody changed what it shows', () => {
    expect(goOnFrom(begun, read({ url: 'https://other.example.com/' }), shownOf)).toBe(begun);
  });
});
