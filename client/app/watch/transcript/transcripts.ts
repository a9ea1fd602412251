import { api, type Shape } from '#client/api/client.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';
import type { Watch } from '../watch.ts';

export type Transcript = Shape<'Transcript'>;

/** Which languages there are. A video whose transcripts cannot be had plays without. */
export async function loadTranscripts(watch: Watch): Promise<void> {
  const params = { path: { id: watch.boot.video.id } };
  const answer = await api.GET('/api/videos/{id}/transcripts', { params }).catch(() => null);
  watch.transcripts.value = answer?.data?.items ?? [];
}

/** Offers them to the player as captions. */
export function bringCaptions(
  player: LockstepPlayer,
  videoId: string,
  transcripts: readonly Transcript[],
): void {
  player.captions = transcripts.map(({ language, isDefault }) => ({
    language,
    isDefault,
    url: `/api/videos/${videoId}/transcripts/${encodeURIComponent(language)}/track.vtt`,
  }));
}
