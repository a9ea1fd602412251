import { api } from '#client/api/client.ts';
import { answerOf } from '../request.ts';

/** Into a channel, or out of it. */
export async function setMember(channelId: string, userId: string, isIn: boolean): Promise<void> {
  const params = { path: { channelId, userId } };
  if (isIn) await answerOf(api.PUT('/api/channels/{channelId}/members/{userId}', { params }));
  else await answerOf(api.DELETE('/api/channels/{channelId}/members/{userId}', { params }));
}
