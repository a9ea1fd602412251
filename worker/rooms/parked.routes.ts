import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { can } from '#protocol/capability.ts';
import { requireUser } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import { decodeCursor, encodeCursor } from '#worker/db/page.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { linkNext } from '#worker/http/next-page.ts';
import { cutPage, pageOf, PageQuery } from '#worker/http/page-shape.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo } from '#worker/library/videos.queries.ts';
import { listParkedRows, retryParkedRow } from './room-gateway.ts';

const ParkedRow = z
  .object({
    seq: z.int().min(1).openapi({ description: 'The event that was refused first.' }),
    kind: z.string().openapi({ example: 'comment.post' }),
    entityId: z
      .string()
      .openapi({ description: 'The comment, screening or reaction’s moment; empty for the video itself.' }),
    reason: z.string().openapi({ description: 'SQLSTATE and words of the latest try.' }),
    parkedAt: z.iso.datetime(),
  })
  .openapi('ParkedRow');

const Retried = z
  .object({
    seq: z.int().min(1),
    state: z.enum(['written', 'parked', 'waiting']).openapi({
      description: '`waiting`: the database does not answer; the row is tried again without being asked.',
    }),
    reason: z.string().nullable().openapi({ description: 'Why it is not written.' }),
  })
  .openapi('RetriedRow');

const path = '/api/videos/{id}/room/parked';
const tags = ['rooms'];
const failures = refusals('UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'UNAVAILABLE');

const list = createRoute({
  method: 'get',
  path,
  tags,
  summary: 'Rows the database will not have',
  description:
    'Nothing acknowledged is dropped: what the database refuses stays here. For who manages the video.',
  ...access('person', 'videos:read'),
  request: { params: VideoParam, query: PageQuery },
  responses: {
    200: { description: 'Oldest first.', content: { 'application/json': { schema: pageOf(ParkedRow) } } },
    ...failures,
  },
});

/** What is no number leads nowhere, as an unknown one does. */
const RowParam = VideoParam.extend({
  seq: z
    .string()
    .max(64)
    .openapi({ param: { name: 'seq', in: 'path' }, description: '`seq` of the row.', example: '42' }),
});

const retry = createRoute({
  method: 'post',
  path: `${path}/{seq}/retry`,
  tags,
  summary: 'Try a parked row again',
  description: 'It is written as it stands now, and leaves the list once it is. Asking twice is asking once.',
  ...access('person', 'videos:write'),
  request: { params: RowParam },
  responses: {
    200: { description: 'What became of it.', content: { 'application/json': { schema: Retried } } },
    ...failures,
  },
});

export const parkedRoutes = createRouter();

parkedRoutes.openapi(list, async (c) => {
  const videoId = await managedVideoId(c, c.req.valid('param').id);
  const { limit, cursor } = c.req.valid('query');
  const afterSeq = cursor === undefined ? 0 : decodeCursor(cursor, z.tuple([z.int().min(0)]))[0];
  const rows = await listParkedRows(c.env, videoId, { afterSeq, limit: limit + 1 });
  const page = cutPage(rows, limit, (last) => encodeCursor([last.seq]));
  linkNext(c, page.next);
  c.header('cache-control', 'private, no-store');
  const items = page.items.map(({ parkedAtMs, ...row }) => ({
    ...row,
    parkedAt: new Date(parkedAtMs).toISOString(),
  }));
  return c.json({ items, next: page.next }, 200);
});

parkedRoutes.openapi(retry, async (c) => {
  const { id, seq: text } = c.req.valid('param');
  const videoId = await managedVideoId(c, id);
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new AppError('NOT_FOUND', 'There is no such parked row.');
  const seq = Number(text);
  return c.json({ seq, ...(await retryParkedRow(c.env, videoId, seq)) }, 200);
});

async function managedVideoId(c: Context<AppEnv>, ref: string): Promise<string> {
  const video = await getVideo(c.get('db'), requireUser(c.get('viewer')), ref);
  if (!can(video.role, 'video.edit'))
    throw new AppError('FORBIDDEN', 'Only the author and administrators see what is parked.');
  return video.id;
}
