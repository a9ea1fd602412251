import { createRoute, z } from '@hono/zod-openapi';
import type { Context } from 'hono';
import { EntityId } from '#protocol/id.ts';
import { LIMITS } from '#protocol/limits.ts';
import { can } from '#protocol/capability.ts';
import { JoinAnswer, type Credential } from '#protocol/ticket.ts';
import type { Viewer } from '#worker/accounts/viewer.ts';
import type { AppEnv } from '#worker/context.ts';
import type { Database } from '#worker/db/client.ts';
import type { Env } from '#worker/env.ts';
import { access } from '#worker/http/access.ts';
import { AppError } from '#worker/http/app-error.ts';
import { isOwnOrigin, publicOriginOf } from '#worker/http/origin.ts';
import { rateLimit } from '#worker/http/rate-limit.ts';
import { refusals } from '#worker/http/refusals.ts';
import { createRouter } from '#worker/http/router.ts';
import { VideoParam } from '#worker/library/video-ref.ts';
import { getVideo, getVideoWith, type VideoRow } from '#worker/library/videos.queries.ts';
import { viewerByLink } from './linked-viewer.ts';
import { findLiveScreening, identityOf } from './room-gateway.ts';
import { takeSeat } from './seats.queries.ts';
import { signTicket } from './ticket.ts';

const JoinRequest = z
  .object({
    screeningId: EntityId.nullish(),
    link: z.string().max(64).nullish().openapi({
      description:
        'The token of a watch link, for pages that keep no cookies: inside another site’s. It asks nothing and counts nothing, or lets nobody in like this.',
    }),
  })
  .openapi('JoinRequest');

const join = createRoute({
  method: 'post',
  path: '/api/videos/{id}/join',
  tags: ['rooms'],
  summary: 'Ask for a seat in the video’s room',
  description:
    'Answers a ticket of at most a minute and the socket’s address. With `screeningId` the connection is in step ' +
    'with that screening from its first frame; one that has ended is a CONFLICT: join without it to watch alone. The seat ends ' +
    'with the session or key that asked for it, at the latest after a day: closed with 4408, ask again.',
  ...access('anyone', 'rooms:join'),
  request: {
    params: VideoParam,
    body: { required: false, content: { 'application/json': { schema: JoinRequest } } },
  },
  responses: {
    200: { description: 'Come in.', content: { 'application/json': { schema: JoinAnswer } } },
    ...refusals('INVALID', 'FORBIDDEN', 'NOT_FOUND', 'CONFLICT', 'UNAVAILABLE'),
  },
});

export const joinRoutes = createRouter();
// A class behind one address comes in at once; a script that only collects tickets does not come far (R82).
joinRoutes.use('/api/videos/:id/join', rateLimit({ name: 'join', burst: 120, perMinute: 120 }));

joinRoutes.openapi(join, async (c) => {
  // Before the look at the rights: a ticket is no younger than what it says (R65).
  const nowMs = Date.now();
  const { viewer } = await viewerByLink(c, c.req.valid('json')?.link ?? null);
  const { video, credential } = await findSeat(c.get('db'), viewer, c.req.valid('param').id);
  if (!can(video.role, 'video.view')) throw new AppError('FORBIDDEN', 'You may not watch this video.');
  const screeningId = c.req.valid('json')?.screeningId ?? null;
  if (screeningId) await requireOngoing(c.env, video.id, screeningId);
  const you = identityOf(viewer, video.role);
  const { durationSeconds, linkId, id: videoId } = video;
  const linkEndsMs = linkId && video.link?.expiresAt ? Date.parse(video.link.expiresAt) : Infinity;
  const expiresAtMs = Math.min(nowMs + LIMITS.ticketMs, linkEndsMs);
  const ticket = await signTicket(
    c.env.TICKET_SECRET,
    { ...you, videoId, screeningId, linkId, holdsLink: video.link !== null, credential, durationSeconds },
    nowMs,
    expiresAtMs,
  );
  const expiresAt = new Date(expiresAtMs).toISOString();
  c.header('cache-control', 'no-store');
  return c.json(
    { ticket, url: socketUrl(pageOriginOf(c), videoId, ticket), expiresAt, videoId, screeningId, you },
    200,
  );
});

/** The video; and where the viewer came by something that can end, that and how long the seat lasts (R66, R67). */
async function findSeat(
  db: Database,
  viewer: Viewer,
  idOrShortId: string,
): Promise<{ video: VideoRow; credential: Credential | null }> {
  const id = viewer.sessionId ?? viewer.keyId;
  if (id === undefined) return { video: await getVideo(db, viewer, idOrShortId), credential: null };
  const { video, result } = await getVideoWith(db, viewer, idOrShortId, (db, videoId) =>
    takeSeat(db, videoId, viewer),
  );
  return { video, credential: { id, endsAtMs: result.rows[0]?.endsAtMs ?? 0 } };
}

async function requireOngoing(env: Env, videoId: string, screeningId: string): Promise<void> {
  const found = await findLiveScreening(env, videoId, screeningId);
  if (!found) throw new AppError('NOT_FOUND', 'There is no such screening of this video.');
  if (found.screening.endedAtMs !== null) throw new AppError('CONFLICT', 'This screening has ended.');
}

/** The origin the asking page has, which is not ours to see behind a proxy that speaks TLS for us. */
function pageOriginOf(c: Context<AppEnv>): string {
  const origin = c.req.header('origin');
  return origin !== undefined && isOwnOrigin(c) ? origin : publicOriginOf(c);
}

function socketUrl(origin: string, videoId: string, ticket: string): string {
  const url = new URL(`/ws/${videoId}`, origin);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  url.searchParams.set('ticket', ticket);
  return url.href;
}
