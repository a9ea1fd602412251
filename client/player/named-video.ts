import type { NamedPlayer } from './public-video.ts';

/**
 * Plays the video of this short id, asked of the origin this script came from. Fetched when it is asked for: our own pages
 * name a stream.
 */
export function showNamed(player: NamedPlayer, shortId: string | null): void {
  if (shortId === null) return;
  import('./public-video.ts').then(
    ({ showPublic }) => showPublic(player, shortId),
    () => player.onPlaybackFailed('unreachable'),
  );
}
