import { expect, test } from 'vitest';
import {
  byAge,
  MOST_IN_FLIGHT,
  isExpired,
  isLasting,
  listOutdated,
  nextExpiryMs,
  nextToSend,
} from '#client/room/outbox.ts';
import { readKept } from '#client/room/kept-op.ts';
import { nextDelayMs } from '#client/room/back-off.ts';
import { idOf } from './samples.ts';

const comment = (number: number, madeAtMs = 0) => ({
  op: { t: 'comment.post' as const, id: idOf(number), content: 'x' },
  madeAtMs,
});
const pause = { op: { t: 'playback.pause' as const, id: idOf(99), positionSeconds: 1 }, madeAtMs: 1000 };

test('ops go out in the order they were made, few at once, none twice', () => {
  const pending = Array.from({ length: 40 }, (_, index) => comment(index));
  const first = nextToSend(pending, new Set());
  expect(first.map(({ op }) => op.id)).toEqual(pending.slice(0, MOST_IN_FLIGHT).map(({ op }) => op.id));
  const inFlight = new Set(first.slice(1).map(({ op }) => op.id));
  expect(nextToSend(pending.slice(1), inFlight)).toEqual([pending[MOST_IN_FLIGHT]]);
});

test('an op stands behind all of its age and older', () => {
  const waiting = [comment(1, 100), comment(2, 200), comment(3, 200)];
  const order = (madeAtMs: number) => byAge(waiting, comment(9, madeAtMs)).map(({ op }) => op.id);
  expect(order(50)).toEqual([9, 1, 2, 3].map(idOf));
  expect(order(100)).toEqual([1, 9, 2, 3].map(idOf));
  expect(order(200)).toEqual([1, 2, 3, 9].map(idOf));
  expect(byAge([], comment(9))).toEqual([comment(9)]);
});

test('words keep for a day, a pause for seconds', () => {
  expect(isExpired(pause, 7000)).toBe(true);
  expect(isExpired(comment(1), 7000)).toBe(false);
  expect(isExpired(comment(1), 25 * 3_600_000)).toBe(true);
  expect([isLasting(pause.op), isLasting(comment(1).op)]).toEqual([false, true]);
  expect(nextExpiryMs([comment(1), pause])).toBe(6000);
  expect(nextExpiryMs([])).toBeUndefined();
});

test('a return is spread over the server’s window, which doubles up to half a minute', () => {
  const longest = (attempt: number, windowMs: number) => nextDelayMs(attempt, windowMs, () => 1);
  expect([1, 2, 3, 20].map((attempt) => longest(attempt, 2000))).toEqual([2000, 4000, 8000, 30_000]);
  expect(longest(1, 0)).toBe(500);
  expect(nextDelayMs(5, 2000, () => 0)).toBe(0);
});

test('of progress that waits only the newest is worth sending; what is on its way is let go', () => {
  const progress = (number: number) => ({
    op: { t: 'progress.set' as const, id: idOf(number), positionSeconds: number, isCompleted: false },
    madeAtMs: number,
  });
  const pending = [progress(1), comment(2), progress(3), progress(4)];
  expect(listOutdated(pending, new Set([idOf(1)]))).toEqual([idOf(3)]);
  expect(isLasting(progress(1).op)).toBe(true);
});

test('what lies in storage is read as it is; of what another version wrote, the words are saved', () => {
  const row = { opId: idOf(1), videoId: idOf(2), userId: null, madeAtMs: 5 };
  const { op } = comment(1);
  expect(readKept({ ...row, op })).toEqual({ userId: null, pending: { op, madeAtMs: 5 } });
  const older = { t: 'comment.post', content: 'x', about: 'a field long gone', id: 1 };
  const saved = readKept({ ...row, op: older });
  expect(saved?.pending.op).toEqual(op);
  expect(saved && isExpired(saved.pending, Date.now())).toBe(true);
  expect([readKept({ ...row, op: { t: 'gone' } }), readKept(null), readKept({ op })]).toEqual([
    undefined,
    undefined,
    undefined,
  ]);
});
