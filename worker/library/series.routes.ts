import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { OrganizationParam } from '#worker/accounts/organization-ref.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { tagOfSeries } from './series-edit.ts';
import { getSeries, insertSeries, listSeries } from './series.queries.ts';
import { Series, SeriesDraft, SeriesParam, toSeriesView } from './series.ts';

const ofOrganization = '/api/organizations/{organizationId}/series';
const tags = ['series'];
const content = json(Series);

const list = createRoute({
  method: 'get',
  path: ofOrganization,
  tags,
  summary: 'Series of an organization',
  description: 'For its members, the newest first.',
  ...access('person', 'videos:read'),
  request: { params: OrganizationParam, query: PageQuery },
  responses: {
    200: { description: 'A page of them.', content: json(pageOf(Series)) },
    ...refusals('UNAUTHENTICATED', 'NOT_FOUND'),
  },
});

const create = createRoute({
  method: 'post',
  path: ofOrganization,
  tags,
  summary: 'Begin a series',
  description: 'For administrators. It has no videos yet.',
  ...access('person', 'videos:write'),
  request: { params: OrganizationParam, body: { required: true, content: json(SeriesDraft) } },
  responses: {
    200: { description: 'It was begun before, by the same id.', content },
    201: { description: 'Begun.', content },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT'),
  },
});

const show = createRoute({
  method: 'get',
  path: '/api/series/{seriesId}',
  tags,
  summary: 'A series',
  description: 'Its videos are `GET /api/videos?series=…`, in their order.',
  ...access('person', 'videos:read'),
  request: { params: SeriesParam },
  responses: { 200: { description: 'The series.', content }, ...refusals('UNAUTHENTICATED', 'NOT_FOUND') },
});

export const seriesRoutes = createRouter();

seriesRoutes.openapi(list, async (c) => {
  const { organizationId } = c.req.valid('param');
  const page = await listSeries(c.get('db'), c.get('viewer'), organizationId, c.req.valid('query'));
  linkPages(c, page);
  return c.json({ ...page, items: page.items.map(toSeriesView) }, 200);
});

seriesRoutes.openapi(create, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const draft = c.req.valid('json');
  const made = await insertSeries(c.get('db'), viewer, c.req.valid('param').organizationId, {
    id: draft.id ?? uuidv7(),
    name: draft.name,
    description: draft.description || null,
  });
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another series. Make a new one.');
  c.header('location', `/api/series/${made.row.id}`);
  c.header('etag', tagOfSeries(made.row));
  return c.json(toSeriesView(made.row), made.isNew ? 201 : 200);
});

seriesRoutes.openapi(show, async (c) => {
  const row = await getSeries(c.get('db'), c.get('viewer'), c.req.valid('param').seriesId);
  c.header('etag', tagOfSeries(row));
  c.header('cache-control', 'private, no-cache');
  return c.json(toSeriesView(row), 200);
});
