import { expect, test } from 'vitest';
import { fingerprintOf } from '#client/app/studio/upload/fingerprint.ts';
import {
  jobOf,
  mayPause,
  nextToSend,
  rowOf,
  takesVideoAlong,
  titleOf,
  type Stage,
  type UploadRow,
  type Video,
} from '#client/app/studio/upload/upload-row.ts';

const row = (
  id: string,
  name: Exclude<Stage['name'], 'failed'>,
  part: Partial<UploadRow> = {},
): UploadRow => ({
  id,
  file: new File(['0123456789'], 'my_film.mp4'),
  stage: { name },
  sentBytes: 4,
  pace: null,
  facts: null,
  warnings: [],
  video: null,
  madeVideo: true,
  versionOf: null,
  isLeaving: false,
  ...part,
});

test('two go at once, in their order, and what is cancelled or paused takes no place', () => {
  const queued = [row('c', 'queued'), row('d', 'queued'), row('e', 'queued')];
  expect(nextToSend(queued)).toEqual(['c', 'd']);
  expect(nextToSend([row('a', 'sending'), ...queued])).toEqual(['c']);
  expect(nextToSend([row('a', 'sending'), row('b', 'preparing'), ...queued])).toEqual([]);
  expect(nextToSend([row('a', 'paused'), row('b', 'sending', { isLeaving: true }), ...queued])).toEqual([
    'c',
    'd',
  ]);
});

test('in the tray a row tells how far it is, and never that all is there before the server says so', () => {
  expect(jobOf(row('a', 'sending'), [])).toMatchObject({
    label: 'my film',
    state: 'running',
    share: 0.4,
    detail: '4 bytes of 10 bytes',
  });
  expect(jobOf(row('a', 'sending', { sentBytes: 10 }), []).share).toBeLessThan(1);
  expect(jobOf(row('a', 'offline'), [])).toMatchObject({
    state: 'waiting',
    stage: 'Waiting for the connection',
  });
  const error = { message: 'It is no video.' };
  expect(jobOf(row('a', 'sending', { stage: { name: 'failed', error, mayRetry: false } }), [])).toMatchObject(
    {
      state: 'failed',
      failure: error,
    },
  );
});

test('what is being prepared cannot be paused any more', () => {
  expect(mayPause(row('a', 'offline'))).toBe(true);
  expect(mayPause(row('a', 'preparing'))).toBe(false);
});

test.each([
  ['my_film.final.mp4', 'my film.final'],
  ['.mp4', 'Untitled'],
  ['holiday', 'holiday'],
])('the file %s makes the title %s', (name, title) => {
  expect(titleOf(name)).toBe(title);
});

test('a file is known again by what is in it, whatever it is called, and only by its owner', async () => {
  const bytes = new Uint8Array(900_000).map((_, index) => index % 251);
  const file = new File([bytes], 'one.mp4');
  const known = await fingerprintOf(file, 'ann');
  expect(await fingerprintOf(new File([bytes], 'other.mp4', { lastModified: 1 }), 'ann')).toBe(known);
  expect(await fingerprintOf(file, 'bob')).not.toBe(known);
  const edited = bytes.slice();
  edited[450_000] = 255;
  expect(await fingerprintOf(new File([edited], 'one.mp4'), 'ann')).not.toBe(known);
});

test('a cancelled upload takes its video along only where it made it: one that was there keeps its comments', () => {
  const file = new File(['0123456789'], 'my_film.mp4');
  const video = { id: 'a' } as Video;
  const begunBefore = (madeVideo: boolean) =>
    rowOf(file, { video, sentBytes: 4, begun: { madeVideo } }, null);
  expect(takesVideoAlong(rowOf(file, null, null))).toBe(false);
  expect(takesVideoAlong({ ...rowOf(file, null, null), video })).toBe(true);
  expect(takesVideoAlong(rowOf(file, { video, sentBytes: 0 }, null))).toBe(false);
  expect(takesVideoAlong(begunBefore(true))).toBe(true);
  expect(takesVideoAlong(begunBefore(false))).toBe(false);
});
