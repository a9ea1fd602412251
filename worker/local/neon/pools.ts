import { Pool } from 'pg';
import type { PoolClient } from 'pg';

const MAX_CONNECTIONS = 16;
const IDLE_MS = 5_000;

/** One pool for each user and database; the server behind them is always the same. */
export class Pools {
  readonly #port: number;
  readonly #pools = new Map<string, Pool>();

  constructor(port: number) {
    this.#port = port;
  }

  connect(connectionString: string): Promise<PoolClient> {
    const url = new URL(connectionString);
    url.host = `127.0.0.1:${this.#port}`;
    url.search = '';
    return this.#poolOf(url.href).connect();
  }

  async close(): Promise<void> {
    await Promise.all([...this.#pools.values()].map((pool) => pool.end()));
  }

  #poolOf(connectionString: string): Pool {
    const open = this.#pools.get(connectionString);
    if (open) return open;
    const pool = new Pool({ connectionString, max: MAX_CONNECTIONS, idleTimeoutMillis: IDLE_MS });
    pool.on('error', () => {}); // an idle connection was closed by the server: the pool drops it
    // One that is closed while in use fails the query it carries; unheard, it would end the whole process.
    pool.on('connect', (client) => client.on('error', () => {}));
    this.#pools.set(connectionString, pool);
    return pool;
  }
}
