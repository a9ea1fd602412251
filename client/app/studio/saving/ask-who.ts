import { api, type Shape } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';

/** Who changed a part of a video last, and when; null where nobody can say. */
export async function askWho(
  videoId: string,
  part: Shape<'VideoEditNote'>['part'],
  userId: string,
): Promise<{ changedBy: string; changedAt: string } | null> {
  const { items } = await answerOf(api.GET('/api/videos/{id}/edits', { params: { path: { id: videoId } } }));
  const edit = items.find((each) => each.part === part);
  return edit ? { changedBy: edit.by.id === userId ? 'You' : edit.by.name, changedAt: edit.at } : null;
}
