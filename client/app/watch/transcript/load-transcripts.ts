import { api } from '#client/api/client.ts';
import type { Watch } from '../watch.ts';

/** Which languages there are. A video whose transcripts cannot be had plays without. */
export async function loadTranscripts(watch: Watch): Promise<void> {
  const params = { path: { id: watch.boot.video.id } };
  const answer = await api.GET('/api/videos/{id}/transcripts', { params }).catch(() => null);
  watch.transcripts.value = answer?.data?.items ?? [];
}
