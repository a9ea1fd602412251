import { neonConfig } from '@neondatabase/serverless';
import type { Client } from 'pg';
import { createDatabase, type Database } from '#worker/db/client.ts';

/** One statement of the product's, as PostgreSQL ran it. */
export interface Statement {
  sql: string;
  /** Which request carried it, counted from the first. */
  request: number;
  /** Planning and running. */
  ms: number;
  /** Rows of tables read from end to end, and entries of indexes, functions it calls included. */
  touched: number;
  /** Tables of thousands that were read from end to end. */
  scanned: string[];
  /** The most rows that were put in order at once. */
  sorted: number;
}

interface Plan {
  'Node Type': string;
  'Actual Rows': number;
  'Actual Loops': number;
  Plans?: Plan[];
}
interface Explained {
  Plan: Plan;
  'Planning Time': number;
  'Execution Time': number;
}
interface Sent {
  query: string;
  params: unknown[];
}

const MANY = 1000;

export interface Recorder {
  db: Database;
  /** As the role of the accounts. */
  accounts: Database;
  url: string;
  /** What was sent since the last call. */
  take(): Statement[];
  stop(): void;
}

/**
 * Databases whose requests go to the clients given, each as one transaction that is explained, run and undone: the
 * product's own code asks, and nothing changes.
 */
export function recordStatements(clients: { app: Client; accounts: Client }): Recorder {
  let statements: Statement[] = [];
  let request = 0;
  const before: unknown = neonConfig.fetchFunction;
  const [url, accountsUrl] = ['postgres://app:x@127.0.0.1/app', 'postgres://accounts:x@127.0.0.1/accounts'];
  neonConfig.fetchFunction = async (_: string, init: { body: string; headers: HeadersInit }) => {
    const asked = new Headers(init.headers).get('Neon-Connection-String');
    const client = new URL(asked ?? '').pathname === '/accounts' ? clients.accounts : clients.app;
    const body = JSON.parse(init.body) as Sent | { queries: Sent[] };
    const sent = 'queries' in body ? body.queries : [body];
    const results: unknown[] = [];
    request += 1;
    const number = request;
    await client.query('begin');
    try {
      for (const one of sent) {
        const { statement, result } = await explainAndRun(client, one);
        statements.push({ ...statement, request: number });
        results.push(result);
      }
    } finally {
      await client.query('rollback');
    }
    return Response.json('queries' in body ? { results } : results[0]);
  };
  return {
    db: createDatabase(url),
    accounts: createDatabase(accountsUrl),
    url,
    take: () => {
      const taken = statements;
      statements = [];
      return taken;
    },
    stop: () => void (neonConfig.fetchFunction = before),
  };
}

async function explainAndRun(client: Client, { query, params }: Sent) {
  const values = params as string[];
  const before = await readCounters(client);
  await client.query('savepoint explained');
  const { rows } = await client.query<{ 'QUERY PLAN': [Explained] }>({
    text: `explain (analyze, timing off, format json) ${query}`,
    values,
  });
  await client.query('rollback to savepoint explained');
  const after = await readCounters(client);
  const [explained] = rows[0]?.['QUERY PLAN'] ?? [];
  if (!explained) throw new Error('No plan.');
  const read = [...after].map(([name, now]) => ({ name, ...now, n: now.n - (before.get(name)?.n ?? 0) }));
  const statement: Omit<Statement, 'request'> = {
    sql: query,
    ms: explained['Planning Time'] + explained['Execution Time'],
    touched: read.reduce((sum, { n }) => sum + n, 0),
    scanned: read.filter(({ kind, n }) => kind === 'r' && n >= MANY).map(({ name }) => name),
    sorted: Math.max(0, ...sortsOf(explained.Plan)),
  };
  return { statement, result: await runRaw(client, query, values) };
}

/** How many rows this transaction has read of each table and index so far. */
async function readCounters(client: Client): Promise<Map<string, { kind: 'r' | 'i'; n: number }>> {
  const { rows } = await client.query<{ name: string; kind: 'r' | 'i'; n: number }>(
    `select relname as name, relkind as kind, pg_stat_get_xact_tuples_returned(oid)::int as n from pg_class
      where relkind in ('r', 'i') and relnamespace = 'public'::regnamespace and pg_stat_get_xact_tuples_returned(oid) > 0`,
  );
  return new Map(rows.map(({ name, ...counted }) => [name, counted]));
}

const sortsOf = (plan: Plan): number[] => [
  ...(/Sort/.test(plan['Node Type'])
    ? (plan.Plans ?? []).map((input) => input['Actual Rows'] * input['Actual Loops'])
    : []),
  ...(plan.Plans ?? []).flatMap(sortsOf),
];

/** As Neon's endpoint answers: every value as text. */
async function runRaw(client: Client, text: string, values: string[]) {
  const { command, rowCount, fields, rows } = await client.query({
    text,
    values,
    rowMode: 'array',
    types: { getTypeParser: () => (value: string) => value },
  });
  return { command, rowCount, rows, fields: fields.map(({ name, dataTypeID }) => ({ name, dataTypeID })) };
}
