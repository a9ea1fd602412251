import type { Drawing } from '#protocol/drawing.ts';
import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';

/** What was drawn with a comment. */
export async function readDrawing(videoId: string, commentId: string): Promise<Drawing> {
  const path = { id: videoId, commentId };
  const answer = await answerOf(
    api.GET('/api/videos/{id}/comments/{commentId}/drawing', { params: { path } }),
  );
  return answer.strokes;
}
