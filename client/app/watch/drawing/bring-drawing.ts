import type { ListedComment } from '#client/room/select.ts';
import type { Watch } from '../watch.ts';

/** Goes to a comment's frame and shows what was drawn over it; the code for that is fetched with the first drawing. */
export async function bringDrawing(watch: Watch, comment: ListedComment): Promise<void> {
  try {
    const { showDrawing } = await import('./open-desk.ts');
    await showDrawing(watch, comment);
  } catch {
    watch.notice.value = 'The drawing could not be loaded. Check your connection and try again.';
  }
}
