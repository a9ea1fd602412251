import type { PoolClient, QueryArrayConfig, QueryArrayResult } from 'pg';
import type { IncomingHttpHeaders } from 'node:http';

export type Query = { query: string; params?: unknown[] };
export type QueryResult = {
  command: string;
  rowCount: number | null;
  rowAsArray: true;
  rows: unknown[][];
  fields: { name: string; dataTypeID: number }[];
};

// The driver parses values itself: it is handed PostgreSQL's own text.
const asText = { getTypeParser: () => (value: string) => value };

export async function runQuery(client: PoolClient, { query, params = [] }: Query): Promise<QueryResult> {
  const config = {
    text: query,
    values: params.map(textOf),
    rowMode: 'array',
    types: asText,
    queryMode: 'extended',
  };
  const result: QueryArrayResult = await client.query(config as QueryArrayConfig);
  const { command, rowCount, rows, fields } = result;
  return { command, rowCount, rowAsArray: true, rows, fields };
}

const textOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : typeof value === 'string' ? value : JSON.stringify(value);

const LEVELS: Record<string, string> = {
  ReadUncommitted: 'READ UNCOMMITTED',
  ReadCommitted: 'READ COMMITTED',
  RepeatableRead: 'REPEATABLE READ',
  Serializable: 'SERIALIZABLE',
};

/** The BEGIN a batch asked for in its headers. */
export function beginOf(headers: IncomingHttpHeaders): string {
  const level = headers['neon-batch-isolation-level'];
  if (level !== undefined && !LEVELS[String(level)]) throw new Error('invalid isolation level');
  const words = [
    'BEGIN',
    level && `ISOLATION LEVEL ${LEVELS[String(level)]}`,
    headers['neon-batch-read-only'] === 'true' && 'READ ONLY',
    headers['neon-batch-deferrable'] === 'true' && 'DEFERRABLE',
  ];
  return words.filter(Boolean).join(' ');
}
