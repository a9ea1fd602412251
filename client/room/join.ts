import { ERROR_CODES, type ErrorCode } from '#protocol/error.ts';
import type { JoinAnswer } from '#protocol/ticket.ts';
import { RoomRefusal } from './room-refusal.ts';
import { readJoinAnswer } from './wire/read.ts';

export type JoinRoom = (screeningId: string | null) => Promise<JoinAnswer>;

/**
 * Asks for a ticket, fresh for each attempt: they live a minute and carry the role of that moment. `link`, the token of a
 * watch link, stands for the cookie where there is none.
 */
export function createJoin(videoId: string, fetcher: typeof fetch, link: string | null = null): JoinRoom {
  const ask = (screeningId: string | null) =>
    fetcher(`/api/videos/${encodeURIComponent(videoId)}/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...(screeningId !== null && { screeningId }), ...(link !== null && { link }) }),
    });
  return async (screeningId) => {
    let response = await ask(screeningId);
    // The session has ended, and left the browser with this answer: asked again, it is as whoever is left.
    if (response.status === 401) response = await ask(screeningId);
    // The screening may have ended while this client was away; the room itself is still there.
    const isOver = response.status === 404 || response.status === 409;
    if (isOver && screeningId !== null) response = await ask(null);
    if (!response.ok) throw await toRefusal(response);
    return readJoinAnswer(await response.json());
  };
}

/** Whether asking again later can help. */
export const isFinal = (error: unknown): error is RoomRefusal =>
  error instanceof RoomRefusal &&
  ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND', 'INVALID'].includes(error.code);

async function toRefusal(response: Response): Promise<RoomRefusal> {
  const body: unknown = await response.json().catch(() => null);
  const field = (name: string): unknown =>
    typeof body === 'object' && body !== null ? Reflect.get(body, name) : undefined;
  const code = ERROR_CODES.find((known) => known === field('code')) ?? fallbackCode(response.status);
  const words = field('detail') ?? field('title');
  return new RoomRefusal(code, typeof words === 'string' ? words : 'The room cannot be reached right now.');
}

const fallbackCode = (status: number): ErrorCode => {
  if (status === 404) return 'NOT_FOUND';
  return status === 401 ? 'UNAUTHENTICATED' : 'UNAVAILABLE';
};
