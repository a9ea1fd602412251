import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { clusterMarkers, spansOf } from '#client/player/marker-clusters.ts';

const marker = (id: string, positionSeconds: number) => ({ id, positionSeconds, label: id });

test('markers whose buttons would cover each other share one', () => {
  const clusters = clusterMarkers([marker('c', 50), marker('b', 11), marker('a', 10)], 100, 1000);
  expect(clusters).toEqual([
    { fraction: 0.1, positionSeconds: 10, markers: [marker('a', 10), marker('b', 11)] },
    { fraction: 0.5, positionSeconds: 50, markers: [marker('c', 50)] },
  ]);
});

test('no marker is lost, and no two buttons overlap', () => {
  const positions = fc.array(fc.double({ min: 0, max: 600, noNaN: true }), { maxLength: 200 });
  fc.assert(
    fc.property(positions, fc.integer({ min: 50, max: 2000 }), (seconds, widthPx) => {
      const markers = seconds.map((position, index) => marker(String(index), position));
      const clusters = clusterMarkers(markers, 600, widthPx);
      expect(clusters.flatMap((cluster) => cluster.markers)).toHaveLength(markers.length);
      for (const [index, cluster] of clusters.entries()) {
        const before = clusters[index - 1];
        if (before) expect((cluster.fraction - before.fraction) * widthPx).toBeGreaterThan(24 - 1e-6);
      }
    }),
  );
});

test('before the duration is known there is nothing to place', () => {
  expect(clusterMarkers([marker('a', 1)], 0, 500)).toEqual([]);
});

test('a marker on more than a moment reaches to its end, at most to the end of the bar', () => {
  const markers = [
    { ...marker('a', 10), endSeconds: 30 },
    { ...marker('b', 50), endSeconds: 50 },
    { ...marker('c', 90), endSeconds: 120, isQuiet: true },
    marker('d', 5),
  ];
  expect(spansOf(markers, 100)).toEqual([
    { start: 0.1, end: 0.3, isQuiet: false },
    { start: 0.9, end: 1, isQuiet: true },
  ]);
  expect(spansOf(markers, 0)).toEqual([]);
});
