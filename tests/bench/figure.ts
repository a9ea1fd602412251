import { appendFileSync } from 'node:fs';
import os from 'node:os';
import { versions } from 'node:process';

/** One measured figure beside the bar it must reach. */
export interface Figure {
  name: string;
  /** The bar in words, e.g. `≤ 300 ms`. */
  bar: string;
  /** What was measured, in words, e.g. `212 ms`. */
  measured: string;
  isMet: boolean;
}

/** Builds a figure whose value must not exceed `most`. */
export const atMost = (name: string, value: number, most: number, unit: string, digits = 0): Figure => ({
  name,
  bar: `≤ ${most} ${unit}`.trim(),
  measured: `${value.toFixed(digits)} ${unit}`.trim(),
  isMet: Number.isFinite(value) && value <= most,
});

/** Builds a figure that either holds or does not. */
export const holds = (name: string, bar: string, measured: string, isMet: boolean): Figure => ({
  name,
  bar,
  measured,
  isMet,
});

/** The machine and versions a bench ran on, as one line. */
export const machineLine = (): string =>
  `${os.cpus().length} × ${os.cpus()[0]?.model.trim() ?? 'unknown CPU'}, ${Math.round(os.totalmem() / 2 ** 30)} GiB, ` +
  `${os.type()} ${os.release()}, Node ${versions.node}`;

/** Prints a table of figures and hands them to the runner when there is one. */
export function report(title: string, figures: Figure[]): void {
  console.log(`\n## ${title}\n${machineLine()}\n`);
  console.log(table(figures));
  const collector = process.env['LOCKSTEP_BENCH_FIGURES'];
  if (collector) appendFileSync(collector, figures.map((figure) => `${JSON.stringify(figure)}\n`).join(''));
}

/** A markdown table, columns aligned. */
export function table(figures: Figure[]): string {
  const rows = [
    ['figure', 'at least', 'measured', ''],
    ...figures.map((figure) => [figure.name, figure.bar, figure.measured, figure.isMet ? 'met' : 'MISSED']),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(3, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

/** The value below which `share` (0–1) of the samples lie; NaN of none. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}
