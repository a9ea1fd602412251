import { expect, test } from 'vitest';
import { storageFull } from '#worker/db/storage-full.ts';
import { standardLimitOf, storageView } from '#worker/media/storage/storage-limit.ts';

test('the operator’s setting is a number of bytes; without one there is no limit', () => {
  expect([standardLimitOf({}), standardLimitOf({ STORAGE_LIMIT_BYTES: '' })]).toEqual([null, null]);
  expect(standardLimitOf({ STORAGE_LIMIT_BYTES: '100000000000' })).toBe(100e9);
  for (const setting of ['much', '-1', '1.5', '10 GB'])
    expect(() => standardLimitOf({ STORAGE_LIMIT_BYTES: setting })).toThrow(/STORAGE_LIMIT_BYTES/);
});

test('all that lies there or is promised a place is used; an own limit stands before the standard one', () => {
  const stored = { videoBytes: 1, assetBytes: 20, trashBytes: 300, awaitedBytes: 4000, limitBytes: null };
  expect(storageView(stored, null)).toEqual({ ...stored, usedBytes: 4321 });
  expect(storageView(stored, 5000).limitBytes).toBe(5000);
  expect(storageView({ ...stored, limitBytes: 0 }, 5000).limitBytes).toBe(0);
});

test('a full storage is told with figures where the database gave them, and with what to do in any case', () => {
  const detail = '{"wantedBytes" : 51200000000, "limitBytes" : 50000000000}';
  expect(storageFull(detail, null)).toMatchObject({
    code: 'TOO_LARGE',
    problem: 'storage-full',
    message: expect.stringContaining('51.2 GB of the 50.0 GB') as string,
  });
  expect(storageFull(undefined, null).message).toContain('empty the trash');
});
