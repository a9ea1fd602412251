import { api } from '#client/api/client.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';

/** The transcripts, as captions of the player. A video whose transcripts cannot be had plays without. */
export async function bringCaptions(player: LockstepPlayer, videoId: string): Promise<void> {
  const params = { path: { id: videoId } };
  const answer = await api.GET('/api/videos/{id}/transcripts', { params }).catch(() => null);
  player.captions = (answer?.data?.items ?? []).map(({ language, isDefault }) => ({
    language,
    isDefault,
    url: `/api/videos/${videoId}/transcripts/${encodeURIComponent(language)}/track.vtt`,
  }));
}
