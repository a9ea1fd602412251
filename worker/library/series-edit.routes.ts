import { createRoute } from '@hono/zod-openapi';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { requireMatch } from '#worker/http/entity-tag.ts';
import { jsonBody } from '#worker/http/json-content.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { requireFound, requireSeriesEditor, tagOfSeries } from './series-edit.ts';
import { getSeriesWithVideos, orderSeries } from './series-videos.queries.ts';
import { deleteSeries, getSeries, updateSeries } from './series.queries.ts';
import { Series, SeriesEdit, SeriesParam, SeriesVideos, toSeriesView } from './series.ts';

const path = '/api/series/{seriesId}';
const tags = ['series'];
const content = { 'application/json': { schema: Series } };
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'STALE');

const edit = createRoute({
  method: 'patch',
  path,
  tags,
  summary: 'Change a series',
  description:
    'For administrators. Only what is given changes. With If-Match only the version you have seen.',
  ...access('person', 'videos:write'),
  request: { params: SeriesParam, body: jsonBody(SeriesEdit) },
  responses: { 200: { description: 'The series as it is now.', content }, ...failures },
});

const remove = createRoute({
  method: 'delete',
  path,
  tags,
  summary: 'Delete a series',
  description: 'For administrators. Its videos stay.',
  ...access('person', 'videos:write'),
  request: { params: SeriesParam },
  responses: { 204: { description: 'Gone.' }, ...failures },
});

const order = createRoute({
  method: 'put',
  path: `${path}/videos`,
  tags,
  summary: 'Say which videos make a series, in which order',
  description:
    'For administrators, all at once: what is not named is out of it, what is in another series comes over. With ' +
    'If-Match only the version you have seen.',
  ...access('person', 'videos:write'),
  request: { params: SeriesParam, body: jsonBody(SeriesVideos) },
  responses: { 200: { description: 'The series as it is now.', content }, ...failures },
});

const overtaken = (): AppError =>
  new AppError('STALE', 'Somebody changed this at the same moment. Load it again.');

export const seriesEditRoutes = createRouter();

seriesEditRoutes.openapi(edit, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getSeries(c.get('db'), viewer, c.req.valid('param').seriesId);
  requireSeriesEditor(row);
  requireMatch(c, tagOfSeries(row));
  const changed = await updateSeries(c.get('db'), viewer, row, c.req.valid('json'));
  if (!changed) throw overtaken();
  c.header('etag', tagOfSeries(changed));
  return c.json(toSeriesView(changed), 200);
});

seriesEditRoutes.openapi(remove, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const row = await getSeries(c.get('db'), viewer, c.req.valid('param').seriesId);
  requireSeriesEditor(row);
  requireMatch(c, tagOfSeries(row));
  if (!(await deleteSeries(c.get('db'), viewer, row))) throw overtaken();
  return c.body(null, 204);
});

seriesEditRoutes.openapi(order, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const { videoIds } = c.req.valid('json');
  const { seriesId } = c.req.valid('param');
  const { row, found } = await getSeriesWithVideos(c.get('db'), viewer, seriesId, videoIds);
  requireSeriesEditor(row);
  requireMatch(c, tagOfSeries(row));
  requireFound(videoIds, found);
  const ifUpdatedAt = c.req.header('if-match') === undefined ? undefined : row.updatedAt;
  const ordered = await orderSeries(c.get('db'), viewer, { id: row.id, videoIds, ifUpdatedAt });
  if (!ordered) throw overtaken();
  c.header('etag', tagOfSeries(ordered));
  return c.json(toSeriesView(ordered), 200);
});
