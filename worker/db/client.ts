import { neon, neonConfig } from '@neondatabase/serverless';
import { drizzle, type NeonHttpDatabase } from 'drizzle-orm/neon-http';

/** Queries over HTTP: no connection is held, so it may live as long as the isolate. */
export type Database = NeonHttpDatabase;

type Endpoint = Exclude<typeof neonConfig.fetchEndpoint, string>;

const LOOPBACK = new Set(['127.0.0.1', 'localhost', '[::1]']);
const neonEndpoint = neonConfig.fetchEndpoint as Endpoint;

/** A database on this machine stands behind worker/local's endpoint on its port; any other is Neon's own. */
const endpointOf: Endpoint = (host, port, options) =>
  LOOPBACK.has(host) ? `http://${host}:${port}/sql` : neonEndpoint(host, port, options);

neonConfig.fetchEndpoint = endpointOf;

export const createDatabase = (url: string): Database => drizzle(neon(url));
