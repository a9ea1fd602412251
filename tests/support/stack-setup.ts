import { createRequire } from 'node:module';
import type { TestProject } from 'vitest/node';
import type * as Services from './services.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the run's shared product listens, e.g. `http://127.0.0.1:40123`. */
    stackOrigin: string;
    /** Its database straight to PostgreSQL, above row-level security: to look behind the product. */
    stackSuperuserUrl: string;
  }
}

// As in global-setup.ts: Node's own copy, shared by the projects.
const { holdStack } = createRequire(import.meta.url)('./services.ts') as typeof Services;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { service, release } = await holdStack();
  project.provide('stackOrigin', service.origin);
  project.provide('stackSuperuserUrl', service.superuserUrl);
  return release;
}
