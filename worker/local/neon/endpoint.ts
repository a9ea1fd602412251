import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DatabaseError } from 'pg';
import type { PoolClient } from 'pg';
import { errorAnswerOf } from './error-body.ts';
import { Faults } from './faults.ts';
import { Pools } from './pools.ts';
import { beginOf, runQuery } from './query.ts';
import type { Query, QueryResult } from './query.ts';
import { serveSockets } from './socket.ts';

type Sql = Query & { queries?: Query[] };

/**
 * Speaks the protocol of `@neondatabase/serverless` in front of a plain PostgreSQL, so that the product uses the same
 * driver at home as in production: `POST /sql` for queries and batches, a WebSocket on `/v2` for sessions.
 */
export type NeonEndpoint = {
  port: number;
  /** Outages on demand, for durability tests and benches. */
  faults: Faults;
  /** HTTP requests to /sql so far. */
  readonly requestCount: number;
  close(): Promise<void>;
};

export async function startNeonEndpoint(postgresPort: number): Promise<NeonEndpoint> {
  const pools = new Pools(postgresPort);
  const faults = new Faults();
  let requestCount = 0;
  const server = createServer((request, response) => {
    if (faults.isPaused) return void request.socket.destroy();
    if (request.method !== 'POST' || request.url !== '/sql')
      return reply(response, 404, { message: 'not found' });
    requestCount += 1;
    void answerSql({ request, response, pools, faults });
  });
  server.keepAliveTimeout = 60_000; // longer than workerd keeps a connection: never closed under a request
  const sockets = serveSockets(server, postgresPort, faults);
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    faults,
    get requestCount() {
      return requestCount;
    },
    close: async () => {
      sockets.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await pools.close();
    },
  };
}

type Exchange = { request: IncomingMessage; response: ServerResponse; pools: Pools; faults: Faults };

async function answerSql(exchange: Exchange): Promise<void> {
  try {
    const { request, response } = exchange;
    const sql = await readSql(request);
    const answer = await execute(exchange, sql);
    if (sql.queries && exchange.faults.takeLostCommit()) return void request.socket.destroy();
    reply(response, 200, answer);
  } catch (error) {
    const { status, body } = errorAnswerOf(error);
    reply(exchange.response, status, body);
  }
}

async function readSql(request: IncomingMessage): Promise<Sql> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return JSON.parse(Buffer.concat(chunks).toString()) as Sql;
}

async function execute(
  { request, pools }: Exchange,
  { queries, ...single }: Sql,
): Promise<QueryResult | { results: QueryResult[] }> {
  const client = await pools.connect(String(request.headers['neon-connection-string']));
  let isBroken = false;
  try {
    return queries
      ? { results: await runBatch(client, request.headers, queries) }
      : await runQuery(client, single);
  } catch (error) {
    // A refused query leaves the session usable; after anything else it is closed, which ends what it had open.
    isBroken = !(error instanceof DatabaseError) || !(await rollback(client));
    throw error;
  } finally {
    client.release(isBroken);
  }
}

async function runBatch(
  client: PoolClient,
  headers: IncomingHttpHeaders,
  queries: Query[],
): Promise<QueryResult[]> {
  await client.query(beginOf(headers));
  const results: QueryResult[] = [];
  for (const query of queries) results.push(await runQuery(client, query));
  await client.query('COMMIT');
  return results;
}

const rollback = (client: PoolClient): Promise<boolean> =>
  client.query('ROLLBACK').then(
    () => true,
    () => false,
  );

function reply(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
}
