import type { Anchors, Row, Table } from './rows.ts';

export type Values = (at: Anchors) => Row;

/** A check: rows it takes and rows it refuses, each a valid row but for these values. */
export type CheckCase = { name: string; table: Table; passes: Values[]; fails: Values[] };

export const given =
  (row: Row): Values =>
  () =>
    row;

export const check = (name: string, table: Table, passes: Row[], fails: Row[]): CheckCase => ({
  name,
  table,
  passes: passes.map(given),
  fails: fails.map(given),
});

/** For a row that must not point at itself. */
export const ITSELF = '11111111-1111-4111-8111-111111111111';
