import { api, type Shape } from '#client/api/client.ts';
import { answerOf, RequestFailed } from '../request.ts';

/** Makes a guest of this browser; answers who it is now, which may be somebody it became in another tab meanwhile. */
export const makeGuest = (name: string): Promise<Shape<'Me'>> =>
  answerOf(api.POST('/api/guests', { body: { name } })).catch((error: unknown) => {
    if (error instanceof RequestFailed && error.code === 'CONFLICT') return answerOf(api.GET('/api/me'));
    throw error;
  });
