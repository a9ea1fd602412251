import { describe, expect, test } from 'vitest';
import { nextReport, outSince } from '#client/room/sync-report.ts';

describe('reports', () => {
  const sync = (offsetMs: number | null, status = 'in-step', outForMs = 0) => ({
    status,
    offsetMs,
    errorMs: 3,
    outForMs,
  });
  const report = (atMs: number, offsetMs: number) => ({ atMs, offsetMs, errorMs: 3 });

  test('tell of being far out once that lasts, though the picture has not settled', () => {
    expect(nextReport(null, sync(-2300, 'stalled', 1900), 0)).toBeNull();
    expect(nextReport(null, sync(-2300, 'stalled', 2000), 0)).toEqual(report(0, -2300));
    expect(nextReport(null, sync(-60, 'settling', 9000), 0)).toBeNull();
  });

  test('tell once of who stands still while all go on, however long', () => {
    const standing = nextReport(null, sync(-45_000, 'blocked', 45_000), 0);
    expect(standing).toEqual(report(0, -10_000));
    expect(nextReport(standing, sync(-3_645_000, 'blocked', 3_645_000), 3_600_000)).toBeNull();
    expect(nextReport(standing, sync(4), 4_000)).toEqual(report(4_000, 4));
  });

  test('are rare, but for coming and going out of step', () => {
    expect(nextReport(report(0, 5), sync(30), 14_999)).toBeNull();
    expect(nextReport(report(0, 5), sync(30), 15_000)).toEqual(report(15_000, 30));
    expect(nextReport(report(0, -900), sync(4), 4_000)).toEqual(report(4_000, 4));
    expect(nextReport(report(0, 5), sync(10), 60_000)).toBeNull();
  });

  test('count the time out of step through seeks, until in step', () => {
    const step = (offsetMs: number | null, status = 'settling') => ({ offsetMs, status });
    expect(outSince(null, step(-400), 50)).toBe(50);
    expect(outSince(50, step(-300), 900)).toBe(50);
    expect(outSince(50, step(null), 900)).toBe(50);
    expect(outSince(50, step(-20), 900)).toBeNull();
    expect(outSince(50, step(null, 'blocked'), 900)).toBeNull();
  });
});
