import type { Env as ProductEnv } from '#worker/env.ts';
import type * as worker from '#worker/index.ts';

/** What `cloudflare:workers` gives to tests: the product's own bindings and its main module. */
declare global {
  namespace Cloudflare {
    interface Env extends ProductEnv {}
    interface GlobalProps {
      mainModule: typeof worker;
    }
  }
}

declare module 'vitest' {
  interface ProvidedContext {
    /** See tests/support/global-setup.ts. */
    fuzzRequests: number;
  }
}
