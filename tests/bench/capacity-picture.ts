import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Measured } from './capacity-scenes.ts';
import { lineChart, type Series } from './chart.ts';

const FOLDER = path.join(import.meta.dirname, 'pictures');

/** Of one server, by how many sockets heard it. */
export interface Measurements {
  name: string;
  bySize: ReadonlyMap<number, Measured>;
}

/** Draws latency against room size, as measured in this run. */
export function drawLatency(perSecond: number, room: Measurements, peers: readonly Measurements[]): void {
  const picture = lineChart({
    title: `From sending a comment to every screen, ${perSecond} comments a second`,
    xLabel: 'sockets in the room',
    yLabel: 'milliseconds',
    xScale: 'log',
    yScale: 'log',
    hasDots: true,
    bars: [{ y: 300, label: 'bar: 300 ms' }],
    series: [curveOf(room, 'p50Ms'), ...[room, ...peers].map((server) => curveOf(server, 'p99Ms'))],
  });
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, 'latency.svg'), picture);
}

const curveOf = ({ name, bySize }: Measurements, share: 'p50Ms' | 'p99Ms'): Series => ({
  name: `${name} ${share === 'p50Ms' ? 'p50' : 'p99'}`,
  points: [...bySize]
    .sort(([a], [b]) => a - b)
    // A logarithm has no zero.
    .map(([size, measured]) => [size, Math.max(0.1, measured[share])] as const),
});
