import type { Context } from 'hono';
import { Refuse } from '#protocol/ack.ts';
import { encodeClaims, IDENTITY_HEADER } from '#rooms/identity-boundary.ts';
import type { AppEnv } from '#worker/context.ts';
import { AppError } from '#worker/http/app-error.ts';
import { isOwnOrigin } from '#worker/http/origin.ts';
import { createRouter } from '#worker/http/router.ts';
import { verifyTicket } from './ticket.ts';

export const socketRoutes = createRouter();

/**
 * Opens a room's socket. Everything is settled before the upgrade, so that what is wrong is said in words; the room
 * gets a request made here, of which the client has written nothing.
 */
socketRoutes.get('/ws/:videoId', async (c) => {
  if (c.req.header('upgrade')?.toLowerCase() !== 'websocket')
    throw new AppError('INVALID', 'This address is for WebSockets.');
  if (!isOwnOrigin(c)) throw new AppError('FORBIDDEN', 'This page may not connect to rooms here.');
  const claims = await verifyTicket(c.env.TICKET_SECRET, c.req.query('ticket') ?? '', Date.now());
  if (claims.videoId !== c.req.param('videoId'))
    throw new AppError('UNAUTHENTICATED', 'This ticket is for another room.');
  const headers = { upgrade: 'websocket', [IDENTITY_HEADER]: encodeClaims(claims) };
  const answer = await reach(c, claims.videoId, headers);
  if (answer.status === 101) return answer;
  const refusal = Refuse.safeParse(await answer.json().catch(() => undefined));
  if (!refusal.success) throw unreachable(undefined);
  throw new AppError(refusal.data.code, refusal.data.message);
});

const reach = (c: Context<AppEnv>, videoId: string, headers: Record<string, string>): Promise<Response> =>
  c.env.ROOMS.getByName(videoId)
    .fetch('https://room/', { headers })
    .catch((cause: unknown) => {
      throw unreachable(cause);
    });

const unreachable = (cause: unknown): AppError =>
  new AppError('UNAVAILABLE', 'The room cannot be reached right now. Try again in a moment.', { cause });
