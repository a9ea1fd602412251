import { lineChart } from './chart.ts';
import { FRAME_MS, sampleSkew, type ShownFrame } from './skew-samples.ts';

/** Something that happened. */
export interface Mark {
  atMs: number;
  label: string;
}

const SHOWN_MS = 100;
const LEAD_IN_MS = 1000;

/** Where each picture was against the middle of all, over time. */
export function drawSkew(
  names: readonly string[],
  screens: readonly (readonly ShownFrame[])[],
  marks: readonly Mark[],
  untilMs: number,
): string {
  const fromMs = (marks[0]?.atMs ?? 0) - LEAD_IN_MS;
  const samples = sampleSkew(screens, fromMs, untilMs).filter((_, index) => index % 2 === 0);
  const seconds = (atMs: number): number => (atMs - fromMs) / 1000;
  const series = names.map((name, index) => ({
    name,
    points: samples.map(
      ({ atMs, placesMs }) => [seconds(atMs), (placesMs[index] ?? Number.NaN) - median(placesMs)] as const,
    ),
  }));
  return lineChart({
    title: 'Four browsers in one screening, each at another distance',
    description:
      'How many milliseconds the picture of each of four pages is ahead of the middle of the four, over time. ' +
      'They part when somebody joins or stalls and are back within a frame in seconds.',
    xLabel: 'seconds',
    yLabel: 'picture ahead of the middle of the four, in ms',
    series,
    bars: [
      { y: FRAME_MS, label: 'one frame, 33 ms' },
      { y: -FRAME_MS, label: '' },
    ],
    marks: marks.map(({ atMs, label }) => ({ x: seconds(atMs), label })),
    xRange: [0, seconds(untilMs)],
    yRange: [-SHOWN_MS, SHOWN_MS],
  });
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const [low, high] = [
    sorted[Math.floor((sorted.length - 1) / 2)],
    sorted[Math.ceil((sorted.length - 1) / 2)],
  ];
  return ((low ?? Number.NaN) + (high ?? Number.NaN)) / 2;
}
