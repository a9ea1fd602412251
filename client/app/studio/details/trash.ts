import { api } from '#client/api/client.ts';
import { answerOf } from '../../request.ts';
import type { Shell } from '../../shell/shell.ts';
import type { Video } from './video-edit.ts';

/** To the trash, from where it comes back at the press of a button. */
export async function moveToTrash(
  { toasts }: Shell,
  { id, title }: Video,
  onBack: () => void,
): Promise<void> {
  const params = { path: { id } };
  await answerOf(api.DELETE('/api/videos/{id}', { params }));
  const bringBack = () =>
    answerOf(api.POST('/api/trash/{id}/restoration', { params })).then(onBack, () =>
      toasts.tell(`“${title}” could not be brought back. It is in the trash of the library.`),
    );
  toasts.tell(`“${title}” is in the trash for 30 days.`, { label: 'Undo', act: () => void bringBack() });
}
