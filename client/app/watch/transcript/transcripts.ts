import type { Shape } from '#client/api/client.ts';
import type { LockstepPlayer } from '#client/player/lockstep-player.ts';

export type Transcript = Shape<'Transcript'>;

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
