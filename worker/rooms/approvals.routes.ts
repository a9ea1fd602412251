import { createRoute } from '@hono/zod-openapi';
import { v7 as uuidv7 } from 'uuid';
import { requireUser } from '#worker/accounts/viewer.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { json } from '#worker/http/json-content.ts';
import { linkPages } from '#worker/http/next-page.ts';
import { pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { Approval, CurrentStatus, Decision, reviewOf, toApproval } from './approval.ts';
import { insertApproval, listApprovals } from './approvals.queries.ts';

const path = '/api/videos/{id}/approvals';
const tags = ['rooms'];
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND');

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'What was decided about a video',
  description:
    'Of this version of it: the newest decision counts (`current`), those before are its history. For members of its ' +
    'organization, and for who was given a link to comment or steer.',
  ...access('person', 'comments:read'),
  request: { params: VideoParam, query: PageQuery },
  responses: {
    200: {
      description: 'A page of decisions, the newest first.',
      content: json(pageOf(Approval).extend({ current: CurrentStatus })),
    },
    ...failures,
  },
});

const decide = createRoute({
  method: 'post',
  path,
  tags,
  summary: 'Decide about a video',
  description:
    'Say that this version is in review, needs changes or is approved. For members of its organization, and for who was ' +
    'given a link to steer.',
  ...access('person', 'comments:write'),
  request: { params: VideoParam, body: { required: true, content: json(Decision) } },
  responses: {
    200: { description: 'It was decided before, by the same id.', content: json(Approval) },
    201: { description: 'Decided.', content: json(Approval) },
    ...failures,
    ...refusals('CONFLICT'),
  },
});

export const approvalRoutes = createRouter();

approvalRoutes.openapi(list, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const found = await listApprovals(c.get('db'), viewer, c.req.valid('param').id, c.req.valid('query'));
  if (reviewOf(viewer, found.video) === null)
    throw new AppError('FORBIDDEN', 'What was decided is told to those who review this video.');
  linkPages(c, found.page);
  const items = found.page.items.map(toApproval);
  return c.json({ ...found.page, items, current: found.current }, 200);
});

approvalRoutes.openapi(decide, async (c) => {
  const viewer = requireUser(c.get('viewer'));
  const video = await getVideo(c.get('db'), viewer, c.req.valid('param').id);
  if (reviewOf(viewer, video) !== 'decides')
    throw new AppError('FORBIDDEN', 'Members of its organization decide, and who was given a link to steer.');
  const { id = uuidv7(), status, note } = c.req.valid('json');
  const decision = { id, videoId: video.id, status, note: note || null };
  const made = await insertApproval(c.get('db'), viewer, decision);
  if (!made) throw new AppError('CONFLICT', 'This id is taken by another decision. Make a new one.');
  return c.json(toApproval(made.row), made.isNew ? 201 : 200);
});
