import { describe, expect, test } from 'vitest';
import { judgeCadence, learnLag } from '#client/room/cadence.ts';
import type { SyncAction } from '#client/room/sync-step.ts';
import { CadencedViewer } from './cadenced-viewer.ts';
import { playingFrom } from './simulated-viewer.ts';

const FRAME_MS = 1000 / 30;
const seen = (shownMs: number, ms = 0, count = 20) => ({ ms, shownMs, count });

describe('how frames lag behind the clock', () => {
  test.each([
    ['near', 0],
    ['near', 16],
    ['near', -19],
    ['late', -25],
    ['early', 24],
  ])('is %s at %d ms, half a frame being luck', (verdict, shownMs) => {
    expect(judgeCadence(seen(shownMs), FRAME_MS)).toBe(verdict);
  });

  test('is not judged by a few frames, and against what the device is known for', () => {
    expect(judgeCadence(seen(-50, 0, 9), FRAME_MS)).toBe('unknown');
    expect(judgeCadence(seen(-50, -40), FRAME_MS)).toBe('near');
  });

  test.each([
    [-50, 0, -50 + FRAME_MS / 2],
    [-10, 0, 0],
    [30, -40, 30 - FRAME_MS / 2],
  ])('of %d ms teaches as little as explains it', (shownMs, knownMs, learnedMs) => {
    expect(learnLag(seen(shownMs, knownMs), FRAME_MS).ms).toBeCloseTo(learnedMs, 6);
  });
});

const playing = playingFrom(10, -60_000);
const ratesOf = (actions: readonly SyncAction[]) =>
  actions.flatMap((action) => (action.kind === 'rate' ? [action.rate] : []));

describe('a viewer whose browser keeps its cadence', () => {
  test.each([1, 2, 3, 4, 5, 6, 7, 8])('shows the nearest frame there is, wherever it starts (%d)', (seed) => {
    const viewer = new CadencedViewer(playing, seed).run(6000);
    for (let second = 0; second < 20; second += 1) {
      expect(Math.abs(viewer.run(1000).shownOffsetMs)).toBeLessThan(FRAME_MS / 2 + 6);
      expect(Math.abs(viewer.clockOffsetMs)).toBeLessThan(6);
    }
  });

  test('is back on the nearest frame after refreshes were missed, its clock where it was', () => {
    const viewer = new CadencedViewer(playing, 3).run(8000);
    const [before, done] = [viewer.shownOffsetMs, viewer.log.length];
    viewer.starve(2);
    expect(viewer.run(500).shownOffsetMs).toBeLessThan(before - 30);
    viewer.run(4500);
    expect(Math.abs(viewer.shownOffsetMs)).toBeLessThan(FRAME_MS / 2 + 6);
    expect(Math.abs(viewer.clockOffsetMs)).toBeLessThan(6);
    const actions = viewer.log.slice(done);
    expect(ratesOf(actions).slice(0, 3)).toEqual([1.015, 0.985, 1]);
    expect(actions.every(({ kind }) => kind === 'rate')).toBe(true);
  });

  test('is swung ever more rarely on a machine that keeps missing refreshes', () => {
    const viewer = new CadencedViewer(playing, 3).run(8000);
    const swingsIn = (seconds: number): number => {
      const done = viewer.log.length;
      for (let second = 0; second < seconds; second += 1) {
        viewer.run(1000);
        viewer.starve(2);
      }
      return ratesOf(viewer.log.slice(done)).filter((rate) => rate === 1.015).length;
    };
    expect(swingsIn(60)).toBeLessThanOrEqual(6);
    expect(swingsIn(60)).toBeLessThanOrEqual(2);
  });

  test('is not swung for nothing while all is well', () => {
    const viewer = new CadencedViewer(playing, 6).run(8000);
    const done = viewer.log.length;
    viewer.run(30_000);
    expect(viewer.log.length - done).toBeLessThanOrEqual(2);
  });
});
