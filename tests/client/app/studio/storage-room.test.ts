import { expect, test } from 'vitest';
import { bytesAhead, objectionTo } from '#client/app/studio/upload/storage-room.ts';
import { rowOf, type Stage, type UploadRow, type Video } from '#client/app/studio/upload/upload-row.ts';

const row = (
  name: Exclude<Stage['name'], 'failed'>,
  size: number,
  part: Partial<UploadRow> = {},
): UploadRow => ({
  ...rowOf(new File(['x'.repeat(size)], 'film.mp4'), null, null),
  stage: { name },
  ...part,
});

test('a file has room as long as it fits beside what is stored and what is before it in the line', () => {
  const storage = { usedBytes: 6_000_000, limitBytes: 10_000_000 };
  expect(objectionTo({ sizeBytes: 4_000_000, aheadBytes: 0 }, storage)).toBeUndefined();
  expect(objectionTo({ sizeBytes: 4_000_000, aheadBytes: 1_500_000 }, storage)).toBe(
    'There is no room for its 4 MB: of the 10 MB that may be stored, 2.5 MB are left. Nothing was sent. ' +
      'Delete what is not needed and empty the trash, then retry.',
  );
  expect(objectionTo({ sizeBytes: 1, aheadBytes: 9_000_000 }, storage)).toContain('none is left');
  expect(objectionTo({ sizeBytes: 1e12, aheadBytes: 0 }, { usedBytes: 1, limitBytes: null })).toBeUndefined();
});

test('in the line before a file are those the server has not heard of, that go to the same place', () => {
  const video = { id: 'v' } as Video;
  const mine = row('queued', 100);
  const elsewhere = row('queued', 40);
  const rows = [
    row('queued', 1),
    row('paused', 2),
    elsewhere,
    row('sending', 4, { video }),
    row('queued', 8, { isLeaving: true }),
    mine,
    row('queued', 16),
  ];
  expect(bytesAhead(rows, mine.id, ({ id }) => id !== elsewhere.id)).toBe(3);
});
