// First: it gives the schemas of every module below their `openapi`.
import '@hono/zod-openapi';
import { requestId } from 'hono/request-id';
import { leaveEndedSession } from '#worker/accounts/ended-session.ts';
import { viewerMiddleware } from '#worker/accounts/viewer-middleware.ts';
import { toAppError } from '#worker/db/sql-error.ts';
import { addressLimit } from '#worker/http/address-limit.ts';
import { features } from '#worker/features.ts';
import { AppError } from '#worker/http/app-error.ts';
import { bearerOnly } from '#worker/http/bearer-only.ts';
import { apiBodyLimit } from '#worker/http/body-limit.ts';
import { crossOrigin } from '#worker/http/cors.ts';
import { databaseMiddleware } from '#worker/http/database.ts';
import { defaultLimits } from '#worker/http/default-limits.ts';
import { methodNotAllowedOn } from '#worker/http/method-not-allowed.ts';
import { serveDescription } from '#worker/http/openapi.ts';
import { originCheck } from '#worker/http/origin.ts';
import { toProblemResponse } from '#worker/http/problem.ts';
import { requestLog } from '#worker/http/request-log.ts';
import { responseHeaders } from '#worker/http/response-headers.ts';
import { createRouter } from '#worker/http/router.ts';
import { announceWebhooks } from '#worker/webhooks/announce.ts';

/** A caller's own id is taken if it is short and plain; it stands in the audit log, whose column is as long. */
const LONGEST_REQUEST_ID = 64;

/** The whole HTTP surface; each feature is mounted once. */
export const app = createRouter();

app.use(requestId({ limitLength: LONGEST_REQUEST_ID }));
app.use(requestLog);
app.use(responseHeaders);
app.use(crossOrigin);
app.use(methodNotAllowedOn(app));
app.use(addressLimit);
app.use(bearerOnly);
app.use(originCheck);
app.use('/api/*', apiBodyLimit);
app.use(databaseMiddleware);
app.use(viewerMiddleware);
app.use('/api/*', defaultLimits);

for (const routes of features) app.route('/', routes);

announceWebhooks(app);
serveDescription(app);

app.notFound((c) => toProblemResponse(new AppError('NOT_FOUND', 'There is nothing at this address.'), c));
app.onError((error, c) => leaveEndedSession(error, c) ?? toProblemResponse(toAppError(error), c));
