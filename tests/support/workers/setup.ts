// zod gives a schema `.openapi` only if this is loaded before the schema is made, as worker/app.ts does: here before any
// test, so that the order of a test's imports does not matter.
import '@hono/zod-openapi';
