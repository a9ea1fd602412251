import type { ListedComment } from '#client/room/select.ts';
import { wordsOf } from '../identity.ts';
import { pictureOf } from '../picture.ts';
import { presentMoment, type Watch } from '../watch.ts';
import { loadDesk } from './desk-parts.ts';
import { standAt, wordsAgainst } from './stand-at.ts';

/**
 * Begins to draw over the frame the comment is about: the picture stops there. Where one may not stop it, a copy of
 * the frame on show is drawn on while the others go on.
 */
export async function openDesk(watch: Watch): Promise<void> {
  const { desk, shown } = pictureOf(watch);
  const { moment } = watch.writing;
  if (desk.isOpen.peek()) return;
  const at = moment.peek() ?? presentMoment(watch);
  shown.hide();
  moment.value = standAt(watch, at.positionSeconds) ? at : presentMoment(watch);
  try {
    await loadDesk();
    desk.open();
  } catch {
    watch.notice.value = 'The drawing tools could not be loaded. Check your connection and try again.';
  }
}

/** Back to the words, with what was drawn. */
export function closeDesk(watch: Watch): void {
  pictureOf(watch).desk.close();
  watch.tab.value = 'comments';
  requestAnimationFrame(() => (watch.writing.focusAsked.value += 1));
}

export function discardDrawing(watch: Watch): void {
  const { drawing, text, moment } = watch.writing;
  drawing.value = [];
  if (text.peek() === '') moment.value = null;
}

/** Goes to a comment's frame and shows what was drawn over it. */
export async function showDrawing(watch: Watch, comment: ListedComment): Promise<void> {
  const at = comment.positionSeconds ?? presentMoment(watch).positionSeconds;
  watch.notice.value = wordsAgainst(watch, at);
  if (watch.notice.peek() !== null) return;
  standAt(watch, at);
  try {
    await pictureOf(watch).shown.show({ ...comment, positionSeconds: at });
  } catch (error) {
    watch.notice.value = wordsOf(error);
  }
}
