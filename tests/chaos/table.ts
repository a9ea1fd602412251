import type { Outcome } from './outcome.ts';

const COUNTS = [
  'posted',
  'acked',
  'stored',
  'lost',
  'duplicated',
  'unasked',
  'reacted',
  'settled',
  'otherwise',
] as const;
type Counts = Pick<Outcome, 'scenario' | (typeof COUNTS)[number]>;

/** All scenarios together. */
export function totalOf(outcomes: readonly Outcome[]): Counts {
  const sum = (name: (typeof COUNTS)[number]): number =>
    outcomes.reduce((total, outcome) => total + outcome[name], 0);
  return {
    scenario: 'total',
    posted: sum('posted'),
    acked: sum('acked'),
    stored: sum('stored'),
    lost: sum('lost'),
    duplicated: sum('duplicated'),
    unasked: sum('unasked'),
    reacted: sum('reacted'),
    settled: sum('settled'),
    otherwise: sum('otherwise'),
  };
}

/** A markdown table with the sums in its last row, columns aligned. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = [
    ['scenario', ...COUNTS, 'ack p99', 'took'],
    ...outcomes.map((outcome) => [
      ...cellsOf(outcome),
      `${outcome.ackP99Ms.toFixed(0)} ms`,
      `${outcome.tookSeconds.toFixed(0)} s`,
    ]),
    [...cellsOf(totalOf(outcomes)), '', ''],
  ];
  const [head = [], ...body] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    `| ${cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...body.map(line)].join('\n');
}

const cellsOf = (counts: Counts): string[] => [
  counts.scenario,
  ...COUNTS.map((name) => counts[name].toLocaleString('en')),
];
