// zod gives a schema `.openapi` only if this is loaded before the schema is made, as worker/app.ts does: here before any
// test, so that the order of a test's imports does not matter.
import '@hono/zod-openapi';
import { reset } from 'cloudflare:test';
import { afterAll, vi } from 'vitest';

// Files share an isolate and its modules, since loading the product costs five seconds: what one leaves behind ends here.
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  await reset();
});
