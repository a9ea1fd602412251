import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';
import type * as Services from './services.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** The run's database through the Neon endpoint, as lockstep_app. Shared: for a fresh one see database.ts. */
    databaseUrl: string;
    /** The same as lockstep_auth. */
    authDatabaseUrl: string;
    /** The same straight to PostgreSQL, as its superuser. */
    superuserUrl: string;
    /** The same straight to PostgreSQL, as lockstep_owner. */
    ownerUrl: string;
    /** How many requests the API is asked at random: some in every run, very many in `npm run bench -- api`. */
    fuzzRequests: number;
  }
}

// Loaded by Node itself, not through a project's bundler: one copy for all projects, resolved as for Node.
const { holdDatabase } = createRequire(import.meta.url)('./services.ts') as typeof Services;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { service, release } = await holdDatabase();
  project.provide('databaseUrl', service.databaseUrl);
  project.provide('authDatabaseUrl', service.authDatabaseUrl);
  project.provide('superuserUrl', service.superuserUrl);
  project.provide('ownerUrl', service.ownerUrl);
  project.provide('fuzzRequests', Number(process.env['LOCKSTEP_FUZZ_REQUESTS'] ?? 1_000));
  return release;
}
