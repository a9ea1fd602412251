import { requestId } from 'hono/request-id';
import { secureHeaders } from 'hono/secure-headers';
import { ANONYMOUS } from '#worker/accounts/viewer.ts';
import { AppError } from '#worker/http/app-error.ts';
import { toProblemResponse } from '#worker/http/problem.ts';
import { createRouter } from '#worker/http/router.ts';

/** The whole HTTP surface; each feature is mounted once. */
export const app = createRouter();

app.use(requestId());
app.use(secureHeaders());
app.use(async (c, next) => {
  c.set('viewer', ANONYMOUS);
  await next();
});

app.get('/healthz', (c) => c.json({ status: 'ok' }));

app.notFound((c) => toProblemResponse(new AppError('NOT_FOUND', 'There is nothing at this address.'), c));
app.onError((error, c) => toProblemResponse(error, c));
