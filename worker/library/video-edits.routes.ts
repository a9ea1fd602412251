import { createRoute, z } from '@hono/zod-openapi';
import { can } from '#protocol/capability.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { getLastEdits } from './video-edits.queries.ts';
import { VideoParam } from './video-ref.ts';

const Edit = z
  .object({
    part: z.enum(['details', 'chapters']),
    at: z.iso.datetime(),
    by: z.object({ id: z.uuid(), name: z.string() }),
  })
  .openapi('VideoEditNote');

const list = createRoute({
  method: 'get',
  path: '/api/videos/{id}/edits',
  tags: ['videos'],
  summary: 'Who changed a video last',
  description:
    'Its details and its chapters, each once a person has changed them: to be asked after a STALE. For who may change ' +
    'it; of others’ edits only its organization’s members are told.',
  ...access('person', 'videos:read'),
  request: { params: VideoParam },
  responses: {
    200: {
      description: 'The last edit of each part.',
      content: { 'application/json': { schema: z.object({ items: z.array(Edit) }) } },
    },
    ...refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'),
  },
});

export const videoEditRoutes = createRouter();

videoEditRoutes.openapi(list, async (c) => {
  const { video, edits } = await getLastEdits(c.get('db'), c.get('viewer'), c.req.valid('param').id);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators change this video.');
  const items = edits.map(({ part, editedAt, editedBy, name }) => ({
    part,
    at: editedAt.toISOString(),
    by: { id: editedBy, name },
  }));
  return c.json({ items }, 200);
});
