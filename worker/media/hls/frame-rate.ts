import type { SampleTable } from '../mp4/sample-table.ts';

/** Frames per second as an exact fraction; `isVariable` when no single one fits (then it is the mean). */
export type FrameRate = { num: number; den: number; isVariable: boolean };

const NTSC_DEN = 1001;
const USUAL_RATES: [number, number][] = [
  ...[24_000, 30_000, 48_000, 60_000, 120_000].map((num): [number, number] => [num, NTSC_DEN]),
  ...[10, 12, 15, 20, 24, 25, 30, 48, 50, 60, 90, 100, 120, 144, 240].map((num): [number, number] => [
    num,
    1,
  ]),
];

/** Runs of equal durations from the file's stts; the last sample's own duration is left out (it is often odd). */
type Run = { samples: number; ticks: number };

/**
 * A rate is constant when every frame stands within one tick of where that rate puts it: exactly, where all
 * durations are equal, and for the usual rates also where the timescale cannot hold them (30/1.001 in
 * milliseconds is 33, 33, 34). Looks at runs, not samples: between its ends a run cannot stray further.
 */
export function frameRateOf(table: SampleTable, timescale: number): FrameRate | undefined {
  const runs = readRuns(table);
  const frames = runs.reduce((sum, run) => sum + run.samples, 0);
  const ticks = runs.reduce((sum, run) => sum + run.samples * run.ticks, 0);
  if (frames === 0 || ticks === 0) return undefined;
  const first = runs[0];
  if (runs.length === 1 && first) return { ...fraction(timescale, first.ticks), isVariable: false };
  for (const [num, den] of USUAL_RATES) {
    if (fits(runs, (timescale * den) / num)) return { num, den, isVariable: false };
  }
  return { ...fraction(frames * timescale, ticks), isVariable: true };
}

function readRuns(table: SampleTable): Run[] {
  const runs: Run[] = [];
  let left = table.count - 1;
  for (let entry = 0; entry < table.durations.entries && left > 0; entry++) {
    const at = table.durations.at + 8 * entry;
    const samples = Math.min(left, table.view.getUint32(at));
    const ticks = table.view.getUint32(at + 4);
    left -= samples;
    const last = runs.at(-1);
    if (last?.ticks === ticks) last.samples += samples;
    else if (samples > 0) runs.push({ samples, ticks });
  }
  return runs;
}

function fits(runs: Run[], frameTicks: number): boolean {
  let frames = 0;
  let ticks = 0;
  return runs.every((run) => {
    frames += run.samples;
    ticks += run.samples * run.ticks;
    return Math.abs(ticks - frames * frameTicks) <= 1;
  });
}

function fraction(num: number, den: number): { num: number; den: number } {
  const divisor = greatestCommonDivisor(num, den);
  return { num: num / divisor, den: den / divisor };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
